import type { ForecastInput } from '../pace/progress.ts';
import type { Belief } from './belief.ts';
import { type Rehearsed, rehearse } from './rehearse.ts';

/** A pace that keeps the wait short, with what is to be expected of it. */
export type BetterPace = { batchSize: number; everySeconds: number; expected: Rehearsed };

const niceSizes = [1, 2, 3, 5, 8, 10, 15, 20, 25, 30, 35, 40, 50, 60, 75, 100, 150, 200, 300, 500, 1_000];
/** Fewer are enough to choose by; the chosen one is rehearsed in full. */
const runs = 60;

/**
 * The largest smaller batch, at the same interval, with which nine of ten campaigns answer everybody within that long.
 * Undefined: the pace as it is does so, or none does.
 */
export async function betterPace(
  input: ForecastInput & { zone: string; belief: Belief },
  expected: Pick<Rehearsed, 'longestWait'>,
  withinSeconds: number,
): Promise<BetterPace | undefined> {
  if (expected.longestWait.middle <= withinSeconds) return undefined;
  const { throttle } = input;
  const smaller = niceSizes.filter((size) => size < throttle.batchSize);
  const slower = (batchSize: number) => ({ ...input, throttle: { ...throttle, batchSize } });
  let [least, most] = [0, smaller.length];
  // Smaller batches never make people wait longer, so that halving finds the largest that does.
  while (least < most) {
    const middle = Math.floor((least + most) / 2);
    const { longestWait } = await rehearse(slower(smaller[middle]!), { runs });
    if (longestWait.high <= withinSeconds) least = middle + 1;
    else most = middle;
  }
  const batchSize = smaller[least - 1];
  if (batchSize === undefined) return undefined;
  return { batchSize, everySeconds: throttle.everySeconds, expected: await rehearse(slower(batchSize)) };
}
