/** Time as the local Slack sees it: tests hand in a faster one. */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs once after that many milliseconds of this clock; returns the function that cancels it. */
  after(delayMs: number, run: () => void): () => void;
  /** Where `now` runs faster than real time: milliseconds that do not, for what people and programs have to be quick for. */
  steadyNow?(): number;
};

export const realClock: Clock = {
  now: Date.now,
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};

/** The same clock with all its timers cancelled at once by `cancelAll`, so that a closed server leaves none behind. */
export function ownedClock(clock: Clock): Clock & { cancelAll(): void } {
  const running = new Set<() => void>();
  return {
    ...clock,
    after: (delayMs, run) => {
      const stop = clock.after(delayMs, () => {
        running.delete(cancel);
        run();
      });
      const cancel = () => {
        running.delete(cancel);
        stop();
      };
      running.add(cancel);
      return cancel;
    },
    cancelAll: () => {
      for (const cancel of [...running]) cancel();
    },
  };
}
