import type { Clock } from '../../src/ports.ts';

/** Time that passes so many times as fast as it does: the same program, half an hour in seconds. */
export function fastClock(speed: number): Clock {
  const startedAt = Date.now();
  const startedMs = performance.now();
  const monotonicMs = () => (performance.now() - startedMs) * speed;
  return {
    now: () => new Date(startedAt + monotonicMs()),
    monotonicMs,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const timer = setTimeout(resolve, Math.max(0, ms / speed));
        signal?.addEventListener('abort', () => {
          clearTimeout(timer);
          resolve();
        });
      }),
  };
}
