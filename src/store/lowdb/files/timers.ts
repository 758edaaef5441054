/** The passing of time, which tests can replace. */
export type Timers = {
  /** Milliseconds that never step. */
  monotonicMs(): number;
  /** The machine's own wall clock, whatever clock people are shown: it goes on while the machine sleeps. */
  wallMs(): number;
  /** Acts once after this many milliseconds, unless the returned function is called before. Keeps no process alive for longer than a second. */
  after(ms: number, act: () => void): () => void;
};

export const realTimers: Timers = {
  monotonicMs: () => performance.now(),
  wallMs: () => Date.now(),
  after: (ms, act) => {
    const timer = setTimeout(act, ms);
    if (ms >= 1_000) timer.unref();
    return () => clearTimeout(timer);
  },
};
