import type { Clock } from '../../ports/world.ts';

/** Slack takes about one post per second and channel. */
const gapMs = 1_000;

export type Pace = {
  /** Resolves when the channel takes the next post; each call is one post. */
  turn(channel: string, signal: AbortSignal): Promise<void>;
  /** A post or edit was made there out of turn: the next one waits for it. */
  spend(channel: string): void;
  /** Nothing to this channel for this long. */
  hold(channel: string, ms: number): void;
  /** How long the next post to it would have to wait. */
  waitMs(channel: string): number;
};

export function createPace(clock: Clock): Pace {
  const nextAtMs = new Map<string, number>();
  const waitMs = (channel: string) => Math.max(0, (nextAtMs.get(channel) ?? 0) - clock.monotonicMs());
  return {
    waitMs,
    async turn(channel, signal) {
      const wait = waitMs(channel);
      nextAtMs.set(channel, clock.monotonicMs() + wait + gapMs);
      if (wait > 0) await clock.sleep(wait, signal);
    },
    spend(channel) {
      nextAtMs.set(channel, clock.monotonicMs() + waitMs(channel) + gapMs);
    },
    hold(channel, ms) {
      nextAtMs.set(channel, Math.max(nextAtMs.get(channel) ?? 0, clock.monotonicMs() + ms));
    },
  };
}
