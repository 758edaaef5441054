import { type Campaign, firstApproval } from '../../domain/campaign/campaign.ts';
import { hoursOf } from '../../domain/campaign/pace-of.ts';
import { type SendingHours, sendingWindow } from '../../domain/pace/sending-hours.ts';
import { readPlaceKey } from '../../domain/place/place-key.ts';
import { placeName, whereWordsOf } from '../../domain/place/place-words.ts';
import { type Asked, type AskedRule, daysAt } from '../../domain/rules/asked.ts';
import { isLooser } from '../../domain/rules/is-looser.ts';
import { judgePlace, type SkipBecause } from '../../domain/rules/judge.ts';
import type { Override } from '../../domain/rules/override.ts';
import { isInForce } from '../../domain/rules/rule.ts';
import type { ReadingDeps } from '../deps.ts';
import { nowhere, rulesOf } from '../rules.ts';

/**
 * What a campaign can do for its people in one place: from when to when the first of them may get it, and the last moment at
 * which any of them may; or why nobody there ever does. `last` is null where nothing ends it.
 */
export type PlaceOutlook = { where: string; people: number } & (
  | { kind: 'reached'; opens: Date; closes: Date | null; last: Date | null }
  | { kind: 'never'; because: string }
);

export type Outlook = {
  /** The moment of the look. */
  at: Date;
  /** Those of most people first; who may never get it before all others. */
  places: readonly PlaceOutlook[];
  /** Every rule that holds for somebody on the list, with the overrides that stand in its place now. */
  rules: readonly AskedRule[];
  /** What the operator has set that lets leave what a rule would keep. */
  looser: readonly Override[];
  /** Since when it is approved; `isBookMissing`: nobody knows any more under which rules. */
  approved?: { at: Date; zone: string; isBookMissing: boolean };
};

type OutlookDeps = Pick<ReadingDeps, 'store' | 'rules' | 'clock'>;
type Wish = { hours: SendingHours | null; notAfter: Date | null; from: Date };

export async function outlookOf(deps: OutlookDeps, campaign: Campaign): Promise<Outlook> {
  const { store, clock } = deps;
  const { approval, zone } = campaign;
  const rules = rulesOf(deps, campaign);
  const now = clock.now();
  const wish = wishOf(campaign, now);
  const found = new Map<string, PlaceOutlook>();
  const ruled = new Map<string, Outlook['rules'][number]>();
  const queuedIn = await store.recipients.queuedByPlace(campaign.id);
  const optedOut = await store.recipients.optedOutByPlace(campaign.id);
  const words = whereWordsOf(queuedIn.map(({ place }) => readPlaceKey(place) ?? nowhere));
  for (const [at, { place, queued }] of queuedIn.entries()) {
    const people = queued - (optedOut.get(place) ?? 0);
    if (people === 0) continue;
    const { asked } = rules.of(place, now);
    const outlook = placeOutlook(asked, wish, { where: words[at]!, people });
    const key = JSON.stringify({ ...outlook, people: 0 });
    found.set(key, { ...outlook, people: outlook.people + (found.get(key)?.people ?? 0) });
    for (const one of inForceAt(asked, wish.from)) ruled.set(`${one.rule.id} ${one.isAsApproved ?? ''}`, one);
  }
  return {
    at: now,
    places: [...found.values()].sort((a, b) => rank(a) - rank(b) || b.people - a.people),
    rules: [...ruled.values()].sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1)),
    looser: looserOf([...ruled.values()].filter(({ isAsApproved }) => !isAsApproved)),
    ...(approval && {
      approved: { at: new Date(firstApproval(approval).at), zone, isBookMissing: rules.isBookMissing },
    }),
  };
}

function rank({ kind }: PlaceOutlook): number {
  return kind === 'never' ? 0 : 1;
}

