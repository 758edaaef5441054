import { type Band, type RehearsalInput, type Rehearsed, rehearse } from './rehearse.ts';

export type SuggestedPace = { batchSize: number; everySeconds: number };

/** A pace that keeps the wait short, with what is to be expected of it; `isSure`: in nine of ten campaigns, else in most. */
export type BetterPace = SuggestedPace & { expected: Rehearsed; isSure: boolean };

const niceSizes = [1, 2, 3, 5, 8, 10, 15, 20, 25, 30, 35, 40, 50, 60, 75, 100, 150, 200, 300, 500, 1_000];
/** Fewer are enough to choose by; the chosen one is rehearsed in full. */
const choosingRuns = 60;
/** Each is rehearsed in full. */
const mostTried = 2;

/**
 * The largest smaller batch, at the same interval, with which nine of ten campaigns, or else most, answer everybody
 * within that long. Undefined: the pace as it is does so, or none does.
 */
export async function betterPace(
  input: RehearsalInput,
  expected: Pick<Rehearsed, 'longestWait'>,
  withinSeconds: number,
  { runs }: { runs: number },
): Promise<BetterPace | undefined> {
  if (expected.longestWait.middle <= withinSeconds) return undefined;
  const { throttle } = input;
  const slower = (batchSize: number) => ({ ...input, throttle: { ...throttle, batchSize } });
  const waits = new Map<number, Promise<Rehearsed>>();
  const waitWith = async (batchSize: number): Promise<Band> => {
    const rehearsed = waits.get(batchSize) ?? rehearse(slower(batchSize), { runs: Math.min(runs, choosingRuns) });
    waits.set(batchSize, rehearsed);
    return (await rehearsed).longestWait;
  };
  const smaller = niceSizes.filter((size) => size < throttle.batchSize);
  for (const wait of ['high', 'middle'] as const) {
    const chosen = await largest(smaller, async (size) => (await waitWith(size))[wait] <= withinSeconds);
    // Many runs may say otherwise than few: what is taken must not be followed by another offer.
    for (const batchSize of smaller.slice(0, chosen).reverse().slice(0, mostTried)) {
      const found = await rehearse(slower(batchSize), { runs });
      if (found.longestWait[wait] > withinSeconds) continue;
      return { batchSize, everySeconds: throttle.everySeconds, expected: found, isSure: wait === 'high' };
    }
  }
  return undefined;
}

/**
 * How many of the sizes keep the wait short: smaller batches never make people wait longer, so that halving finds the
 * largest that does.
 */
async function largest(sizes: readonly number[], keeps: (size: number) => Promise<boolean>): Promise<number> {
  let [least, most] = [0, sizes.length];
  while (least < most) {
    const middle = Math.floor((least + most) / 2);
    if (await keeps(sizes[middle]!)) least = middle + 1;
    else most = middle;
  }
  return least;
}
