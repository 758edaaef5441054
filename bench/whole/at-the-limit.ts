import { setTimeout as sleep } from 'node:timers/promises';
import { arrivalsOf } from '../limiter/most-in-a-second.ts';
import { startWholeWorld } from './world.ts';

export type AtTheLimit = { limit: number; perSecond: number; mostInASecond: number };

/** Two senders with a campaign each, the account as the limit of both; `stallMs`: how long it stands still in each second. */
export async function runAtTheLimit(limit: number, seconds: number, stallMs: number): Promise<AtTheLimit> {
  const senders = ['12015550123', '12015550124'];
  const people = Math.ceil((limit * (seconds + 5)) / senders.length);
  const rates = senders.map((sender) => `${sender}:${limit}/s`).join(',');
  const world = await startWholeWorld(
    senders.map((sender) => ({ sender, people })),
    rates,
    `${limit}/s`,
  );
  try {
    const program = await world.start();
    while ((await world.provider.count()).messages < limit) await sleep(20);
    await world.provider.forget();
    for (const endMs = performance.now() + seconds * 1_000; performance.now() < endMs; ) {
      await sleep(1_000 - stallMs);
      if (stallMs > 0) await program.freeze(stallMs);
    }
    const { arrivals } = await world.provider.arrivals();
    const times = Object.values(arrivals).flat();
    return { limit, ...arrivalsOf(times.sort((a, b) => a - b)) };
  } finally {
    await world.close();
  }
}
