import { resumeAt, type Throttle } from '../pace/throttle.ts';
import type { Belief } from './belief.ts';
import { type Chance, drawnFrom } from './chance.ts';
import type { Grid } from './grid.ts';
import { teamOf } from './handling.ts';
import { delayEnds } from './measure.ts';

/** A campaign that is to be rehearsed; of a long one only `lived` people, and its end is as much later as it has more. */
export type Plan = { size: number; lived: number; throttle: Throttle; ratePerSecond: number };

/** What happened in one run, in milliseconds; waits in open time. */
export type Run = { doneMs: number; mostOpen: number; longestWaitMs: number; open: Float64Array };

/** More replies than that come several at once. */
const mostReplies = 2_000;
/** Where the curve of open replies is looked at. */
export const curvePoints = 16;

/** Lives through the campaign once. Its cost does not grow with the list. */
export function walk(plan: Plan, belief: Belief, grid: Grid, chance: Chance): Run {
  const share = Math.min(0.95, belief.share * Math.exp(belief.shareSpread * chance.normal()));
  const { size, lived } = plan;
  const atOnce = Math.max(1, Math.floor((lived * share) / mostReplies));
  const sender = sendingOf({ ...plan, size: lived }, grid, repliesOf(belief, { share, atOnce }, grid, chance));
  const team = teamOf(belief, atOnce, grid, chance);
  let mostOpen = 0;
  const open = new Float64Array(grid.startsMs.length);
  for (let step = 0; step < grid.startsMs.length; step += 1) {
    const replies = sender.arrivals[step]!;
    if (replies === 0 && team.open() === 0 && sender.isThrough()) continue;
    team.come(replies, step);
    mostOpen = Math.max(mostOpen, team.open());
    team.work(step);
    sender.send(step, team.open());
    open[step] = team.open();
  }
  const doneMs = sender.doneMs();
  return {
    doneMs: lived < size ? (doneMs / lived) * size : doneMs,
    mostOpen,
    longestWaitMs: team.longestWaitMs(),
    open,
  };
}

/** When each of a batch's replies comes, as steps. */
function repliesOf(belief: Belief, { share, atOnce }: { share: number; atOnce: number }, grid: Grid, chance: Chance) {
  const scale = Math.exp(belief.delaySpread * chance.normal());
  const endMs = grid.startsMs.at(-1)!;
  return (people: number, atMs: number, arrivals: Uint32Array): void => {
    const replies = chance.binomial(people, share / atOnce);
    for (let no = 0; no < replies; no += 1) {
      const comesMs = atMs + delayMs(belief.delays, chance.next()) * scale;
      if (comesMs > endMs) continue;
      const step = grid.at(comesMs);
      arrivals[step] = (arrivals[step] ?? 0) + atOnce;
    }
  };
}

/** In milliseconds. */
function delayMs(delays: readonly number[], drawn: number): number {
  return drawnFrom(delayEnds, delays, drawn) * 60_000;
}

/** Sends batch after batch as the throttle allows. */
function sendingOf(
  { size, throttle, ratePerSecond }: Omit<Plan, 'lived'>,
  grid: Grid,
  reply: ReturnType<typeof repliesOf>,
) {
  const arrivals = new Uint32Array(grid.startsMs.length);
  const { batchSize, everySeconds, holdAbove } = throttle;
  const batchMs = Math.max(everySeconds * 1_000, (batchSize / ratePerSecond) * 1_000);
  let [sent, nextMs, doneMs, isHolding] = [0, 0, 0, false];
  return {
    arrivals,
    send(step: number, open: number): void {
      if (sent >= size) return;
      if (holdAbove !== null) isHolding = open > (isHolding ? resumeAt(holdAbove) : holdAbove);
      if (!grid.isOpen[step] || isHolding) return;
      const [fromMs, toMs] = [grid.startsMs[step]!, grid.startsMs[step]! + grid.lengthsMs[step]!];
      while (sent < size && nextMs < toMs) {
        const people = Math.min(batchSize, size - sent);
        const atMs = Math.max(nextMs, fromMs);
        const lastMs = (people / ratePerSecond) * 1_000;
        // A reply to this step's batch comes in a later step.
        reply(people, Math.max(atMs + lastMs / 2, toMs), arrivals);
        sent += people;
        doneMs = atMs + lastMs;
        nextMs = atMs + batchMs;
      }
    },
    isThrough: (): boolean => sent >= size,
    /** Not done within the grid: it would go on as it went. */
    doneMs: (): number => (sent >= size || sent === 0 ? doneMs : (grid.startsMs.at(-1)! / sent) * size),
  };
}
