import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { openLowdbStore, usualLingerMs } from '../../src/store/lowdb/lowdb-store.ts';
import { vouchedFor } from '../../test/support/known-folder.ts';
import { measure } from '../run/measure.ts';
import { listOf, runCampaign } from '../sending/services.ts';
import { countingDisk } from './counting-disk.ts';
import { textEverybody } from './text-everybody.ts';

/** `messages`: how many of the people are texted. */
export type CostJob = { folder: string; people: number; messages: number };
export type Cost = {
  /** Of storing the list. */
  createMs: number;
  createLoopMaxMs: number;
  /** Of a claim and its result. */
  cpuEach: number;
  perSecond: number;
  bytesEach: number;
  loopP99Ms: number;
  loopMaxMs: number;
  /** Of the whole campaign in memory. */
  memoryBytes: number;
};

/** Runs in a process of its own, warmed up on a small campaign in a store beside it. */
export default async function runCost({ folder, people, messages }: CostJob): Promise<Cost> {
  await costOf(join(folder, 'warm'), 5_000, 5_000);
  return costOf(join(folder, 'cold'), people, messages);
}

async function costOf(folder: string, people: number, messages: number): Promise<Cost> {
  const disk = countingDisk();
  const store = await vouchedFor(await openLowdbStore({ folder, lingerMs: usualLingerMs, disk }));
  const before = await memoryInUse();
  const created = await measure(() => runCampaign(store, listOf(people)));
  const [campaign] = await store.campaigns.list();
  const writtenBefore = disk.written().bytes;
  const sent = await measure(() => textEverybody(store, campaign!, messages));
  const memoryBytes = (await memoryInUse()) - before;
  await store.close();
  return {
    createMs: created.ms,
    createLoopMaxMs: created.loopMaxMs,
    cpuEach: sent.cpuMicros / messages,
    perSecond: messages / (sent.ms / 1_000),
    bytesEach: (disk.written().bytes - writtenBefore) / messages,
    loopP99Ms: sent.loopP99Ms,
    loopMaxMs: sent.loopMaxMs,
    memoryBytes,
  };
}

/** What nobody needs any more is freed in later turns. */
async function memoryInUse(): Promise<number> {
  for (let turn = 0; turn < 5; turn += 1) {
    globalThis.gc?.();
    await nextTurn();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
