import type { AcceptedMessage } from '../../../playground/vonage/oracle.ts';
import type { Recipient } from '../../../src/domain/recipient/recipient.ts';
import { clientRef } from '../../../src/domain/recipient/recipient.ts';
import type { Breach, Evidence } from '../evidence.ts';
import { ownerOf } from '../spellings.ts';
import type { PlacesEvidence } from './places-evidence.ts';
import { fateOf, isShut, type PlacesPlan } from './plan-places.ts';

/** The network, and a frozen minute, may hold up a request that had left before for this long. */
export const graceMs = 20_000;

/** For each person, from what Vonage took and by the clock on the wall: where they are, how often, and whether they had said no. */
export function auditPlaces(evidence: Evidence, places: PlacesEvidence): Breach[] {
  const texts = evidence.accepted.filter(({ clientRef }) => clientRef?.startsWith('v1.'));
  return [
    ...texts.flatMap((text) => outOfHours(places.plan, text)),
    ...overCap(places.plan, texts),
    ...afterRefusal(evidence, places),
    ...untrueFates(evidence, places),
  ];
}

function outOfHours(plan: PlacesPlan, { to, at, ttl, clientRef }: AcceptedMessage): Breach[] {
  const broken = (what: string) => [{ promise: 'G7', sentence: `${clientRef} was taken for ${to} ${what}` }];
  const fate = fateOf(plan, to);
  if (fate === 'open') return [];
  if (fate === 'blocked') return broken('in a place that is blocked');
  const { closesMs } = plan[fate];
  if (fate === 'opening' && at < plan.opening.opensMs) return broken(`${plan.opening.opensMs - at} ms too early`);
  if (fate === 'closing' && at > plan.closing.lastMs + graceMs)
    return broken(`${at - plan.closing.lastMs} ms after its last moment`);
  if (ttl === undefined) return broken('and may be on its way for ever');
  const lateMs = at + ttl * 1_000 - closesMs;
  return lateMs > graceMs ? broken(`and may arrive ${lateMs} ms after its place has closed`) : [];
}

function overCap({ cap }: PlacesPlan, texts: readonly AcceptedMessage[]): Breach[] {
  return [...Map.groupBy(texts, ({ to }) => ownerOf(to))].flatMap(([owner, all]) => {
    const taken = all.map(({ at }) => at).sort((one, other) => one - other);
    const isOver = taken.some((ms, at) => ms - (taken[at - cap.max] ?? Number.NEGATIVE_INFINITY) < cap.perMs);
    return isOver ? [{ promise: 'G7', sentence: `${owner} got ${taken.length} texts, more than the cap` }] : [];
  });
}

function afterRefusal({ accepted, books }: Evidence, { refusals }: PlacesEvidence): Breach[] {
  const confirmations = new Set<string>();
  for (const message of books.conversations.flatMap(({ messages }) => messages))
    if (message.direction === 'out' && message.purpose === 'confirmation') confirmations.add(message.id);
  return refusals.flatMap(({ number, by, confirmedMs = Number.POSITIVE_INFINITY }) =>
    accepted
      .filter(({ to, at }) => ownerOf(to) === ownerOf(number) && at > confirmedMs + graceMs)
      .filter(({ clientRef }) => !confirmations.has(clientRef ?? ''))
      .map(({ clientRef, at }) => ({
        promise: 'G5',
        sentence: `${clientRef} left ${at - confirmedMs} ms after ${number} was noted as opted out by ${by}`,
      })),
  );
}

/** Whoever got no text has a reason, and it is true. */
function untrueFates(evidence: Evidence, places: PlacesEvidence): Breach[] {
  const taken = new Set(evidence.accepted.map(({ clientRef }) => clientRef));
  const recipients = evidence.books.campaigns.flatMap((one) => one.recipients);
  const ofOwner = Map.groupBy(recipients, ({ number }) => ownerOf(number));
  return recipients
    .filter((one) => one.state === 'skipped' && !taken.has(clientRef(one)))
    .filter((one) => !isTrue(evidence, places, one, ofOwner.get(ownerOf(one.number))!))
    .map((one) => ({
      promise: 'true reasons',
      sentence: `${clientRef(one)}, ${one.number}, is skipped for ${one.reason}, and is ${fateOf(places.plan, one.number)}`,
    }));
}

function isTrue(
  { oracle }: Evidence,
  { plan, refusals, cancelledMs }: PlacesEvidence,
  { reason, number }: Recipient,
  ofOwner: readonly Recipient[],
): boolean {
  const owner = ownerOf(number);
  if (reason === 'place_blocked') return fateOf(plan, number) === 'blocked';
  if (reason === 'opted_out')
    return (
      refusals.some((one) => ownerOf(one.number) === owner) ||
      oracle.inbound.some(({ from, text }) => ownerOf(from) === owner && /^(stop|arr)/i.test(text))
    );
  if (reason !== 'cancelled') return false;
  const others = ofOwner.filter((one) => !['skipped', 'rejected'].includes(one.state));
  return isShut(plan, number, cancelledMs) || others.length >= plan.cap.max;
}
