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

/** Did it happen within what eight of ten such campaigns do? */
export function wasWithin(expected: Expected, happened: Happened): Record<keyof Happened, boolean> {
  return {
    doneMs: isIn(expected.done, happened.doneMs),
    mostOpen: isIn(expected.mostOpen, happened.mostOpen),
    longestWait: isIn(expected.longestWait, happened.longestWait),
  };
}

function isIn({ low, high }: { low: number; high: number }, value: number): boolean {
  return value >= low && value <= high;
}
