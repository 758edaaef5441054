import type { Instant } from '../ids.ts';

/** The provider's clock may be so far ahead of ours: what its webhooks are signed with is taken up to that. */
const toleranceMs = 300_000;

/** No provider delivers a text later than this: a date of before is wrong. */
const oldestMs = 7 * 86_400_000;

/** An opt-out that is stored: written by the person, told by their carrier, or entered by hand by our own clock. */
export type KnownOptOut = { at: Instant; isByHand: boolean };

/** A text as it is dated; `undated`: not by the provider; `ahead`: its date had not come yet when it arrived. */
export type Dated = { at: Instant; undated?: true | undefined; ahead?: true | undefined };

/** Has the date of a text that arrives now not come yet? Then its date is wrong, or our clock. */
export function isAhead({ at }: Dated, now: Date): boolean {
  return Date.parse(at) > now.getTime();
}

/**
 * Is a START, which arrives now, the last word? Providers tell the time in whole seconds: of two texts with the same,
 * nobody knows which was the last, so the STOP stays. So it does against a START without a date, which may be an old one;
 * and one whose date is further ahead than clocks are counts as of now. What was entered by hand under a moment that has
 * not come yet, was so by a clock that was ahead: of that, only the order of arrival is known, so a START of just now is
 * later, and one that comes late may have been written before.
 */
export function isLastWord(start: Dated, optOuts: readonly KnownOptOut[], now: Date): boolean {
  if (start.undated) return false;
  const datedMs = Date.parse(start.at);
  const sinceMs = now.getTime() - datedMs;
  const isOfNow = Math.abs(sinceMs) <= toleranceMs;
  const startMs = sinceMs < -toleranceMs ? now.getTime() : datedMs;
  return optOuts.every(({ at, isByHand }) => {
    const atMs = Date.parse(at);
    return startMs > atMs || (isByHand && isOfNow && atMs > now.getTime());
  });
}

/**
 * Did the person write START after the opt-out that arrives now? Only when the dates of both can be true: an opt-out without
 * one, or with a very old one, is new, and a START whose date had not come when it arrived may have been written at any
 * moment before. In doubt the opt-out holds.
 */
export function isOutlived(optOut: Dated, starts: readonly Dated[], now: Date): boolean {
  const optOutMs = Date.parse(optOut.at);
  if (optOut.undated || optOutMs < now.getTime() - oldestMs) return false;
  return starts.some((start) => {
    if (start.undated || start.ahead || isAhead(start, now)) return false;
    return Date.parse(start.at) > optOutMs;
  });
}

/** Of two texts that are alike: may this one have been written after the known one? Only two dates can rule that out. */
export function mayBeNewer(text: Dated, known: Dated): boolean {
  return text.undated === true || known.undated === true || Date.parse(text.at) > Date.parse(known.at);
}
