import type { ActionsBlock, PlainTextOption, StaticSelect } from '@slack/types';
import { nothingForeseen, outcomesOf } from '../../../domain/answering/answering.ts';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { maskPhoneNumber } from '../../../domain/phone/phone-number.ts';
import { type Conversation, isUnanswered, textsIn } from '../../../domain/reply/conversation.ts';
import type { Suppression } from '../../../domain/reply/suppression.ts';
import { actions } from '../../ids.ts';
import { button, buttons, confirmation } from '../parts/button.ts';
import { writeButtonValue } from '../parts/button-value.ts';
import type { Sentence } from '../parts/sentence.ts';

/**
 * What the team can do about a conversation: what is decided already is not offered again. Each button says how many texts
 * it was shown with, so that none decides about a later one.
 */
export function inboundButtons(
  conversation: Conversation,
  suppression: Suppression | null | undefined,
  { asksNothing = false, campaign = null }: { asksNothing?: boolean; campaign?: Campaign | null } = {},
): ActionsBlock | null {
  const { id: conversationId, status, messages } = conversation;
  const value = writeButtonValue({ on: 'conversation', conversationId, seen: textsIn(conversation) });
  const who = `the number ${maskPhoneNumber(conversation.number)}`;
  const texts = messages.filter((message) => message.direction === 'in');
  const last = texts.findLast(({ reading }) => reading !== 'quotation');
  const history: Wish[] = messages.length > 1 ? ['history'] : [];
  const outcome: Wish[] = outcomesOf(campaign?.answering ?? nothingForeseen).length > 0 ? ['outcome'] : [];
  const passed: Wish[] = campaign && isUnanswered(conversation) ? ['pass'] : [];
  // Whoever was answered last waits for nothing.
  const reopen: Wish[] = status === 'handled' && !isAnswered(conversation) ? ['reopen'] : [];
  const lives: Wish[] = campaign ? ['lives_elsewhere'] : [];
  const why: Wish[] = campaign ? ['why'] : [];
  // A STOP that was taken back leaves the number one that campaigns text.
  if (suppression?.kind === 'opted_out' || (suppression === undefined && last?.reading === 'opt_out')) {
    // What they had asked before is answered by no text any more; it waits until somebody says so.
    return buttons([
      isUnanswered(conversation) ? handledButton(value, who) : null,
      more(conversation, [...passed, 'show_number', ...history, ...why]),
    ]);
  }
  if (texts.some(({ reading }) => reading === 'maybe_opt_out')) {
    const { optOut, keep } = doubtLabels(conversation);
    return buttons([
      button({ label: optOut, action: actions.optOutPerson, value, spoken: `${optOut}: ${who}`, confirm: asksOptOut }),
      button({ label: keep, action: actions.keepTexting, value, spoken: `${keep}: ${who}` }),
      more(conversation, [...passed, 'show_number', ...history, ...lives, ...why]),
    ]);
  }
  if (!last || asksNothing)
    return buttons([more(conversation, [...outcome, 'opt_out', 'show_number', ...history, ...lives, ...why])]);
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
    isHandled ? null : handledButton(value, who),
    more(conversation, [...passed, ...outcome, 'opt_out', 'show_number', ...history, ...lives, ...reopen, ...why]),
  ]);
}

function handledButton(value: string, who: string) {
  return button({ label: 'Handled', action: actions.handleConversation, value, spoken: `Handled: ${who}` });
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

/** Before somebody is opted out by hand. */
export const asksOptOut = confirmation({
  title: 'Opt this person out?',
  text: 'Campaigns do not text this number any more. Only an admin, or the person by writing START, can undo it.',
  confirm: 'Opt out',
  deny: 'Not now',
  danger: true,
});

const entries = {
  pass: 'Pass to…',
  outcome: 'Outcome',
  opt_out: 'Opt out',
  show_number: 'Show number',
  history: 'History',
  lives_elsewhere: 'Lives elsewhere',
  reopen: 'Re-open',
  why: 'Why?',
} as const;
type Wish = keyof typeof entries;

/** The select “More”, with what applies. */
function more(conversation: Conversation, wishes: readonly Wish[]): StaticSelect {
  const { id: conversationId } = conversation;
  const options = wishes.map(
    (wish): PlainTextOption => ({
      text: { type: 'plain_text', text: entries[wish], emoji: false },
      value: writeButtonValue({ on: 'person', wish, conversationId, seen: textsIn(conversation) }),
    }),
  );
  return {
    type: 'static_select',
    action_id: actions.moreOnPerson,
    placeholder: { type: 'plain_text', text: 'More', emoji: false },
    options,
  };
}

/** What a text in doubt may mean, and what happens next. */
export function doubtSentence(conversation: Pick<Conversation, 'messages'>): Sentence {
  const { optOut, keep } = doubtLabels(conversation);
  const means = isOfWrongPerson(conversation)
    ? 'They say that the person you meant does not have this number, so nobody has agreed to be texted there.'
    : 'This may mean that they want no more texts.';
  return [
    `${means} Nothing is sent to this number until you press ${optOut} or ${keep}. After 24 hours it counts as an opt-out.`,
  ];
}

/** What the two buttons say that decide about it. */
export function doubtLabels(conversation: Pick<Conversation, 'messages'>): { optOut: string; keep: string } {
  return isOfWrongPerson(conversation)
    ? { optOut: 'Keep suppressed', keep: 'Right person' }
    : { optOut: 'Opt out', keep: 'Keep texting' };
}

/** All that is in doubt is whose number it is. */
function isOfWrongPerson({ messages }: Pick<Conversation, 'messages'>): boolean {
  const inDoubt = messages.filter((text) => text.direction === 'in' && text.reading === 'maybe_opt_out');
  return inDoubt.length > 0 && inDoubt.every((text) => text.direction === 'in' && text.wrongPerson === true);
}
