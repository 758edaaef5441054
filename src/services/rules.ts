import type { Campaign } from '../domain/campaign/campaign.ts';
import { classOf } from '../domain/consent/consent.ts';
import { readPlaceKey } from '../domain/place/place-key.ts';
import type { Whereabouts } from '../domain/place/whereabouts.ts';
import type { CampaignClass } from '../domain/rules/asked.ts';
import type { SkipBecause } from '../domain/rules/judge.ts';
import type { RuleBook } from '../domain/rules/rule-book.ts';
import { createVerdicts, type GroupVerdict } from '../domain/rules/verdicts.ts';
import type { ByPlace } from '../ports/recipients.ts';
import type { StoreReader } from '../ports/store.ts';

/** The rules of all places, asked by `placeKey`. */
export type Rules = {
  book: RuleBook;
  of(place: string, campaignClass: CampaignClass, now: Date): GroupVerdict;
};

export function createRules(book: RuleBook): Rules {
  const verdicts = createVerdicts(book);
  // Asked of every place in every second.
  const places = new Map<string, Whereabouts>();
  const placeOf = (key: string): Whereabouts => {
    const place = places.get(key) ?? readPlaceKey(key) ?? nowhere;
    places.set(key, place);
    return place;
  };
  return {
    book,
    of: (key, campaignClass, now) => verdicts.of(placeOf(key), { key, campaignClass }, now),
  };
}

/** Of keys that nobody can read. */
export const nowhere: Whereabouts = {
  country: null,
  states: [],
  isStateUnknown: false,
  zones: [],
  alsoIn: [],
  from: 'number',
};

type Ruled = Pick<Campaign, 'notAfter' | 'consent'>;

/** What a claim for this campaign does with the people of a place. After its last moment, nobody gets it any more. */
export function byPlaceOf({ rules }: { rules: Rules }, campaign: Ruled, now: Date): ByPlace {
  if (isOver(campaign, now)) return () => ({ kind: 'skip', reason: notAfterReason });
  return (place) => {
    const { caps, verdict } = rules.of(place, classOf(campaign.consent), now);
    if (verdict.kind === 'wait') return { kind: 'wait' };
    if (verdict.kind === 'skip') return { kind: 'skip', reason: skipReason(verdict.because) };
    return { kind: 'open', caps, rules: verdict.rules };
  };
}

/** May a text to somebody there leave at this moment, and by when must it have? Undefined: not now. */
export function mayLeave(
  { rules }: { rules: Rules },
  campaign: Ruled,
  place: string,
  now: Date,
): { until: Date | null } | undefined {
  if (isOver(campaign, now)) return undefined;
  const { verdict } = rules.of(place, classOf(campaign.consent), now);
  if (verdict.kind !== 'send') return undefined;
  const ends = [verdict.until, campaign.notAfter ? new Date(campaign.notAfter) : null].filter((end) => end !== null);
  return { until: ends.sort((a, b) => a.getTime() - b.getTime())[0] ?? null };
}

/**
 * Whom a campaign may reach now: `people` of its queued ones; `openedAt`: since when at least one of their places is open,
 * null where that has no beginning; `until`: when somebody else may be, null when nobody waits for an hour or a cap.
 */
export type Reach = { people: number; openedAt: Date | null; until: Date | null };

export async function reachOf(
  { store, rules }: { store: Pick<StoreReader, 'recipients'>; rules: Rules },
  campaign: Campaign,
  now: Date,
): Promise<Reach> {
  const [{ people, until }, queued] = await Promise.all([
    store.recipients.claimable(campaign.id, byPlaceOf({ rules }, campaign, now), now),
    store.recipients.queuedByPlace(campaign.id),
  ]);
  const found = queued.map(({ place }) => rules.of(place, classOf(campaign.consent), now).verdict);
  const opened = found.flatMap((verdict) => (verdict.kind === 'send' ? [verdict.since?.getTime() ?? 0] : []));
  const openedMs = Math.min(...opened);
  const waits = found.flatMap((verdict) => (verdict.kind === 'wait' && verdict.until ? [verdict.until.getTime()] : []));
  const nextMs = Math.min(...waits, until?.getTime() ?? Number.POSITIVE_INFINITY);
  return {
    people,
    openedAt: openedMs > 0 && Number.isFinite(openedMs) ? new Date(openedMs) : null,
    until: Number.isFinite(nextMs) ? new Date(nextMs) : null,
  };
}

export const notAfterReason = 'not_after';

function isOver({ notAfter }: Ruled, now: Date): boolean {
  return notAfter != null && now.getTime() >= Date.parse(notAfter);
}

/** As it is stored with the recipient. */
function skipReason(because: SkipBecause): string {
  switch (because.kind) {
    case 'no_rule':
      return 'no_rule';
    case 'blocked':
      return 'place_blocked';
    case 'no_hour':
      return 'no_hour';
    case 'opted_out':
      return 'opted_out';
  }
}
