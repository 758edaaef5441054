import type { ActionsBlock, Overflow, PlainTextOption } from '@slack/types';
import { maskPhoneNumber } from '../../../domain/phone/phone-number.ts';
import { type Conversation, isUnanswered, textsIn } from '../../../domain/reply/conversation.ts';
import type { Suppression } from '../../../domain/reply/suppression.ts';
import { actions } from '../../ids.ts';
import { button, buttons, confirmation } from '../parts/button.ts';
import { writeButtonValue } from '../parts/button-value.ts';

/**
 * What the team can do about a conversation: what is decided already is not offered again. Each button says how many texts
 * it was shown with, so that none decides about a later one.
 */
export function inboundButtons(
  conversation: Conversation,
  suppression: Suppression | null | undefined,
  { asksNothing = false } = {},
): ActionsBlock | null {
  const { id: conversationId, status, messages } = conversation;
  const value = writeButtonValue({ on: 'conversation', conversationId, seen: textsIn(conversation) });
  const who = `the number ${maskPhoneNumber(conversation.number)}`;
  const texts = messages.filter((message) => message.direction === 'in');
  const last = texts.findLast(({ reading }) => reading !== 'quotation');
  // A STOP that was taken back leaves the number one that campaigns text.
  if (suppression?.kind === 'opted_out' || (suppression === undefined && last?.reading === 'opt_out')) {
    return buttons([menu(conversation, ['show_number'])]);
  }
  if (texts.some(({ reading }) => reading === 'maybe_opt_out')) {
    return buttons([
      button({ label: 'Opt out', action: actions.optOutPerson, value, spoken: `Opt out ${who}`, confirm: asksOptOut }),
      button({ label: 'Keep texting', action: actions.keepTexting, value, spoken: `Keep texting ${who}` }),
      menu(conversation, ['show_number']),
    ]);
  }
  if (!last || asksNothing) return buttons([menu(conversation, ['opt_out', 'show_number'])]);
  const waits = isUnanswered(conversation);
  const isHandled = status === 'handled' || isAnswered(conversation);
  return buttons([
    button({
      label: 'Reply',
      action: actions.replyToPerson,
      value,
      ...(waits && { style: 'primary' as const }),
      spoken: `Reply to ${who}`,
    }),
    isHandled
      ? null
      : button({ label: 'Handled', action: actions.handleConversation, value, spoken: `Handled: ${who}` }),
    menu(conversation, ['opt_out', 'show_number']),
  ]);
}

/** An agent's answer is the last that was said, whatever became of a reaction since. */
function isAnswered({ messages }: Conversation): boolean {
  const last = messages.findLast(
    (message) =>
      (message.direction === 'in' && message.reading !== 'quotation') ||
      (message.direction === 'out' && message.purpose === 'answer' && message.state !== 'not_sent'),
  );
  return last?.direction === 'out';
}

const asksOptOut = confirmation({
  title: 'Opt this person out?',
  text: 'Campaigns do not text this number any more. Only an admin, or the person by writing START, can undo it.',
  confirm: 'Opt out',
  deny: 'Not now',
  danger: true,
});

/** Slack asks the same question for every entry of a menu, so that it says of each what happens. */
const asksFirst = confirmation({
  title: 'Do what you chose?',
  text: 'If that was Opt out, campaigns will not text this number again. Only an admin, or the person by writing START, can undo it. If it was Show number, only you see it, and the log says that you did.',
  confirm: 'Yes, do it',
  deny: 'Not now',
  danger: false,
});

const entries = { opt_out: 'Opt out', show_number: 'Show number' } as const;

/** The menu “More”. */
function menu(conversation: Conversation, wishes: readonly (keyof typeof entries)[]): Overflow {
  const { id: conversationId } = conversation;
  const options = wishes.map(
    (wish): PlainTextOption => ({
      text: { type: 'plain_text', text: entries[wish], emoji: false },
      value: writeButtonValue({ on: 'person', wish, conversationId, seen: textsIn(conversation) }),
    }),
  );
  return {
    type: 'overflow',
    action_id: actions.moreOnPerson,
    options,
    ...(wishes.includes('opt_out') && { confirm: asksFirst }),
  };
}
