import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Used } from './program.ts';
import { startProvider } from './provider.ts';
import { startWholeWorld } from './world.ts';

/** `perSecond`: messages that arrived, or whose receipts were taken; `bytes`: written to disk for each message. */
export type FlatOut = Used & { perSecond: number; cpuUs: number; bytes: number | undefined; twice: number };

const sender = '12015550123';

/**
 * Everything at once, as fast as a limit of 9,999/s lets it. The first `warmUp` people are not counted: by then the
 * program's hot functions are compiled, as those of the bare pool are.
 */
export async function runFlatOut(
  people: number,
  { receipts = false, warmUp = Math.floor(people / 4), node = [] as string[] } = {},
): Promise<FlatOut> {
  const world = await startWholeWorld([{ sender, people }], `${sender}:9999/s`, '9999/s');
  try {
    const program = await world.start({ receipts, node });
    const done = async (): Promise<number> => {
      const { messages, receiptsTaken } = await world.provider.count();
      return receipts ? receiptsTaken : messages;
    };
    while ((await done()) < warmUp) await sleep(20);
    const [before, startMs, writtenBefore] = [await done(), performance.now(), await program.written()];
    await program.used();
    while ((await done()) < people) await sleep(20);
    const seconds = (performance.now() - startMs) / 1_000;
    const [used, written] = [await program.used(), await program.written()];
    const { twice } = await world.provider.arrivals();
    const counted = people - before;
    return {
      ...used,
      perSecond: counted / seconds,
      cpuUs: (used.cpuMs * 1_000) / counted,
      bytes: written === undefined || writtenBefore === undefined ? undefined : (written - writtenBefore) / counted,
      twice,
    };
  } finally {
    await world.close();
  }
}

/** The floor: the same requests over a bare pool of connections. */
export async function runBarePool(messages: number): Promise<{ perSecond: number; cpuUs: number }> {
  const provider = await startProvider();
  try {
    const child = fork(new URL('./bare-pool.ts', import.meta.url), [provider.url, String(messages)]);
    const [floor] = (await once(child, 'message')) as [{ perSecond: number; cpuUs: number }];
    return floor;
  } finally {
    await provider.close();
  }
}
