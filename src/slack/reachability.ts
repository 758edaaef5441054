import type { Stopwatch } from '../ports.ts';

/** A Slack that is away for less is no trouble yet. */
const troubleMs = 10_000;

/** For how long Slack has not been reached, as far as posts have tried. */
export type Reachability = {
  /** An attempt that began then got no answer that says anything. */
  failed(startedMs: number): void;
  answered(): void;
  /** A sentence, after ten seconds without an answer. */
  trouble(): string | undefined;
};

export function createReachability(real: Stopwatch): Reachability {
  let awaySinceMs: number | undefined;
  return {
    failed(startedMs) {
      awaySinceMs = Math.min(awaySinceMs ?? startedMs, startedMs);
    },
    answered() {
      awaySinceMs = undefined;
    },
    trouble() {
      const awayMs = awaySinceMs === undefined ? 0 : real.monotonicMs() - awaySinceMs;
      if (awayMs < troubleMs) return undefined;
      return `Slack has not been reached for ${Math.round(awayMs / 1_000)} seconds; what is owed is posted when it is.`;
    },
  };
}
