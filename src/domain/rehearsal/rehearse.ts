import { z } from 'zod';
import { answeredMs, type Canary, canaryStops } from '../pace/canary.ts';
import { type Forecast, type ForecastInput, forecast } from '../pace/progress.ts';
import { createTurns } from '../turns.ts';
import type { Belief } from './belief.ts';
import { type Busy, notBusy } from './busy.ts';
import { createChance } from './chance.ts';
import { type Grid, gridOf } from './grid.ts';
import { curvePoints, type Run, walk } from './walk.ts';

/** The 10th, the 50th and the 90th percentile: eight of ten campaigns like this lie between the first and the last. */
export const Band = z.object({ low: z.number(), middle: z.number(), high: z.number() });
export type Band = z.infer<typeof Band>;

/** What is to be expected of a campaign. */
export const Expected = z.object({
  /** When the last message leaves, in milliseconds since the epoch. */
  done: Band,
  /** Open replies at their most. */
  mostOpen: Band,
  /** The longest that somebody waits for an answer, in seconds of the sending hours. */
  longestWait: Band,
  repliesPerHour: z.number(),
  /** What the team deals with in an hour. */
  handledPerHour: z.number(),
  replies: z.number(),
  /** Too little is known of the team: usual figures were taken. */
  isUsual: z.boolean(),
  /** Other campaigns of the channel that are counted in. */
  others: z.int().min(1).optional(),
  /** After so many people it was taken to wait for an hour each. */
  waitsAfter: z.array(z.int().min(1)).optional(),
});
export type Expected = z.infer<typeof Expected>;

/** The same, with how many replies are open in the mean, from beginning to end. */
export type Rehearsed = Expected & { curve: readonly { at: Date; open: number }[] };

/** `zone`: the campaign's, by whose clock the hours of the week are counted. */
export type RehearsalInput = ForecastInput & {
  zone: string;
  belief: Belief;
  /** Answer within, where its author filled it in. */
  promisedSeconds?: number | null;
  canary?: Canary | null;
  busy?: Busy;
};

const unheededRuns = 5;

/** Lives through the campaign so many times; gives other work its turn in between. */
export async function rehearse(
  input: RehearsalInput,
  { runs, seed = 1 }: { runs: number; seed?: number },
): Promise<Rehearsed> {
  const { startMs, grid, lived } = await liveThrough(input, { runs, seed });
  const { belief, size } = input;
  const done = bandOf(lived.map(({ doneMs }) => startMs + doneMs));
  return {
    done,
    mostOpen: bandOf(lived.map(({ mostOpen }) => mostOpen)),
    longestWait: bandOf(lived.map(({ longestWaitMs }) => longestWaitMs / 1_000)),
    ...ratesOf(input),
    replies: belief.share * size,
    isUsual: belief.isUsual,
    ...(input.busy && input.busy.campaigns > 0 && { others: input.busy.campaigns }),
    ...(input.canary && { waitsAfter: canaryStops(input.canary).filter((people) => people < size) }),
    curve: curveOf(lived, grid, { startMs, endMs: done.high }),
  };
}

/** Each run by itself, from `startMs` on. */
export async function liveThrough(
  input: RehearsalInput,
  { runs, seed }: { runs: number; seed: number },
): Promise<{ startMs: number; grid: Grid; lived: Run[] }> {
  const { throttle, ratePerSecond, belief, zone } = input;
  const { repliesPerHour, handledPerHour } = ratesOf(input);
  const people = livedOf(input, repliesPerHour < handledPerHour);
  const planned = forecast({ ...input, size: people });
  const startMs = planned.firstBatchAt.getTime();
  const sendingMs = planned.doneAt.getTime() - startMs;
  const grid = gridOf(input.hours, planned.firstBatchAt, { sendingMs, zone });
  const { promisedSeconds = null, canary = null, busy = notBusy } = input;
  const common = { ratePerSecond, promisedSeconds, habit: belief.habit };
  const others = busy.others.map((one) => ({ ...common, ...one, canary: null }));
  const plan = { ...common, size: people, throttle, canary, busy: { open: busy.open, others } };
  const turns = createTurns();
  const lived: Run[] = [];
  const waitsMs = canary ? canaryStops(canary).filter((first) => first < people).length * answeredMs : 0;
  const until = endOf({ startMs, plannedMs: sendingMs + waitsMs, whole: forecast(input), lived: people, waitsMs });
  for (let run = 0; run < runs; run += 1) {
    // The first few take less than a turn.
    if (run >= unheededRuns && turns.areDue()) await turns.give();
    const one = walk(plan, belief, grid, createChance(seed * 10_007 + run));
    lived.push({ ...one, doneMs: until(one.doneMs) });
  }
  return { startMs, grid, lived };
}

/** A moment that nobody plans beyond: what never ends would leave the calendar. */
const furthestMs = 100 * 365 * 86_400_000;

/**
 * When all of it ends where the people lived end then: never before the pace alone lets it, and as much later as more people
 * are held longer.
 */
function endOf(of: {
  startMs: number;
  plannedMs: number;
  whole: Forecast;
  lived: number;
  /** It waits for so long once, however many people it has. */
  waitsMs: number;
}): (doneMs: number) => number {
  const { startMs, plannedMs, whole, lived, waitsMs } = of;
  const wholeMs = whole.doneAt.getTime() - startMs + waitsMs;
  return (doneMs) =>
    wholeMs + Math.min(furthestMs, (Math.max(0, doneMs - plannedMs) * whole.size) / Math.max(1, lived));
}

function ratesOf(input: RehearsalInput): Pick<Expected, 'repliesPerHour' | 'handledPerHour'> {
  const { size, throttle, belief } = input;
  return {
    repliesPerHour: belief.share * Math.min(size, (throttle.batchSize * 3_600) / secondsOfBatch(input)),
    handledPerHour: belief.speed * peopleAtWork(belief),
  };
}

/** A campaign whose open replies do not pile up, or are held down, is after a few days as it will be for weeks. */
function livedOf(input: ForecastInput, isAnswered: boolean): number {
  const { size, throttle } = input;
  if (!isAnswered && throttle.holdAbove === null) return size;
  return Math.min(size, throttle.batchSize * Math.ceil(livedSeconds / secondsOfBatch(input)));
}

const livedSeconds = 2 * 86_400;

function secondsOfBatch({ throttle, ratePerSecond }: Pick<ForecastInput, 'throttle' | 'ratePerSecond'>): number {
  return Math.max(throttle.everySeconds, throttle.batchSize / ratePerSecond);
}

/** In the hours in which there is somebody. */
function peopleAtWork({ staff }: Belief): number {
  const staffed = staff.filter((people) => people > 0);
  return staffed.reduce((sum, people) => sum + people, 0) / Math.max(1, staffed.length);
}

function curveOf(
  lived: readonly Run[],
  grid: Grid,
  { startMs, endMs }: { startMs: number; endMs: number },
): Rehearsed['curve'] {
  const lengthMs = endMs - startMs;
  const points = Math.min(curvePoints, grid.at(lengthMs) + 1);
  return Array.from({ length: points }, (_, point) => {
    const atMs = (point * lengthMs) / Math.max(1, points - 1);
    const step = grid.at(atMs);
    const open = lived.reduce((sum, run) => sum + run.open[step]!, 0) / lived.length;
    return { at: new Date(startMs + atMs), open: Math.round(open) };
  });
}

function bandOf(values: readonly number[]): Band {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { low: at(0.1), middle: at(0.5), high: at(0.9) };
}
