import type { KnownBlock } from '@slack/types';
import type { Note } from '../../../domain/announcement.ts';
import type { Campaign } from '../../../domain/campaign.ts';
import { maskPhoneNumber } from '../../../domain/phone/phone-number.ts';
import type { Recipient } from '../../../domain/recipient.ts';
import { actions } from '../../ids.ts';
import { button, buttons, confirmation } from '../button.ts';
import { writeButtonValue } from '../button-value.ts';
import { type Message, message } from '../message.ts';
import { listed, number, people } from '../number-words.ts';
import { reasonsInWords } from '../reason-words.ts';
import { lines, richText, type Sentence } from '../sentence.ts';

type UnconfirmedNote = Extract<Note, { kind: 'unconfirmed' }>;

/** Beyond these the export is the better place to decide. */
const mostWithButtons = 5;

/** Names those of whom nobody can know whether the message went out, and lets a person decide about each. */
export function unconfirmedNote(
  note: UnconfirmedNote,
  { campaign, recipients }: { campaign: Campaign; recipients: readonly Recipient[] },
): Message {
  const who = people(note.count);
  const head: Sentence = [`⚠️ Of ${who} nobody can know whether the message went out: ${reasonsInWords(note.cause)}.`];
  const meaning: Sentence = [
    'Trickle never sends it again by itself, so that nobody gets it twice. It is counted as unconfirmed.',
  ];
  const named = recipients.filter(({ no }) => note.nos.includes(no));
  if (note.count > mostWithButtons || named.length === 0) {
    const next: Sentence = [whatToDo(note, named), { code: `/sms-campaign export ${campaign.id}` }, '.'];
    return message([head, meaning, next], [richText(lines(head, meaning, next))]);
  }
  const open = named.filter(({ state }) => state === 'unconfirmed');
  const next: Sentence =
    open.length > 0
      ? ['Look in the provider’s log, or ask the person. Then press Send again or Do not send again for each.']
      : ['All of them are decided.'];
  return message(
    [head, ...named.map((recipient): Sentence => [`${recipientName(recipient)}: ${stands(recipient)}`]), meaning, next],
    [richText(lines(head, meaning, next)), ...named.flatMap((recipient) => decision(recipient, campaign))],
  );
}

function whatToDo({ count: all }: UnconfirmedNote, named: readonly Recipient[]): string {
  if (named.length === 0) return 'See who they are with ';
  const more = all > named.length ? ` and ${number(all - named.length)} more` : '';
  return `They are ${listed(named.map(recipientName))}${more}. See all of them with `;
}

/** "line 14 (•••• 0123)" of the file; of lists whose lines were not kept, the place in the list, counted from one. */
function recipientName({ no, line, number: phone }: Recipient): string {
  const place = line === undefined ? `no. ${number(no + 1)}` : `line ${number(line)}`;
  return `${place} (${maskPhoneNumber(phone)})`;
}

function decision(recipient: Recipient, { id }: Campaign): KnownBlock[] {
  const name = recipientName(recipient);
  const text = richText(lines([{ bold: `List ${name}: ` }, stands(recipient)]));
  if (recipient.state !== 'unconfirmed') return [text];
  const value = writeButtonValue({ on: 'recipient', campaignId: id, no: recipient.no });
  const row = buttons([
    button({
      label: 'Send again',
      action: actions.sendAgain,
      value,
      spoken: `Send again to ${name}`,
      confirm: confirmation({
        title: 'Send the message again?',
        text: `If the first one did go out, ${name} gets the same message twice. It is sent as soon as the campaign may send.`,
        confirm: 'Send again',
        deny: 'Do not send',
        danger: true,
      }),
    }),
    button({
      label: 'Do not send again',
      action: actions.closeRecipient,
      value,
      spoken: `Do not send to ${name} again`,
    }),
  ]);
  return row ? [text, row] : [text];
}

function stands({ state, reason }: Recipient): string {
  switch (state) {
    case 'unconfirmed':
      return 'it may or may not have arrived.';
    case 'closed':
      return 'closed, no message is sent again.';
    case 'queued':
    case 'claimed':
      return 'released, the message is sent again soon.';
    case 'submitted':
      return 'sent, the delivery receipt is still missing.';
    case 'no_receipt':
      return 'sent, no delivery receipt came.';
    case 'delivered':
      return 'delivered.';
    case 'undeliverable':
    case 'rejected':
      return `not delivered (${reasonsInWords(reason ?? 'unknown')}).`;
    case 'skipped':
      return 'skipped, no message is sent again.';
  }
}
