import { setTimeout as sleep } from 'node:timers/promises';
import { forEach, inFlight } from '../sending/contender.ts';
import { createBarePool } from '../sending/request.ts';
import type { CreateLimiter, Pattern } from './limiter.ts';

export type LimiterJob = { module: string; providerUrl: string; perSecond: number; seconds: number; pattern: Pattern };

const lateMs = 2_000;
const stallMs = 200;

/** Runs in a process of its own; the provider knows when the requests arrived. */
export default async function runLimiter({
  module,
  providerUrl,
  perSecond,
  seconds,
  pattern,
}: LimiterJob): Promise<void> {
  const { createLimiter } = (await import(module)) as { createLimiter: CreateLimiter };
  const pool = createBarePool(providerUrl);
  await Promise.all(Array.from({ length: inFlight }, () => pool.warm()));
  const limiter = await createLimiter(perSecond);
  if (pattern === 'late') await sleep(lateMs);
  const stalling = pattern === 'stalls' ? setInterval(standStill, 1_000) : undefined;
  await forEach(perSecond * seconds, async (no) => void (await limiter(() => pool.send(no))));
  clearInterval(stalling);
  await pool.close();
}

/** As a long collection of garbage or a frozen machine does, without using a core. */
function standStill(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, stallMs);
}
