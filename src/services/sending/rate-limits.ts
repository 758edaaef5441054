import type { SenderId } from '../../domain/ids.ts';
import type { Clock } from '../../ports/world.ts';
import { oneAfterTheOtherOf } from '../one-after-the-other.ts';

/** The provider's limits: never more than a sender's rate, nor the account's, in any sliding second. */
export type RateLimits = {
  /**
   * Resolves true when this sender's next message may leave, and counts it; false when the signal stopped the wait. Who
   * came first is first.
   */
  take(sender: SenderId, signal?: AbortSignal): Promise<boolean>;
  /** True when one more of its messages may leave at this very moment, which is counted. Gives way to those who wait. */
  takeMore(sender: SenderId): boolean;
  /** Resolves when a message of this sender could leave, without taking the place. */
  ready(sender: SenderId, signal?: AbortSignal): Promise<void>;
  /**
   * Resolves true when a place of this sender has been free for a while: for texts that come after all others. Takes
   * nothing. False when the signal, or the monotonic clock, ended the wait.
   */
  spare(sender: SenderId, wait: { signal: AbortSignal; untilMs: number }): Promise<boolean>;
  /** The provider said "too fast": the sender's rate is halved and recovers bit by bit. */
  slowDown(sender: SenderId): void;
};

/** Anybody waiting for a sender's next place takes it long before it has been free for this long. */
const idleMs = 500;
/** A left-over place is looked for at most this often. */
const lookAgainMs = 250;

/** `sinceMs`: since when nobody else can have sent, by the monotonic clock. */
export function createRateLimits(
  settings: { senders: ReadonlyMap<SenderId, number>; accountRate: number },
  clock: Clock,
  sinceMs = clock.monotonicMs(),
): RateLimits {
  const accountIdleMs = 1_500 / settings.accountRate;
  const account = createRateLimit(settings.accountRate, sinceMs);
  const senders = new Map([...settings.senders].map(([id, rate]) => [id, createRateLimit(rate, sinceMs)]));
  const of = (sender: SenderId): RateLimit => {
    const known = senders.get(sender);
    if (!known) throw new Error(`No rate is set for the sender ${sender}.`);
    return known;
  };
  const waitMs = (sender: SenderId, nowMs: number): number =>
    Math.max(of(sender).nextAt(nowMs), account.nextAt(nowMs)) - nowMs;
  const takeNow = (sender: SenderId): boolean => {
    const nowMs = clock.monotonicMs();
    if (waitMs(sender, nowMs) > 0) return false;
    of(sender).grant(nowMs);
    account.grant(nowMs);
    return true;
  };

  const ready = async (sender: SenderId, signal?: AbortSignal): Promise<void> => {
    for (;;) {
      const gapMs = waitMs(sender, clock.monotonicMs());
      if (gapMs <= 0 || signal?.aborted) return;
      await clock.sleep(gapMs, signal);
    }
  };

  const inTurn = oneAfterTheOtherOf<SenderId>();
  const waiting = new Map<SenderId, number>();
  const waitingFor = (sender: SenderId): number => waiting.get(sender) ?? 0;
  const waitAndTake = async (sender: SenderId, signal: AbortSignal | undefined): Promise<boolean> => {
    // Senders share the account: another one may have been quicker.
    while (!signal?.aborted) {
      if (takeNow(sender)) return true;
      await ready(sender, signal);
    }
    return false;
  };

  return {
    ready,
    take: async (sender, signal) => {
      waiting.set(sender, waitingFor(sender) + 1);
      try {
        return await inTurn(sender, () => waitAndTake(sender, signal));
      } finally {
        waiting.set(sender, waitingFor(sender) - 1);
      }
    },
    takeMore: (sender) => waitingFor(sender) === 0 && takeNow(sender),
    spare: async (sender, { signal, untilMs }) => {
      while (!signal.aborted) {
        const nowMs = clock.monotonicMs();
        if (nowMs > untilMs) return false;
        const freeAtMs = Math.max(of(sender).nextAt(nowMs) + idleMs, account.nextAt(nowMs) + accountIdleMs);
        if (nowMs >= freeAtMs) return true;
        await clock.sleep(Math.max(freeAtMs - nowMs, lookAgainMs), signal);
      }
      return false;
    },
    slowDown: (sender) => of(sender).slowDown(clock.monotonicMs()),
  };
}

type RateLimit = {
  /** Earliest monotonic millisecond of the next grant. */
  nextAt(nowMs: number): number;
  grant(nowMs: number): void;
  slowDown(nowMs: number): void;
};

/**
 * Slower than allowed by one per cent: what leaves evenly here arrives a little unevenly there. What leaves in groups is
 * later by the group, and 0.98 of a limit can still be reached.
 */
const guard = (perSecond: number): number => (perSecond < 100 ? 1.01 : 1.018);
/** Timers wake up late by a millisecond or more: what was due within this time may leave together. */
const togetherMs = 10;
/** Late grants may follow more closely to catch up, but never more closely than this share of the even gap… */
const catchUp = 0.75;
/** …and only for this many missed milliseconds: older delays are never made up for. */
const backlogMs = 300;
const recoveryMs = 60_000;

/**
 * A sliding log of the last n actual grants: only a limiter that remembers when they really happened keeps the limit at
 * the server. It starts full, because a former process may have sent until then.
 */
export function createRateLimit(perSecond: number, startMs: number): RateLimit {
  const size = Math.max(1, Math.floor(perSecond));
  const windowMs = (size / perSecond) * 1000 * guard(perSecond);
  const gapMs = windowMs / size;
  const grants = new Float64Array(size).fill(startMs);
  // None where even grants are further apart than that.
  const slackMs = Math.max(0, togetherMs - gapMs);
  let oldest = 0;
  let spacedMs = startMs;
  let dueMs = startMs + gapMs;
  let slowed = { atMs: Number.NEGATIVE_INFINITY, factor: 1 };

  /** 1 at full speed; more for a minute after the provider complained. */
  const slowness = (nowMs: number): number => {
    const healed = Math.min(1, (nowMs - slowed.atMs) / recoveryMs);
    return slowed.factor + (1 - slowed.factor) * healed;
  };

  const spacingMs = (stretch: number): number => gapMs * (stretch > 1 ? stretch : catchUp);

  return {
    nextAt: (nowMs) => {
      const stretch = slowness(nowMs);
      return Math.max(dueMs, spacedMs + spacingMs(stretch), grants[oldest]! + windowMs * stretch);
    },
    grant: (nowMs) => {
      grants[oldest] = nowMs;
      oldest = (oldest + 1) % size;
      spacedMs = Math.max(spacedMs + spacingMs(slowness(nowMs)), nowMs - slackMs);
      dueMs = Math.max(dueMs, nowMs - backlogMs) + gapMs;
    },
    slowDown: (nowMs) => {
      slowed = { atMs: nowMs, factor: Math.min(16, slowness(nowMs) * 2) };
    },
  };
}
