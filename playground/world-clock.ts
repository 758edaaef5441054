import { realTime } from '../src/clock.ts';
import type { Clock } from '../src/ports/world.ts';

/** The playground's time, told so that another process can go on from it. */
export type TimeAnchor = {
  readonly realMs: number;
  readonly worldMs: number;
  readonly speed: number;
};

/** The playground's time: it may begin at another hour and run faster than ours, and everything that waits does so in it. */
export interface WorldClock extends Clock {
  readonly anchor: TimeAnchor;
  nowMs(): number;
  /** Runs once after this many milliseconds of this clock; the returned function cancels it. */
  after(ms: number, act: () => void): () => void;
  /** Goes on from now at this speed. */
  setSpeed(speed: number): void;
  /** Follows another process's time. */
  follow(anchor: TimeAnchor): void;
  /** Nothing that was waiting happens any more. */
  stop(): void;
}

type Waiting = {
  readonly dueMs: number;
  readonly act: () => void;
  timer?: NodeJS.Timeout;
};

export function createWorldClock(start: TimeAnchor): WorldClock {
  let anchor = start;
  const waiting = new Set<Waiting>();
  const nowMs = () => anchor.worldMs + (realMs() - anchor.realMs) * anchor.speed;

  const arm = (entry: Waiting) => {
    clearTimeout(entry.timer);
    const realDelayMs = (entry.dueMs - nowMs()) / anchor.speed;
    entry.timer = setTimeout(() => ring(entry), Math.min(Math.max(0, Math.ceil(realDelayMs)), longestTimerMs));
  };
  const ring = (entry: Waiting) => {
    if (nowMs() < entry.dueMs) return arm(entry);
    waiting.delete(entry);
    entry.act();
  };
  const after = (ms: number, act: () => void) => {
    const entry: Waiting = { dueMs: nowMs() + ms, act };
    waiting.add(entry);
    arm(entry);
    return () => {
      clearTimeout(entry.timer);
      waiting.delete(entry);
    };
  };
  const follow = (next: TimeAnchor) => {
    anchor = next;
    for (const entry of waiting) arm(entry);
  };

  return {
    get anchor() {
      return anchor;
    },
    now: () => new Date(nowMs()),
    nowMs,
    monotonicMs: nowMs,
    after,
    real: realTime,
    sleep: (ms, signal) => sleepOn(after, ms, signal),
    setSpeed: (speed) => follow({ realMs: realMs(), worldMs: nowMs(), speed }),
    follow,
    stop() {
      for (const entry of waiting) clearTimeout(entry.timer);
      waiting.clear();
    },
  };
}

/** Real time that a step of the system clock does not move; comparable between processes of one machine. */
export function realMs(): number {
  return performance.timeOrigin + performance.now();
}

const longestTimerMs = 2_147_483_647;

function sleepOn(after: WorldClock['after'], ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const awake = () => {
      cancel();
      signal?.removeEventListener('abort', awake);
      resolve();
    };
    const cancel = after(Math.max(0, ms), awake);
    signal?.addEventListener('abort', awake, { once: true });
  });
}
