import { clientRef } from '../../../src/domain/recipient/recipient.ts';
import type { Evidence } from '../evidence.ts';
import type { PlacesEvidence } from './places-evidence.ts';
import { fateOf, isShut } from './plan-places.ts';

/** What a run through places came to, for people. */
export function placesRows(
  { accepted, books }: Evidence,
  { plan, refusals, cancelledMs }: PlacesEvidence,
): [name: string, value: string][] {
  const { blocked, opening, closing } = plan;
  const texts = accepted.filter(({ clientRef }) => clientRef?.startsWith('v1.'));
  const taken = new Set(texts.map(({ clientRef }) => clientRef));
  const recipients = books.campaigns.flatMap((one) => one.recipients);
  const count = (fate: string) => texts.filter(({ to }) => fateOf(plan, to) === fate).length;
  const listed = (fate: string) => recipients.filter(({ number }) => fateOf(plan, number) === fate).length;
  const of = (fate: string) => `${count(fate)} of ${listed(fate)}`;
  const skipped = (reason: string) =>
    recipients.filter((one) => one.state === 'skipped' && one.reason === reason && !taken.has(clientRef(one)));
  const shut = skipped('cancelled').filter(({ number }) => isShut(plan, number, cancelledMs));
  const noted = (by: string) => refusals.filter((one) => one.by === by && one.confirmedMs !== undefined).length;
  const lateMs = texts
    .filter(({ to }) => fateOf(plan, to) === 'closing')
    .map(({ at, ttl }) => at + (ttl ?? Number.POSITIVE_INFINITY) * 1_000 - closing.closesMs);
  const when = (ms: number) => new Date(ms).toISOString().slice(11, 16);
  const isReached = (ms: number) => (ms < cancelledMs ? '' : ', not reached');
  return [
    ['texted where all is open', of('open')],
    [`blocked ${blocked.country}, ${blocked.state}`, `${of('blocked')}, ${skipped('place_blocked').length} skipped`],
    [`${opening.country}, from ${when(opening.opensMs)} UTC`, `${of('opening')}${isReached(opening.opensMs)}`],
    [
      `${closing.country}, until ${when(closing.lastMs)} UTC`,
      `${of('closing')}${isReached(closing.lastMs)}; latest end of a ttl ${Math.round(Math.max(...lateMs))} ms from ${when(closing.closesMs)}`,
    ],
    [
      'given up at the end',
      `${shut.length} whose place was closed, ${skipped('cancelled').length - shut.length} by the cap`,
    ],
    ['said no', `${noted('import')} by file, ${noted('hand')} by hand; ${skipped('opted_out').length} skipped for it`],
  ];
}
