import { setTimeout as sleep } from 'node:timers/promises';
import type { Used } from './program.ts';
import { startWholeWorld } from './world.ts';

export type Steady = Used & { cpuPercent: number; messages: number; bytes: number | undefined };

/** 30 messages a second with a receipt for each, progress shown in Slack; percent of one core. */
export async function runSteady(seconds: number): Promise<Steady> {
  const sender = '12015550123';
  const people = 30 * (seconds + 60);
  const world = await startWholeWorld([{ sender, people }], `${sender}:30/s`, '30/s');
  try {
    const program = await world.start({ receipts: true });
    while ((await world.provider.count()).receiptsTaken < 30 * 10) await sleep(100);
    await program.used();
    const [before, writtenBefore] = [await world.provider.count(), await program.written()];
    await sleep(seconds * 1_000);
    const [used, after, written] = [await program.used(), await world.provider.count(), await program.written()];
    const messages = after.messages - before.messages;
    const bytes =
      written === undefined || writtenBefore === undefined ? undefined : (written - writtenBefore) / messages;
    return { ...used, cpuPercent: used.cpuMs / (seconds * 10), messages, bytes };
  } finally {
    await world.close();
  }
}

/** Nothing to do: until it runs, and what it holds a while later. */
export async function runIdle(): Promise<{ readyMs: number; rssMb: number; cpuPercent: number }> {
  const world = await startWholeWorld([], '12015550123:30/s', '30/s');
  try {
    const program = await world.start();
    const readyMs = await program.readyMs;
    await sleep(10_000);
    await program.used();
    await sleep(10_000);
    const { rssMb, cpuMs } = await program.used();
    return { readyMs, rssMb, cpuPercent: cpuMs / 100 };
  } finally {
    await world.close();
  }
}
