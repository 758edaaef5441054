import type { Campaign } from '../domain/campaign/campaign.ts';
import { classOf } from '../domain/consent/consent.ts';
import { readPlaceKey } from '../domain/place/place-key.ts';
import type { Whereabouts } from '../domain/place/whereabouts.ts';
import type { CampaignClass } from '../domain/rules/asked.ts';
import { auditOf, type Finding } from '../domain/rules/audit.ts';
import type { SkipBecause } from '../domain/rules/judge.ts';
import { bookText, type RuleBook, readBook } from '../domain/rules/rule-book.ts';
import { createVerdicts, type GroupVerdict, type Verdicts } from '../domain/rules/verdicts.ts';
import type { ByPlace } from '../ports/recipients.ts';
import type { KeptBook, StoreReader } from '../ports/store.ts';

/** The rules of all places, asked by `placeKey`; `approved`: the book of a campaign's approval, whose rules hold as well. */
export type Rules = {
  book: RuleBook;
  of(place: string, campaignClass: CampaignClass, now: Date, approved?: KeptBook): GroupVerdict;
  /** The book as an approval keeps it. */
  toKeep(): KeptBook;
  /** May a kept book be asked? Not one of a form that only a later version knows. */
  knows(kept: KeptBook): boolean;
  /** What somebody should know of them now. */
  findings(now: Date): Finding[];
};

/** `zoneData`: the version of the time-zone data, the runtime's. */
export function createRules(book: RuleBook, zoneData: string | undefined = process.versions.tz): Rules {
  const verdicts = createVerdicts(book);
  // Few: campaigns live for days, and books change with a setting or a version.
  const ofBoth = new Map<string, Verdicts | undefined>();
  const verdictsUnder = ({ hash, text }: KeptBook): Verdicts | undefined => {
    if (ofBoth.has(hash)) return ofBoth.get(hash);
    const approved = readBook(text);
    const both = approved && createVerdicts(book, approved);
    ofBoth.set(hash, both);
    return both;
  };
  // Asked of every place in every second.
  const places = new Map<string, Whereabouts>();
  const placeOf = (key: string): Whereabouts => {
    const place = places.get(key) ?? readPlaceKey(key) ?? nowhere;
    places.set(key, place);
    return place;
  };
  return {
    book,
    of: (key, campaignClass, now, approved) =>
      ((approved && verdictsUnder(approved)) ?? verdicts).of(placeOf(key), { key, campaignClass }, now),
    toKeep: () => ({ hash: book.hash, text: bookText(book) }),
    knows: (kept) => verdictsUnder(kept) !== undefined,
    findings: (now) => auditOf(book, zoneData, now),
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

type Ruled = Pick<Campaign, 'notAfter' | 'consent' | 'approval'>;
type RulesDeps = { store: { campaigns: Pick<StoreReader['campaigns'], 'book'> }; rules: Rules };

/** What a campaign is judged by: the rules as they are, and those of its approval, of which the stricter hold. */
export function rulesOf({ store, rules }: RulesDeps, campaign: Pick<Ruled, 'consent' | 'approval'>) {
  const hash = campaign.approval?.rules;
  const text = hash === undefined || hash === rules.book.hash ? undefined : store.campaigns.book(hash);
  const approved = hash !== undefined && text !== undefined ? { hash, text } : undefined;
  return {
    of: (place: string, now: Date) => rules.of(place, classOf(campaign.consent), now, approved),
    /** It was approved under a book that is not kept, or not readable any more: only the rules as they are hold. */
    isBookMissing: campaign.approval !== null && hash !== rules.book.hash && !(approved && rules.knows(approved)),
  };
}

/** What a claim for this campaign does with the people of a place. After its last moment, nobody gets it any more. */
export function byPlaceOf(deps: RulesDeps, campaign: Ruled, now: Date): ByPlace {
  const rules = rulesOf(deps, campaign);
  if (isOver(campaign, now)) {
    return (place) => ({ kind: 'skip', reason: notAfterReason, caps: rules.of(place, now).caps });
  }
  if (isOver(campaign, new Date(now.getTime() + shortestTtlMs))) return () => ({ kind: 'wait' });
  return (place) => {
    const { caps, verdict } = rules.of(place, now);
    if (verdict.kind === 'wait') return { kind: 'wait' };
    if (verdict.kind === 'skip') return { kind: 'skip', reason: skipReason(verdict.because) };
    return { kind: 'open', caps, rules: verdict.rules };
  };
}

/** May a text to somebody there leave at this moment, and by when must it have? Undefined: not now. */
export function mayLeave(
  deps: RulesDeps,
  campaign: Ruled,
  place: string,
  now: Date,
): { until: Date | null } | undefined {
  if (isOver(campaign, now)) return undefined;
  const { verdict } = rulesOf(deps, campaign).of(place, now);
  if (verdict.kind !== 'send') return undefined;
  const ends = [verdict.until, campaign.notAfter ? new Date(campaign.notAfter) : null].filter((end) => end !== null);
  const until = ends.sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
  return until && until.getTime() - now.getTime() < shortestTtlMs ? undefined : { until };
}

/**
 * Whom a campaign may reach now: `people` of its queued ones; `openedAt`: since when at least one of their places is open,
 * null where that has no beginning; `until`: when somebody else may be, null when nobody waits for an hour or a cap.
 */
export type Reach = { people: number; openedAt: Date | null; until: Date | null };

export async function reachOf(
  deps: RulesDeps & { store: Pick<StoreReader, 'recipients'> },
  campaign: Campaign,
  now: Date,
): Promise<Reach> {
  const { store } = deps;
  const rules = rulesOf(deps, campaign);
  const [{ people, until }, queued] = await Promise.all([
    store.recipients.claimable(campaign.id, byPlaceOf(deps, campaign, now), now),
    store.recipients.queuedByPlace(campaign.id),
  ]);
  const found = queued.map(({ place }) => rules.of(place, now).verdict);
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

/** The provider tries a text for at least so long: one that is begun later would come too late. */
const shortestTtlMs = 20_000;

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
