import type { Stopwatch } from '../../ports/world.ts';

/** A shorter absence of Slack is no trouble yet. */
const troubleMs = 10_000;

/** For how long Slack has taken nothing, as far as posts have tried. */
export type Reachability = {
  /** An attempt that began then got no telling answer, or was asked to come again later. */
  failed(startedMs: number, why: 'no answer' | 'asks to wait'): void;
  answered(): void;
  /** A sentence, after ten seconds of it. */
  trouble(): string | undefined;
};

export function createReachability(real: Stopwatch): Reachability {
  let awaySinceMs: number | undefined;
  let last: 'no answer' | 'asks to wait' = 'no answer';
  return {
    failed(startedMs, why) {
      awaySinceMs = Math.min(awaySinceMs ?? startedMs, startedMs);
      last = why;
    },
    answered() {
      awaySinceMs = undefined;
    },
    trouble() {
      const awayMs = awaySinceMs === undefined ? 0 : real.monotonicMs() - awaySinceMs;
      if (awayMs < troubleMs) return undefined;
      const seconds = Math.round(awayMs / 1_000);
      return last === 'no answer'
        ? `Slack has not been reached for ${seconds} seconds; what is owed is posted when it is.`
        : `Slack has taken nothing for ${seconds} seconds, because it asks to wait; what is owed is posted then.`;
    },
  };
}
