import type { Whereabouts } from '../place/whereabouts.ts';
import { type Asked, askedOf, askedOfBoth, type CampaignClass, sayingsAt } from './asked.ts';
import type { Cap } from './cap.ts';
import { judgePlace, type Verdict } from './judge.ts';
import type { RuleBook } from './rule-book.ts';

/** A verdict for everybody of a window group, with what is asked of texts to them, and the caps of that time. */
export type GroupVerdict = { asked: Asked; verdict: Verdict; caps: readonly Cap[] };

/** The verdicts of groups, each found once and kept until it may change: a million people are a few hundred groups. */
export type Verdicts = {
  /** `key`: the same for all that are there. */
  of(where: Whereabouts, group: { key: string; campaignClass: CampaignClass }, now: Date): GroupVerdict;
};

/** A rule may come into force at any midnight, and every midnight of the world falls on a quarter of an hour. */
const quarterMs = 900_000;

/** `approved`: the book under which a campaign was approved, where it is another one. */
export function createVerdicts(book: RuleBook, approved?: RuleBook): Verdicts {
  type Known = Map<string, GroupVerdict & { fromMs: number; untilMs: number }>;
  const knownOf: Record<CampaignClass, Known> = { marketing: new Map(), informational: new Map() };
  const ask = (where: Whereabouts, campaignClass: CampaignClass) =>
    approved ? askedOfBoth([book, approved], where, campaignClass) : askedOf(book, where, campaignClass);
  return {
    of(where, { key, campaignClass }, now) {
      const known = knownOf[campaignClass];
      const nowMs = now.getTime();
      const found = known.get(key);
      if (found && nowMs >= found.fromMs && nowMs < found.untilMs) return found;
      const asked = found?.asked ?? ask(where, campaignClass);
      const verdict = judgePlace(asked, now);
      const caps = sayingsAt(asked, 'cap', now).map(({ says: { max, perHours } }) => ({ max, perHours }));
      const made = { asked, verdict, caps, fromMs: nowMs, untilMs: Math.min(nextQuarterMs(nowMs), changeMs(verdict)) };
      known.set(key, made);
      return made;
    },
  };
}

function nextQuarterMs(nowMs: number): number {
  return (Math.floor(nowMs / quarterMs) + 1) * quarterMs;
}

function changeMs(verdict: Verdict): number {
  const at = verdict.kind === 'send' ? verdict.claimUntil : verdict.kind === 'wait' ? verdict.until : null;
  return at?.getTime() ?? Number.POSITIVE_INFINITY;
}
