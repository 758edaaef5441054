import { z } from 'zod';
import { Instant } from '../ids.ts';
import { TeamMeasure } from './measure.ts';
import { Expected } from './rehearse.ts';

/** What the approver was told to expect, kept to be held against what happened. */
export const Foretold = z.object({ at: Instant, expected: Expected });
export type Foretold = z.infer<typeof Foretold>;

/** A campaign's answers as counts, as of then. */
export const Measured = z.object({ at: Instant, measure: TeamMeasure });
export type Measured = z.infer<typeof Measured>;

/** What happened, in the words of the forecast; the wait in seconds of the sending hours. */
export type Happened = { doneMs: number; mostOpen: number; longestWait: number };

/** Did it happen within what eight of ten such campaigns do, as exactly as both are told? */
export function wasWithin(expected: Expected, happened: Happened): Record<keyof Happened, boolean> {
  return {
    // A forecast is told as the minute by which it is done, what happened as the minute in which it was.
    doneMs:
      toTheMinute(happened.doneMs) >= toTheMinute(expected.done.low) &&
      minuteOf(happened.doneMs) <= toTheMinute(expected.done.high),
    mostOpen: isIn(expected.mostOpen, happened.mostOpen, asTold),
    longestWait: isIn(expected.longestWait, happened.longestWait, minutesTold),
  };
}

function isIn({ low, high }: { low: number; high: number }, value: number, told: (value: number) => number): boolean {
  return told(value) >= told(low) && told(value) <= told(high);
}

export function toTheMinute(ms: number): number {
  return Math.ceil(ms / 60_000) * 60_000;
}

export function minuteOf(ms: number): number {
  return Math.floor(ms / 60_000) * 60_000;
}

/** Two figures are as exact as a forecast is. */
export function asTold(value: number): number {
  if (value < 20) return Math.round(value);
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.round(value / unit) * unit;
}

/** A wait in whole minutes, the longer the rougher. */
export function minutesTold(seconds: number): number {
  const minutes = seconds / 60;
  const unit = minutes < 20 ? 1 : minutes < 175 ? 5 : minutes < 48 * 60 ? 60 : 1_440;
  return Math.max(1, Math.round(minutes / unit) * unit);
}
