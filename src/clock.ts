import { setTimeout as wait } from 'node:timers/promises';
import type { Clock, Stopwatch } from './ports/world.ts';

/** The longest time that a timer can wait; longer sleeps wake up and go on. */
const longestTimerMs = 2_147_483_647;

export const realTime: Stopwatch = {
  monotonicMs: () => performance.now(),
  sleep: async (ms, signal) => {
    await wait(Math.min(Math.max(0, ms), longestTimerMs), undefined, { signal }).catch(() => undefined);
  },
};

export const systemClock: Clock = { ...realTime, now: () => new Date(), real: realTime };
