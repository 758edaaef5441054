import type { Clock } from '../../src/ports/world.ts';
import type { Timers } from '../../src/store/lowdb/files/timers.ts';

export type HandClock = Clock & {
  /** Moves time on, waking every sleeper whose time has come, in order; lets what they start run in between. */
  advance(ms: number): Promise<void>;
  /** The wall clock is set, the other one goes on. */
  set(byMs: number): void;
  /** Moves time on while nobody could act: the process was frozen. */
  leap(ms: number): void;
};

/** Time that moves only by hand: the same test takes the same steps on any machine. */
export function handClock(start = '2026-03-02T09:00:00.000Z'): HandClock {
  let nowMs = 0;
  let startedAt = Date.parse(start);
  const sleepers = new Set<{ atMs: number; wake: () => void }>();

  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 24; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };

  const clock: HandClock = {
    get real() {
      return clock;
    },
    now: () => new Date(startedAt + nowMs),
    monotonicMs: () => nowMs,
    set: (byMs) => {
      startedAt += byMs;
    },
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const sleeper = { atMs: nowMs + Math.max(0, ms), wake: resolve };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', () => {
          sleepers.delete(sleeper);
          resolve();
        });
      }),
    leap: (ms) => {
      nowMs += ms;
    },
    advance: async (ms) => {
      const untilMs = nowMs + ms;
      await settle();
      for (;;) {
        const next = [...sleepers].filter(({ atMs }) => atMs <= untilMs).sort((a, b) => a.atMs - b.atMs)[0];
        if (!next) break;
        nowMs = Math.max(nowMs, next.atMs);
        sleepers.delete(next);
        next.wake();
        await settle();
      }
      nowMs = untilMs;
      await settle();
    },
  };
  return clock;
}

/** The store's own timers run by the same hand. */
export function timersOf(clock: HandClock): Timers {
  return {
    monotonicMs: clock.monotonicMs,
    wallMs: () => clock.now().getTime(),
    after: (ms, act) => {
      const stop = new AbortController();
      void clock.sleep(ms, stop.signal).then(() => {
        if (!stop.signal.aborted) act();
      });
      return () => stop.abort();
    },
  };
}
