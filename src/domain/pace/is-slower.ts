import type { PaceLimits } from './pace-limits.ts';
import type { SendingHours } from './sending-hours.ts';
import type { Throttle } from './throttle.ts';

/**
 * Does it keep to what was approved: in no stretch of time more texts, at no other hours, and held as soon? What is
 * exactly as approved does.
 */
export function isSlower(next: PaceLimits, approved: PaceLimits): boolean {
  return (
    sendsNoMore(next.throttle, approved.throttle) &&
    (approved.throttle.pace === undefined || next.throttle.pace === approved.throttle.pace) &&
    isWithin(next.hours, approved.hours) &&
    atMost(next.throttle.holdAbove, approved.throttle.holdAbove) &&
    atMost(next.answerWithinSeconds, approved.answerWithinSeconds)
  );
}

/**
 * As many batches as can start within one approved interval are together no larger than one approved batch. Then so it
 * is in any longer stretch: one of `n` approved batches holds at most `n` times as many.
 */
function sendsNoMore(next: Throttle, approved: Throttle): boolean {
  return next.batchSize * Math.ceil(approved.everySeconds / next.everySeconds) <= approved.batchSize;
}

/** Null is no limit. */
function atMost(next: number | null, approved: number | null): boolean {
  return approved === null || (next !== null && next <= approved);
}

/** By the same wall clock: hours of another zone may drift apart, so that nobody can tell in advance. */
function isWithin(next: SendingHours | null, approved: SendingHours | null): boolean {
  if (approved === null) return true;
  if (next === null || next.zone !== approved.zone) return false;
  const allowed = new Set(openMinutes(approved));
  return openMinutes(next).every((minute) => allowed.has(minute));
}

const dayMinutes = 1_440;
const weekMinutes = 7 * dayMinutes;

/** The minutes of the week that are open, from Monday's first. */
function openMinutes({ days, from, to }: SendingHours): number[] {
  const [start, end] = [minuteOf(from), minuteOf(to)];
  const length = end > start ? end - start : end + dayMinutes - start;
  return days.flatMap((day) => Array.from({ length }, (_, no) => ((day - 1) * dayMinutes + start + no) % weekMinutes));
}

function minuteOf(wallTime: string): number {
  const [hour = 0, minute = 0] = wallTime.split(':').map(Number);
  return hour * 60 + minute;
}
