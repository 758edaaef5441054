import type { ActionsBlock, KnownBlock } from '@slack/types';
import type { Note } from '../../../domain/campaign/announcement.ts';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { howToName, nobodyIsAdmin } from '../../../domain/campaign/permissions.ts';
import { nameInList } from '../../../domain/list/person-name.ts';
import { maskPhoneNumber } from '../../../domain/phone/phone-number.ts';
import type { Recipient } from '../../../domain/recipient/recipient.ts';
import { actions } from '../../ids.ts';
import { shown } from '../../limits.ts';
import { button, buttons, confirmation } from '../parts/button.ts';
import { writeButtonValue } from '../parts/button-value.ts';
import { cut, oneLine } from '../parts/inert.ts';
import { type Message, message } from '../parts/message.ts';
import { lines, richText, type Sentence } from '../parts/sentence.ts';
import { listed, number, people } from '../words/number-words.ts';
import { reasonsInWords } from '../words/reason-words.ts';
import { forWhom } from './for-whom.ts';

type UnconfirmedNote = Extract<Note, { kind: 'unconfirmed' }>;

/** It may wait for its turn, for hours, for answers or for a pause to end. */
export const sentAgain = 'sent again as soon as the campaign may send';

/** Beyond these the export is the better place to decide. */
const mostWithButtons = 5;

type Doubt = { campaign: Campaign; recipients: readonly Recipient[]; at?: string; admins?: readonly string[] };

/**
 * Names those of whom nobody can know whether the message went out, and lets a person decide about each, or about all. It
 * is edited as receipts come: who is not unconfirmed any more has no buttons.
 */
export function unconfirmedNote(note: UnconfirmedNote, { campaign, recipients, at, admins = [] }: Doubt): Message {
  const who = people(note.count);
  const head: Sentence = [`⚠️ ${who} may or may not have got the message: ${reasonsInWords(note.cause)}.`];
  const named = recipients.filter(({ no }) => note.nos.includes(no));
  const open = named.filter(({ state }) => state === 'unconfirmed');
  if (open.length === 0 && named.length >= note.count) return nothingToDecide(head, named, campaign);

  const meaning: Sentence = ['Trickle never sends it again by itself, so that nobody gets it twice.'];
  const forAll = decisionForAll(note, open.length, { campaign, at });
  const isLong = note.count > mostWithButtons || named.length === 0;
  const next: Sentence = isLong
    ? [
        whatToDo(note, named, campaign),
        { code: `/sms-campaign export ${campaign.id}` },
        '.',
        openInWords(note, open.length, named.length),
        forAll ? ' An admin can press Do not send again to any.' : '',
      ]
    : [howToDecide(open.length, campaign)];
  const noAdmin: Sentence[] = admins.length > 0 ? [] : [[`${nobodyIsAdmin} ${howToName('a member id (U…)')}`]];
  const rest = [meaning, next, ...noAdmin, ...forWhom(note, campaign, admins)];
  const each = isLong ? [] : named;
  return message(
    [head, ...inShort(each, campaign), ...rest],
    [richText(lines(head, ...rest)), ...each.flatMap((recipient) => decision(recipient, campaign)), forAll],
  );
}

/** What became of everybody whom the card is about: it calls nobody any more. */
function nothingToDecide(head: Sentence, named: readonly Recipient[], campaign: Campaign): Message {
  const decided: Sentence = ['Nothing is left to decide.'];
  const each = named.length > mostWithButtons ? [] : named;
  return message(
    [head, ...inShort(each, campaign), decided],
    [richText(lines(head, decided)), ...each.flatMap((recipient) => decision(recipient, campaign))],
  );
}

function inShort(named: readonly Recipient[], campaign: Campaign): Sentence[] {
  return named.map(
    (recipient): Sentence => [`List ${recipientName(recipient, campaign)}: `, ...stands(recipient, campaign)],
  );
}

function howToDecide(open: number, campaign: Campaign): string {
  const forEach = open > 1 ? ' for each' : '';
  if (sendsNoMore(campaign)) {
    return `The campaign is over, so nothing is sent again. An admin presses Do not send again${forEach}.`;
  }
  return `Look in the provider’s log, or ask the person. Then an admin presses Send again or Do not send again${forEach}.`;
}

