import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Used } from './program.ts';
import { startWholeWorld } from './world.ts';

export type FlatOut = Used & { perSecond: number; cpuUs: number; bytes: number | undefined; twice: number };

/** Everything at once, as fast as a limit of 9,999/s lets it. */
export async function runFlatOut(people: number, { receipts = false, node = [] as string[] } = {}): Promise<FlatOut> {
  const sender = '12015550123';
  const world = await startWholeWorld([{ sender, people }], `${sender}:9999/s`, '9999/s');
  try {
    const program = await world.start({ receipts, node });
    await program.used();
    const writtenBefore = await program.written();
    const isDone = async () => {
      const { messages, receiptsTaken } = await world.provider.count();
      return messages >= people && (!receipts || receiptsTaken >= people);
    };
    while (!(await isDone())) await sleep(100);
    const endMs = performance.timeOrigin + performance.now();
    const used = await program.used();
    const written = await program.written();
    const { arrivals, twice } = await world.provider.arrivals();
    const times = arrivals[sender] ?? [];
    const seconds = ((receipts ? endMs : times.at(-1)!) - times[0]!) / 1_000;
    return {
      ...used,
      perSecond: people / seconds,
      cpuUs: (used.cpuMs * 1_000) / people,
      bytes: written === undefined || writtenBefore === undefined ? undefined : (written - writtenBefore) / people,
      twice,
    };
  } finally {
    await world.close();
  }
}

/** The same requests over a bare pool of connections. */
export async function runBarePool(messages: number): Promise<{ perSecond: number; cpuUs: number }> {
  const { startProvider } = await import('./provider.ts');
  const provider = await startProvider();
  try {
    const child = fork(new URL('./bare-pool.ts', import.meta.url), [provider.url, String(messages)]);
    const [floor] = (await once(child, 'message')) as [{ perSecond: number; cpuUs: number }];
    return floor;
  } finally {
    await provider.close();
  }
}
