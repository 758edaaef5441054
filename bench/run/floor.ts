import type { Provider } from '../provider/provider.ts';
import { contenders } from '../sending/contenders.ts';
import { runSending } from '../sending/run-sending.ts';
import { median } from './median.ts';
import type { Floor } from './section.ts';

/** The bare pool, so many times; the median. */
export async function measureFloor(
  provider: Provider,
  { rounds, messages }: { rounds: number; messages: number },
): Promise<Floor> {
  const pool = contenders.find(({ isFloor }) => isFloor)!;
  const runs = [];
  for (let round = 0; round < rounds; round += 1) runs.push(await runSending(pool, provider, messages));
  return {
    perSecond: median(runs.map(({ perSecond }) => perSecond)),
    cpuMicros: median(runs.map(({ cpuEach }) => cpuEach)),
  };
}