function sendsNoMore({ status }: Campaign): boolean {
  return status === 'cancelling' || status === 'cancelled' || status === 'failed';
}

/** One press for everybody whom the card is about, once more than one of them is in doubt. */
function decisionForAll(
  { count: all }: UnconfirmedNote,
  open: number,
  { campaign, at }: Pick<Doubt, 'campaign' | 'at'>,
): ActionsBlock | null {
  const isMany = open > 1 || (all > mostWithButtons && open > 0);
  if (!isMany || !at) return null;
  return buttons([
    button({
      label: 'Do not send again to any',
      action: actions.closeRecipients,
      value: writeButtonValue({ on: 'doubt', campaignId: campaign.id, until: at }),
      confirm: confirmation({
        title: 'Send it to none of them again?',
        text: 'Nobody still unconfirmed here is sent it again. Those who did not get the message never get it.',
        confirm: 'Do not send again',
        deny: 'Not now',
        danger: false,
      }),
    }),
  ]);
}

function openInWords({ count: all }: UnconfirmedNote, open: number, named: number): string {
  if (open > 0 || named === 0) return '';
  return all > named ? ' Nothing is left to decide about those named here.' : '';
}

function whatToDo({ count: all }: UnconfirmedNote, named: readonly Recipient[], campaign: Campaign): string {
  if (named.length === 0) return 'See who they are with ';
  const more = all > named.length ? ` and ${number(all - named.length)} more` : '';
  const names = named.map((recipient) => recipientName(recipient, campaign));
  return `They are ${listed(names)}${more}. See all of them with `;
}

/** "line 14 (Ada, •••• 0123)"; of lists whose lines were not kept, the place in the list, counted from one. */
function recipientName({ no, line, number: phone, values }: Recipient, { list }: Campaign): string {
  const place = line === undefined ? `no. ${number(no + 1)}` : `line ${number(line)}`;
  const name = cut(oneLine(nameInList(list.columns, values) ?? ''), shown.name);
  return `${place} (${name ? `${name}, ` : ''}${maskPhoneNumber(phone)})`;
}

function decision(recipient: Recipient, campaign: Campaign): KnownBlock[] {
  const name = recipientName(recipient, campaign);
  const text = richText(lines([{ bold: `List ${name}: ` }, ...stands(recipient, campaign)]));
  if (recipient.state !== 'unconfirmed') return [text];
  const { no, attempt } = recipient;
  const value = writeButtonValue({ on: 'recipient', campaignId: campaign.id, no, attempt });
  const sendAgain = button({
    label: 'Send again',
    action: actions.sendAgain,
    value,
    spoken: `Send again to ${name}`,
    confirm: confirmation({
      title: 'Send the message again?',
      text: `If the first one did go out, ${name} gets the same message twice. It is sent as soon as the campaign may send. Only an admin can do this.`,
      confirm: 'Send again',
      deny: 'Do not send',
      danger: true,
    }),
  });
  const close = button({
    label: 'Do not send again',
    action: actions.closeRecipient,
    value,
    spoken: `Do not send again to ${name}`,
  });
  const row = buttons(sendsNoMore(campaign) ? [close] : [sendAgain, close]);
  return row ? [text, row] : [text];
}

/** What became of it, and who decided that. */
function stands(recipient: Recipient, campaign: Campaign): Sentence {
  const { state, decidedBy } = recipient;
  if (!decidedBy || state === 'unconfirmed') return [standsInWords(recipient, campaign)];
  return ['Decided by ', { person: decidedBy }, `: ${standsInWords(recipient, campaign)}`];
}

function standsInWords({ state, reason }: Recipient, campaign: Campaign): string {
  switch (state) {
    case 'unconfirmed':
      return 'it may or may not have arrived.';
    case 'closed':
      return 'no message is sent again.';
    case 'queued':
      return sendsNoMore(campaign) ? 'no message is sent again.' : `the message is ${sentAgain}.`;
    case 'claimed':
      return 'the message is leaving again now.';
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
      return 'left out, no message is sent.';
  }
}
