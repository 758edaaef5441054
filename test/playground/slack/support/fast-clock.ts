import type { Clock } from '../../../../playground/clock.ts';

export interface FastClock extends Clock {
  /** Moves time on and runs what became due, in order. */
  advance(ms: number): void;
}

/** A clock that stands still until it is moved on. */
export function createFastClock(start = Date.parse('2026-11-23T12:00:00Z')): FastClock {
  let now = start;
  let timers: { at: number; run: () => void }[] = [];
  return {
    now: () => now,
    after: (delayMs, run) => {
      const timer = { at: now + delayMs, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    advance: (ms) => {
      now += ms;
      const due = timers.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
      timers = timers.filter((one) => !due.includes(one));
      for (const { run } of due) run();
    },
  };
}
