import type { Campaign } from '../../domain/campaign/campaign.ts';
import { readPlaceKey } from '../../domain/place/place-key.ts';
import { whereWordsOf } from '../../domain/place/place-words.ts';
import type { ReadingDeps } from '../deps.ts';
import { nowhere, rulesOf } from '../rules.ts';

/**
 * People of a running campaign who wait for the hours of where they may be: "Florida"; until null, for a calendar;
 * `isTooLate`: the campaign's last moment comes first.
 */
export type PlaceWait = { where: string; people: number; until: Date | null; isTooLate?: true };

/** Those who wait now, but for whoever has opted out, the soonest first, and of one moment the most. */
export async function waitingPlaces(
  deps: Pick<ReadingDeps, 'store' | 'rules' | 'clock'>,
  campaign: Campaign,
): Promise<PlaceWait[]> {
  if (campaign.status !== 'running') return [];
  const { store, clock } = deps;
  const rules = rulesOf(deps, campaign);
  const lastMs = campaign.notAfter ? Date.parse(campaign.notAfter) : Number.POSITIVE_INFINITY;
  const found = new Map<string, PlaceWait>();
  const queuedIn = await store.recipients.queuedByPlace(campaign.id);
  const optedOut = await store.recipients.optedOutByPlace(campaign.id);
  const words = whereWordsOf(queuedIn.map(({ place }) => readPlaceKey(place) ?? nowhere));
  for (const [at, { place, queued }] of queuedIn.entries()) {
    const { verdict } = rules.of(place, clock.now());
    const waiting = queued - (optedOut.get(place) ?? 0);
    if (verdict.kind !== 'wait' || waiting === 0) continue;
    const where = words[at]!;
    const key = `${where} ${verdict.until?.getTime()}`;
    const isTooLate = verdict.until !== null && verdict.until.getTime() >= lastMs;
    const people = (found.get(key)?.people ?? 0) + waiting;
    found.set(key, { where, until: verdict.until, people, ...(isTooLate && { isTooLate }) });
  }
  const ms = ({ until }: PlaceWait) => until?.getTime() ?? Number.POSITIVE_INFINITY;
  return [...found.values()].sort((a, b) => ms(a) - ms(b) || b.people - a.people);
}
