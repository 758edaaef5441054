import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock, Stopwatch } from '../../../src/ports/world.ts';
import type { Timers } from '../../../src/store/lowdb/files/timers.ts';

/** One run of a process: everything that belongs to it ends with it. */
export type Life = { alive: boolean };

type Due = { atMs: number; order: number; act: () => void; life: Life | undefined; cancelled: boolean };

export type VirtualTime = {
  /** Monotonic milliseconds since the beginning. */
  nowMs(): number;
  wall(): Date;
  /** The wall clock is set, the monotonic one goes on. */
  stepWall(ms: number): void;
  /** Time passes for everybody, but this process does nothing meanwhile (SIGSTOP, a laptop asleep). */
  freeze(ms: number): void;
  /** Acts once after this many milliseconds, unless its life has ended or the returned function was called. */
  after(ms: number, act: () => void, life?: Life): () => void;
  /** Moves on to the next thing that is due, and lets everything that follows from it run. False when nothing is left. */
  step(): Promise<boolean>;
  clock(life: Life): Clock;
  timers(life: Life): Timers;
};

/** Of the store's timers, those that somebody waits for are on time. */
const soonMs = 1_000;

export function createVirtualTime(start: Date): VirtualTime {
  const queue = createQueue();
  /**
   * Due with the first other thing after their time: a process may be late, and hours of heartbeats are not worth a
   * step each.
   */
  let late: Due[] = [];
  let nowMs = 0;
  let wallOffsetMs = start.getTime();
  let order = 0;

  const wall = (): Date => new Date(wallOffsetMs + nowMs);
  const due = (ms: number, act: () => void, life: Life | undefined): Due => {
    order += 1;
    return { atMs: nowMs + Math.max(0, ms), order, act, life, cancelled: false };
  };
  const isDead = (event: Due): boolean => event.cancelled || event.life?.alive === false;
  const after = (ms: number, act: () => void, life?: Life): (() => void) => {
    const event = due(ms, act, life);
    queue.push(event);
    return () => {
      event.cancelled = true;
    };
  };

  async function fireLate(): Promise<void> {
    const ready = late.filter((event) => event.atMs <= nowMs && !isDead(event));
    if (ready.length === 0) return;
    late = late.filter((event) => event.atMs > nowMs && !isDead(event));
    for (const event of ready) event.act();
    await settle();
  }

  return {
    nowMs: () => nowMs,
    wall,
    stepWall: (ms) => {
      wallOffsetMs += ms;
    },
    freeze: (ms) => {
      nowMs += ms;
    },
    after,
    async step() {
      let event = queue.pop();
      while (event && isDead(event)) event = queue.pop();
      if (!event) return false;
      nowMs = Math.max(nowMs, event.atMs);
      await fireLate();
      if (!isDead(event)) event.act();
      await settle();
      return true;
    },
    clock: (life) => {
      const real: Stopwatch = { monotonicMs: () => nowMs, sleep: (ms, signal) => sleep(ms, life, signal) };
      return { ...real, now: wall, real };
    },
    timers: (life) => ({
      monotonicMs: () => nowMs,
      wallMs: () => wall().getTime(),
      after: (ms, act) => {
        if (ms < soonMs) return after(ms, act, life);
        const event = due(ms, act, life);
        late.push(event);
        return () => {
          event.cancelled = true;
        };
      },
    }),
  };

  function sleep(ms: number, life: Life, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const stop = (): void => {
        cancel();
        resolve();
      };
      const cancel = after(
        ms,
        () => {
          // A signal looks through all who listen when one more comes: they would be as many as its life has sleeps.
          signal?.removeEventListener('abort', stop);
          resolve();
        },
        life,
      );
      signal?.addEventListener('abort', stop);
    });
  }
}

/**
 * Everything that can go on without time passing has gone on: two turns, because the journal collects during one, and as
 * many more as long work takes that gives others their turn. How many those are, the speed of the machine decides, so none
 * of them may cost time here: on a busy machine days would pass while a list is read, and its campaign would expire.
 */
export async function settle(): Promise<void> {
  await nextTurn();
  do await nextTurn();
  while (process.getActiveResourcesInfo().includes('Immediate'));
}

/** A binary heap: the earliest first, and of two at the same time the one asked for first. */
function createQueue(): { push(event: Due): void; pop(): Due | undefined } {
  const heap: Due[] = [];
  const isBefore = (a: Due, b: Due): boolean => a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);

  const swap = (a: number, b: number): void => {
    [heap[a], heap[b]] = [heap[b]!, heap[a]!];
  };

  return {
    push(event) {
      let at = heap.push(event) - 1;
      for (let parent = (at - 1) >> 1; at > 0 && isBefore(heap[at]!, heap[parent]!); parent = (at - 1) >> 1) {
        swap(at, parent);
        at = parent;
      }
    },
    pop() {
      const first = heap[0];
      const last = heap.pop();
      if (heap.length === 0 || !last) return first;
      heap[0] = last;
      for (let at = 0; ; ) {
        const children = [2 * at + 1, 2 * at + 2].filter((child) => child < heap.length);
        const least = children.reduce((best, child) => (isBefore(heap[child]!, heap[best]!) ? child : best), at);
        if (least === at) return first;
        swap(at, least);
        at = least;
      }
    },
  };
}
