import { count } from '../number-words.ts';
import { durationInWords } from './duration.ts';

/** The wall clock and the monotonic one, read at the same moment. */
export type ClockReading = { wallMs: number; monotonicMs: number };

/** A smaller step of the wall clock does no harm: a batch leaves that much earlier or later. */
export const clockToleranceMs = 60_000;

/** By how many milliseconds the wall clock was set between two readings; negative: set back. */
export function stepBetween(earlier: ClockReading, later: ClockReading): number {
  return later.wallMs - earlier.wallMs - (later.monotonicMs - earlier.monotonicMs);
}

/** A step, in milliseconds and either direction, beyond the tolerance. */
export function isStep(ms: number): boolean {
  return Math.abs(ms) > clockToleranceMs;
}

/** "It was set back by 6 minutes." */
export function stepInWords(ms: number): string {
  return `It was set ${ms < 0 ? 'back' : 'forward'} by ${lengthInWords(ms)}.`;
}

/** "It is 7 minutes behind the SMS provider’s clock." */
export function skewInWords(behindMs: number): string {
  return `It is ${lengthInWords(behindMs)} ${behindMs > 0 ? 'behind' : 'ahead of'} the SMS provider’s clock.`;
}

/** To the second up to two minutes, then to ten seconds, then to the minute: nobody needs it more exactly. */
function lengthInWords(ms: number): string {
  const seconds = Math.max(1, Math.round(Math.abs(ms) / 1000));
  if (seconds < 120) return count(seconds, 'second');
  const unit = seconds < 600 ? 10 : 60;
  return durationInWords(Math.round(seconds / unit) * unit);
}
