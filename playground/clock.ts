/** Time as the local Slack and the local Vonage see it: for stamps, and for what happens later. */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `act` once after that many milliseconds of this clock; returns the function that cancels it. */
  after(ms: number, act: () => void): () => void;
  /** Where `now` runs faster than real time: real milliseconds, for what people and programs have to be quick for. */
  steadyNow?(): number;
};

/** A clock that runs on real time; every delay passes `speed` times faster, the time of day stays true. */
export function realClock(speed = 1): Clock {
  return {
    // Monotonic, so that a step of the system clock cannot fake or hide a burst.
    now: () => performance.timeOrigin + performance.now(),
    after(ms, act) {
      const timer = setTimeout(act, ms / speed);
      return () => clearTimeout(timer);
    },
  };
}

/** The same clock with an end: after `stop` nothing that was waiting happens any more, so a closed server leaves no timer. */
export function stoppable(clock: Clock): Clock & { stop(): void } {
  const pending = new Set<() => void>();
  let stopped = false;
  return {
    ...clock,
    after(ms, act) {
      if (stopped) return () => {};
      const cancel = clock.after(ms, () => {
        pending.delete(cancel);
        act();
      });
      pending.add(cancel);
      return () => {
        pending.delete(cancel);
        cancel();
      };
    },
    stop() {
      stopped = true;
      for (const cancel of pending) cancel();
      pending.clear();
    },
  };
}

export interface HandClock extends Clock {
  /** Moves time on and runs what falls due, each thing at its own instant, in order. */
  advance(ms: number): void;
}

/** A clock that stands still until a test moves it. */
export function handClock(startMs: number): HandClock {
  let now = startMs;
  const waiting = new Set<{ at: number; act: () => void }>();
  const nextDue = (end: number) =>
    [...waiting].filter((entry) => entry.at <= end).sort((one, other) => one.at - other.at)[0];

  return {
    now: () => now,
    after(ms, act) {
      const entry = { at: now + ms, act };
      waiting.add(entry);
      return () => waiting.delete(entry);
    },
    advance(ms) {
      const end = now + ms;
      for (let due = nextDue(end); due; due = nextDue(end)) {
        waiting.delete(due);
        now = due.at;
        due.act();
      }
      now = end;
    },
  };
}
