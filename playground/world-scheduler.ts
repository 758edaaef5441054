import type { createScheduler } from '../src/scheduler.ts';
import type { WorldClock } from './world-clock.ts';

const secondMs = 1_000;

/** One tick each second of the playground's time, never two at once: else faster time would leave the program behind. */
export function createWorldScheduler(clock: Pick<WorldClock, 'after'>): typeof createScheduler {
  return (tick, log) => {
    let isStopped = false;
    let cancel = () => {};
    let running = Promise.resolve();
    const wait = () => {
      if (!isStopped) cancel = clock.after(secondMs, ring);
    };
    const ring = () => {
      running = tick()
        .catch((error) => log.error({ err: error }, 'A tick went wrong; the next one tries again'))
        .then(wait);
    };
    return {
      start: wait,
      stop: async () => {
        isStopped = true;
        cancel();
        await running;
      },
    };
  };
}
