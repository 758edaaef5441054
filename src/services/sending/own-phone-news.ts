import type { Announcement } from '../../domain/campaign/announcement.ts';
import { isProvenBy } from '../../domain/phone/own-phone.ts';
import type { Recipient } from '../../domain/recipient/recipient.ts';
import type { Conversation, OutboundMessage } from '../../domain/reply/conversation.ts';
import type { InboundText } from '../../domain/reply/inbound-text.ts';
import type { Reading } from '../../domain/reply/words/reading.ts';
import { direct } from '../announcements.ts';
import type { Deps } from '../deps.ts';

/** What the author is told of their test once it has arrived, or will not. */
export async function toldOwner(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  message: OutboundMessage,
): Promise<Announcement[]> {
  if (message.purpose !== 'test' || !message.by) return [];
  const isDelivered = message.state === 'delivered';
  if (!isDelivered && message.state !== 'undeliverable' && message.state !== 'rejected') return [];
  const code = message.reason ? ` (code ${message.reason})` : '';
  const became = isDelivered
    ? 'was delivered.'
    : `could not be delivered${code}. Look whether your phone has a connection, and send it again.`;
  return [direct(message.by, null, clock.now(), `Your test of ${await nameOf(store, message)} ${became}`)];
}

/** A text this long after a test answers something else. */
const answeredWithinMs = 24 * 3_600_000;

/**
 * The text of ours that a team member's own phone answers: a test or a code that was the last thing it got from us. A
 * code may have gone to a mistyped number: until somebody has typed the code, what its owner writes is for the team.
 */
export function answeredTest(
  phone: Conversation | undefined,
  got: { recipient: Recipient | undefined; conversation: Conversation | undefined },
  { at }: InboundText,
): OutboundMessage | undefined {
  const last = lastSent(phone);
  if (!last || (last.purpose !== 'test' && last.purpose !== 'code') || !last.by) return undefined;
  if (!isProvenBy(phone?.owners, last.by)) return undefined;
  const sinceMs = Date.parse(at) - Date.parse(last.at);
  if (sinceMs > answeredWithinMs) return undefined;
  const others = [got.recipient?.changedAt, lastSent(got.conversation)?.at];
  return others.some((other) => other && other > last.at) ? undefined : last;
}

function lastSent(conversation: Conversation | undefined): OutboundMessage | undefined {
  const ours = conversation?.messages.filter((message) => message.direction === 'out') ?? [];
  return ours.findLast(({ state }) => state !== 'not_sent' && state !== 'rejected');
}

/** What the author is told of the answer to a test, by them or whoever has their phone. */
export async function toldAnswer(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  test: OutboundMessage,
  { text }: InboundText,
  reading: Reading,
): Promise<Announcement> {
  const what = test.purpose === 'test' ? `to your test of ${await nameOf(store, test)}` : 'to the code';
  const follows: Partial<Record<Reading, string>> = {
    opt_out: ' Your phone is opted out until you write START from it.',
    maybe_opt_out: ' It may mean that they want no more texts, so the team is asked.',
    opt_in: ' Your phone may be texted again.',
  };
  const said = `“${text.slice(0, 500)}” came back ${what}.${follows[reading] ?? ' Nobody else was told of it.'}`;
  return direct(test.by!, null, clock.now(), said);
}

async function nameOf(store: Deps['store'], { about }: OutboundMessage): Promise<string> {
  const campaign = about && (await store.campaigns.get(about.campaignId));
  return campaign ? `“${campaign.name}”` : 'a campaign';
}
