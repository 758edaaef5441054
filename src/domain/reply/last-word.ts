import type { Instant } from '../ids.ts';

/** The provider's clock may be this far ahead of ours: webhooks signed up to then are accepted. */
const toleranceMs = 300_000;

/** No provider delivers a text later than this: an older date is wrong. */
const oldestMs = 7 * 86_400_000;

/** A stored opt-out: written by the person, told by their carrier, or entered by hand under our own clock. */
export type KnownOptOut = { at: Instant; isByHand: boolean };

/** A text's date; `undated`: not by the provider; `ahead`: it was in the future on arrival. */
export type Dated = { at: Instant; undated?: true | undefined; ahead?: true | undefined };

/** Can a text that arrives now have been written at its date? */
export function isCredible({ at }: Dated, now: Date): boolean {
  const sinceMs = now.getTime() - Date.parse(at);
  return sinceMs >= -toleranceMs && sinceMs <= oldestMs;
}

/** Is the date of a text that arrives now in the future? Then its date or our clock is wrong. */
export function isAhead({ at }: Dated, now: Date): boolean {
  return Date.parse(at) > now.getTime();
}

/**
 * Is a START that arrives now the last word? Providers tell the time in whole seconds: between two texts of the same
 * second nobody knows the last, so the STOP stays. It also stays against a START without a date, which may be old. A
 * START dated further ahead than clocks are counts as of now. An opt-out entered by hand under a moment still to come
 * is from a clock that was ahead, and only the order of arrival is known: a START of just now is later, one that comes
 * late may have been written before.
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
 * Did the person write START after the opt-out that arrives now? Only if both dates can be true: an opt-out with no
 * date or a very old one is new, and a START dated in the future on arrival may have been written at any moment before.
 * In doubt the opt-out holds.
 */
export function isOutlived(optOut: Dated, starts: readonly Dated[], now: Date): boolean {
  const optOutMs = Date.parse(optOut.at);
  if (optOut.undated || optOutMs < now.getTime() - oldestMs) return false;
  return starts.some((start) => {
    if (start.undated || start.ahead || isAhead(start, now)) return false;
    return Date.parse(start.at) > optOutMs;
  });
}

/** Of two equal texts: may this one have been written after the known one? Only two dates can rule that out. */
export function mayBeNewer(text: Dated, known: Dated): boolean {
  return text.undated === true || known.undated === true || Date.parse(text.at) > Date.parse(known.at);
}
