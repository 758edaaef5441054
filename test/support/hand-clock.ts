import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../../src/ports/world.ts';
import type { Timers } from '../../src/store/lowdb/files/timers.ts';

export type HandClock = Clock & {
  /** Moves time on, waking every sleeper whose time has come, in order; lets what they start run in between. */
  advance(ms: number): Promise<void>;
  /** The wall clock is set, the other one goes on. */
  set(byMs: number): void;
  /** Moves time on while nobody could act: the process was frozen. */
  leap(ms: number): void;
  /** Timers that are due with the first sleeper after their time, or when the advance ends: for a store of which no test asks how often it shows that it lives. */
  late: Timers;
};

/** Time that moves only by hand: the same test takes the same steps on any machine. */
export function handClock(start = '2026-03-02T09:00:00.000Z'): HandClock {
  let nowMs = 0;
  let startedAt = Date.parse(start);
  const sleepers = new Set<{ atMs: number; wake: () => void }>();
  const late = new Set<{ atMs: number; act: () => void }>();

  const actLate = async (): Promise<void> => {
    const due = [...late].filter(({ atMs }) => atMs <= nowMs);
    if (due.length === 0) return;
    for (const one of due) late.delete(one);
    for (const { act } of due) act();
    await settle();
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
        await actLate();
        // What was late may have ended its sleep.
        if (!sleepers.delete(next)) continue;
        next.wake();
        await settle();
      }
      nowMs = untilMs;
      await actLate();
      await settle();
    },
    late: {
      monotonicMs: () => nowMs,
      wallMs: () => startedAt + nowMs,
      after: (ms, act) => {
        const one = { atMs: nowMs + Math.max(0, ms), act };
        late.add(one);
        return () => void late.delete(one);
      },
    },
  };
  return clock;
}

/**
 * What follows without time passing has followed: two turns, because the journal collects during one, and more while
 * something takes turns. A test may look again and again meanwhile, which is no reason to stay.
 */
async function settle(): Promise<void> {
  await nextTurn();
  let turns = 1;
  do {
    await nextTurn();
    turns += 1;
  } while (turns < 24 && process.getActiveResourcesInfo().includes('Immediate'));
}

/** The store's own timers run by the same hand, each at its moment. */
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
