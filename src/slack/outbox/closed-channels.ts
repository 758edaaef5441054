import type { Clock } from '../../ports/world.ts';

const firstRetryMs = 5_000;
const longestRetryMs = 60_000;

/** Channels that refuse our posts: archived, or without us. Each is tried again, at first soon, then once a minute. */
export type ClosedChannels = {
  refused(channel: string, code: string): void;
  opened(channel: string): void;
  /** Its last refusal; undefined without one. */
  codeOf(channel: string): string | undefined;
  /** Those not to be tried now. */
  all(): ReadonlySet<string>;
};

export function createClosedChannels(clock: Clock): ClosedChannels {
  const closed = new Map<string, { code: string; times: number; retryAtMs: number }>();
  return {
    refused(channel, code) {
      const times = (closed.get(channel)?.times ?? 0) + 1;
      closed.set(channel, { code, times, retryAtMs: clock.monotonicMs() + retryMs(times) });
    },
    opened: (channel) => void closed.delete(channel),
    codeOf: (channel) => closed.get(channel)?.code,
    all() {
      const nowMs = clock.monotonicMs();
      return new Set([...closed].filter(([, { retryAtMs }]) => nowMs < retryAtMs).map(([channel]) => channel));
    },
  };
}

/** How long a channel is left alone after this many refusals in a row. */
export function retryMs(times: number): number {
  return Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(times - 1, 10));
}
