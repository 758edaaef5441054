import type { Whereabouts } from '../place/whereabouts.ts';
import { type Asked, askedOf, type CampaignClass } from './asked.ts';
import { judgePlace, type Verdict } from './judge.ts';
import type { RuleBook } from './rule-book.ts';

/** A verdict for everybody of a window group, with what is asked of texts to them. */
export type GroupVerdict = { asked: Asked; verdict: Verdict };

/** The verdicts of groups, each found once and kept until it may change: a million people are a few hundred groups. */
export type Verdicts = {
  /** `key`: the same for all that are there. */
  of(where: Whereabouts, group: { key: string; campaignClass: CampaignClass }, now: Date): GroupVerdict;
};

/** A rule may come into force at any midnight. */
const longestMs = 3_600_000;

export function createVerdicts(book: RuleBook): Verdicts {
  const known = new Map<string, GroupVerdict & { fromMs: number; untilMs: number }>();
  return {
    of(where, { key: place, campaignClass }, now) {
      const key = `${campaignClass}/${place}`;
      const nowMs = now.getTime();
      const found = known.get(key);
      if (found && nowMs >= found.fromMs && nowMs < found.untilMs) return found;
      const asked = found?.asked ?? askedOf(book, where, campaignClass);
      const verdict = judgePlace(asked, now);
      const made = { asked, verdict, fromMs: nowMs, untilMs: Math.min(nowMs + longestMs, changeMs(verdict)) };
      known.set(key, made);
      return made;
    },
  };
}

function changeMs(verdict: Verdict): number {
  const at = verdict.kind === 'send' ? verdict.claimUntil : verdict.kind === 'wait' ? verdict.until : null;
  return at?.getTime() ?? Number.POSITIVE_INFINITY;
}
