import type { Instant } from '../ids.ts';

/** The provider's clock may be so far ahead of ours: what its webhooks are signed with is taken up to that. */
const toleranceMs = 300_000;

/** An opt-out that is stored: written by the person, told by their carrier, or entered by hand by our own clock. */
export type KnownOptOut = { at: Instant; isByHand: boolean };

/**
 * Is a START, which arrives now, the last word? Providers tell the time in whole seconds: of two texts with the same,
 * nobody knows which was the last, so the STOP stays. What was entered by hand under a moment that has not come yet, was
 * so by a clock that was ahead: of that, only the order of arrival is known.
 */
export function isLastWord(start: Instant, optOuts: readonly KnownOptOut[], now: Date): boolean {
  const startMs = Date.parse(start);
  const isOfNow = startMs <= now.getTime() + toleranceMs;
  return optOuts.every(({ at, isByHand }) => {
    const atMs = Date.parse(at);
    return startMs > atMs || (isByHand && isOfNow && atMs > now.getTime());
  });
}

/**
 * Did the person write START after the opt-out that arrives now? Only when the provider dated it, and at no moment that has
 * not come yet: in doubt the opt-out holds.
 */
export function isOutlived(optOut: Instant, starts: readonly { at: Instant; undated?: boolean }[], now: Date): boolean {
  return starts.some(({ at, undated }) => {
    const startMs = Date.parse(at);
    return !undated && startMs > Date.parse(optOut) && startMs <= now.getTime() + toleranceMs;
  });
}