function inForceAt({ rules }: Asked, at: Date): Outlook['rules'] {
  const isOn = (one: Parameters<typeof isInForce>[0]) => daysAt(at).some((day) => isInForce(one, day));
  const inForce = rules
    .filter(({ rule }) => isOn(rule))
    .map((one) => ({ ...one, overrides: one.overrides.filter(isOn) }));
  const now = inForce.filter(({ isAsApproved }) => !isAsApproved);
  return inForce.filter((one) => !one.isAsApproved || !now.some((other) => isAsStrict(other, one)));
}

function isAsStrict(one: AskedRule, other: AskedRule): boolean {
  const [says, wanted] = [one, other].map(({ rule, overrides: [instead] }) => (instead ?? rule).says);
  return !wanted || !isLooser({ says: says ?? null }, { says: wanted });
}

function looserOf(rules: Outlook['rules']): Override[] {
  const looser = rules.flatMap(({ rule, overrides }) => overrides.filter((override) => isLooser(override, rule)));
  return [...new Map(looser.map((override) => [override.id, override])).values()];
}

function wishOf(campaign: Campaign, now: Date): Wish {
  const startAt = campaign.startAt ? new Date(campaign.startAt) : now;
  return {
    hours: hoursOf(campaign),
    notAfter: campaign.notAfter ? new Date(campaign.notAfter) : null,
    from: new Date(Math.max(startAt.getTime(), now.getTime())),
  };
}

/** Does nobody there ever get the campaign, as it is now? */
export function isOutOfReach(asked: Asked, campaign: Campaign, now: Date): boolean {
  const wish = wishOf(campaign, now);
  return 'never' in nextOpen(asked, wish, wish.from);
}

function placeOutlook(asked: Asked, wish: Wish, who: { where: string; people: number }): PlaceOutlook {
  const first = nextOpen(asked, wish, wish.from);
  if ('never' in first) return { ...who, kind: 'never', because: first.never };
  return { ...who, kind: 'reached', ...first, last: wish.notAfter && lastOpen(asked, wish, first) };
}

/** Hours of a place and of the campaign may miss each other for as long. */
const mostSteps = 120;

function nextOpen(asked: Asked, wish: Wish, from: Date): { opens: Date; closes: Date | null } | { never: string } {
  let at = from;
  for (let step = 0; step < mostSteps; step += 1) {
    if (wish.notAfter && at >= wish.notAfter) return { never: 'no hour there is open before its last moment.' };
    const verdict = judgePlace(asked, at);
    if (verdict.kind === 'skip') return { never: skipInWords(verdict.because) };
    if (verdict.kind === 'wait') {
      if (!verdict.until) return { never: 'its public holidays are not known so far ahead: update Trickle.' };
      at = verdict.until;
      continue;
    }
    const window = wish.hours && sendingWindow(wish.hours, at);
    if (!window || window.opensAt <= at)
      return { opens: at, closes: earliest(verdict.until, window?.closesAt, wish.notAfter) };
    at = window.opensAt;
  }
  return { never: 'its hours and the campaign’s Sending hours never meet.' };
}

function lastOpen(asked: Asked, wish: Wish, first: { closes: Date | null }): Date | null {
  let last = first.closes;
  for (let step = 0; step < mostSteps && last; step += 1) {
    const next = nextOpen(asked, wish, last);
    if ('never' in next) return last;
    last = next.closes;
  }
  return wish.notAfter;
}

function earliest(...ends: readonly (Date | null | undefined)[]): Date | null {
  const known = ends.filter((end) => end instanceof Date);
  return known.sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
}

function skipInWords(because: SkipBecause): string {
  switch (because.kind) {
    case 'no_rule':
      return `no rule is entered for ${because.places.map(placeName).join(' and ')}. An admin can add one with RULES_FILE.`;
    case 'blocked':
      return because.because;
    case 'no_hour':
      return 'no hour is allowed everywhere that they may be.';
    case 'opted_out':
      return 'they have opted out.';
  }
}
