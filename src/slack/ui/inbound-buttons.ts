import type { ActionsBlock, Overflow, PlainTextOption } from '@slack/types';
import { maskPhoneNumber } from '../../domain/phone/phone-number.ts';
import { type Conversation, type InboundMessage, isUnanswered } from '../../domain/reply/conversation.ts';
import { actions } from '../ids.ts';
import { button, buttons, confirmation } from './button.ts';
import { writeButtonValue } from './button-value.ts';

/** What the team can do about one text: what is decided already is not offered again. */
export function inboundButtons(conversation: Conversation, { reading }: InboundMessage): ActionsBlock | null {
  const { id: value, status } = conversation;
  const who = `the number ${maskPhoneNumber(conversation.number)}`;
  if (reading === 'opt_out') return buttons([menu(conversation, ['show_number'])]);
  if (reading === 'quotation') return buttons([menu(conversation, ['opt_out', 'show_number'])]);
  if (reading === 'maybe_opt_out') {
    return buttons([
      button({ label: 'Opt out', action: actions.optOutPerson, value, spoken: `Opt out ${who}`, confirm: asksOptOut }),
      button({ label: 'Keep texting', action: actions.keepTexting, value, spoken: `Keep texting ${who}` }),
      menu(conversation, ['show_number']),
    ]);
  }
  const waits = isUnanswered(conversation) && reading === 'reply';
  return buttons([
    button({
      label: 'Reply',
      action: actions.replyToPerson,
      value,
      ...(waits && { style: 'primary' as const }),
      spoken: `Reply to ${who}`,
    }),
    status === 'handled'
      ? null
      : button({ label: 'Handled', action: actions.handleConversation, value, spoken: `Handled: ${who}` }),
    menu(conversation, ['opt_out', 'show_number']),
  ]);
}

const asksOptOut = confirmation({
  title: 'Opt this person out?',
  text: 'No campaign texts this number any more. Only an administrator, or the person by writing START, can undo it.',
  confirm: 'Opt out',
  deny: 'Not now',
  danger: true,
});

const entries = { opt_out: 'Opt out', show_number: 'Show number' } as const;

/** The menu “More”. */
function menu({ id }: Conversation, wishes: readonly (keyof typeof entries)[]): Overflow {
  const options = wishes.map(
    (wish): PlainTextOption => ({
      text: { type: 'plain_text', text: entries[wish], emoji: false },
      value: writeButtonValue({ on: 'person', wish, conversationId: id }),
    }),
  );
  return { type: 'overflow', action_id: actions.moreOnPerson, options };
}
