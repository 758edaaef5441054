import { join } from 'node:path';
import { StorageError } from '../../../ports/store.ts';
import type { Disk, DiskFile } from '../files/disk.ts';
import { placeFile } from '../files/place-file.ts';
import type { StoreEvent } from '../files/store-event.ts';
import type { Timers } from '../files/timers.ts';
import type { Lock } from '../folder/lock.ts';
import { keepReach } from './journal-reach.ts';
import { encodeLine, type Segment, segmentOf } from './journal-segments.ts';

/** The append-only file of events. Callers that wait at the same time share one write and one sync. */
export type Journal = {
  /** Takes the next event at once; resolves when it is durable. `mayWait`: a moment, for others to share its write. */
  append(seq: number, event: string, options?: { mayWait?: boolean }): Promise<void>;
  /** Resolves when everything appended so far is durable, which no longer waits for others. */
  durable(): Promise<void>;
  /** Tries the disk again after a failure. Rejects while it still fails. */
  tryDiskAgain(): Promise<void>;
  /** Starts a new segment; returns the event that the ones before it end with. */
  rotate(): Promise<number>;
  /** Removes the segments that end with this event or before it. */
  drop(through: number): Promise<void>;
  trouble(): string | undefined;
  /** The newest event that is durable. */
  height(): number;
  /** Events that are not durable yet. */
  waiting(): number;
  /** Is there a file beside it that tells how far it reaches? */
  keepsReach(): boolean;
  /** Bytes of the events since the last rotation. */
  size(): number;
  close(): Promise<void>;
};

type Line = { seq: number; event: string };
/** The segment that is written to; `first`: the first event that can be in it, `content`: everything that is. */
type Open = { name: string; first: number; file: DiskFile; content: Buffer[] };
type Waiter = { seq: number; resolve: () => void; reject: (error: Error) => void };

/** A failed disk is tried again after this long, unless a change tries it before. */
const retryMs = 1000;

/** So many events wait for no others. */
const mostLingering = 8;

/** Continues after `lastSeq` in a new segment; `old`: the segments that were found. */
export async function openJournal(options: {
  disk: Disk;
  folder: string;
  lastSeq: number;
  old: readonly Segment[];
  oldBytes: number;
  /** The store's, under every line. */
  seed: number;
  timers: Timers;
  /** What may wait for another write waits this long at most. */
  lingerMs: number;
  lock: Pick<Lock, 'mustBeOurs' | 'mustBeSameFolder'>;
  log: (event: StoreEvent) => void;
}): Promise<Journal> {
  const { disk, folder, timers, lingerMs, log, seed } = options;
  const { mustBeOurs, mustBeSameFolder } = options.lock;
  const reached = keepReach({ disk, folder, seed }, mustBeOurs);
  const closedSegments = new Map<string, number>(options.old.map(({ name }) => [name, options.lastSeq]));
  let durableSeq = options.lastSeq;
  let appendedSeq = options.lastSeq;
  let lines: Line[] = [];
  const waiters: Waiter[] = [];
  let current: Open | undefined;
  /** What is on no disk any more although it was acknowledged. */
  let missing: Open | undefined;
  let written = options.oldBytes;
  let trouble: string | undefined;
  let stopRetry = () => {};
  let stopLingering: (() => void) | undefined;
  let work: Promise<void> = Promise.resolve();
  let scheduled = false;

  async function openSegment(first = durableSeq + 1, content: readonly Buffer[] = []): Promise<Open> {
    const { name } = segmentOf(first);
    // A segment of that name has no more acknowledged events: the rest is still in `lines`. It is replaced, not
    // emptied: a former holder of the folder may wake up and go on writing into its own.
    const file = await placeFile(disk, join(folder, name), {
      fill: async (segment) => {
        // Acknowledged events are in it before it takes its place: a start would find nothing wrong with an empty one.
        if (content.length > 0) {
          await segment.write(Buffer.concat(content));
          await segment.sync();
        }
        await mustBeOurs();
      },
      placed: () => disk.syncFolder(folder),
    });
    closedSegments.delete(name);
    await reached.begin(durableSeq);
    return { name, first, file, content: [...content] };
  }

  /**
   * Events in a file that nobody finds any more are not stored: it was removed, or replaced by a former holder of the
   * folder that was frozen in mid-rename. All of it is written again, but not into another folder.
   */
  async function keepStanding(open: Open): Promise<Open> {
    if (await stands(open)) return open;
    await leaveSegment();
    return writeAgain(open);
  }

  const stands = ({ file, name }: Open): Promise<boolean> => file.standsAt(join(folder, name));

  async function writeAgain({ name, first, content }: Omit<Open, 'file'>): Promise<Open> {
    await mustBeSameFolder();
    log({ kind: 'journal_replaced', file: join(folder, name) });
    const again = await openSegment(first, content);
    missing = undefined;
    return again;
  }

  async function leaveSegment(): Promise<void> {
    if (!current) return;
    const leaving = current;
    current = undefined;
    closedSegments.set(leaving.name, durableSeq);
    if (!(await stands(leaving).catch(() => true))) missing = leaving;
    await leaving.file.close().catch(() => {});
  }

  async function flush(): Promise<void> {
    const group = [...lines];
    try {
      current ??= missing ? await writeAgain(missing) : await openSegment();
      if (group.length > 0) {
        const events = group.map(({ event }) => event);
        const bytes = encodeLine(group[0]!.seq, events, seed);
        current.content.push(bytes);
        await current.file.write(bytes);
        await current.file.sync();
        // Asked after the sync: a later holder of the folder reads what is on the disk by then.
        const [isThere] = await Promise.all([stands(current), mustBeOurs()]);
        if (!isThere) {
          current = await keepStanding(current);
          await mustBeOurs();
        }
        written += bytes.length;
      }
    } catch (error) {
      await leaveSegment();
      return fail(error);
    }
    lines = lines.slice(group.length);
    durableSeq = group.at(-1)?.seq ?? durableSeq;
    if (group.length > 0) await reached.reach(durableSeq, lines.length > 0);
    succeed();
  }

  function succeed(): void {
    if (trouble !== undefined) log({ kind: 'storage_recovered' });
    trouble = undefined;
    const rest = waiters.findIndex((waiter) => waiter.seq > durableSeq);
    for (const waiter of waiters.splice(0, rest === -1 ? waiters.length : rest)) waiter.resolve();
    if (lines.length > 0) schedule();
  }

  /** Nobody can know whether the bytes arrived. They are kept, and written again to a new segment. */
  function fail(error: unknown): void {
    const cause = error instanceof Error ? error.message : String(error);
    if (trouble === undefined) log({ kind: 'storage_failed', error: cause });
    trouble = `The journal in ${folder} cannot be written: ${cause}`;
    for (const waiter of waiters.splice(0)) waiter.reject(new StorageError(trouble));
    stopRetry();
    stopRetry = timers.after(retryMs, () => void tryDiskAgain().catch(() => {}));
  }

  /** One disk operation after the other, in the order of the calls. */
  function next(act: () => Promise<void>): Promise<void> {
    work = work.then(act);
    return work;
  }

  function schedule(): void {
    stopLingering?.();
    stopLingering = undefined;
    if (scheduled || trouble !== undefined) return;
    scheduled = true;
    // At the end of this turn of the loop: all appends in it share the write.
    setImmediate(() => {
      void next(() => {
        scheduled = false;
        return flush();
      });
    });
  }

  function linger(): void {
    if (lingerMs === 0 || lines.length >= mostLingering) schedule();
    else if (!scheduled) stopLingering ??= timers.after(lingerMs, schedule);
  }

  function untilDurable(): Promise<void> {
    if (durableSeq >= appendedSeq) return Promise.resolve();
    if (trouble !== undefined) return Promise.reject(new StorageError(trouble));
    return new Promise((resolve, reject) => waiters.push({ seq: appendedSeq, resolve, reject }));
  }

  async function tryDiskAgain(): Promise<void> {
    await next(() => (trouble === undefined ? Promise.resolve() : flush()));
    if (trouble !== undefined) throw new StorageError(trouble);
  }

  async function rotate(): Promise<number> {
    let through = durableSeq;
    await next(async () => {
      if (trouble !== undefined) return;
      through = durableSeq;
      written = 0;
      if (current?.name === segmentOf(durableSeq + 1).name) return;
      try {
        if (current) current = await keepStanding(current);
      } catch (error) {
        return fail(error);
      }
      await leaveSegment();
      await flush();
    });
    if (trouble !== undefined) throw new StorageError(trouble);
    return through;
  }

  async function drop(through: number): Promise<void> {
    for (const [name, last] of [...closedSegments].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (last > through) continue;
      await disk.remove(join(folder, name));
      closedSegments.delete(name);
    }
  }

  async function close(): Promise<void> {
    stopRetry();
    stopLingering?.();
    if (lines.length > 0 && trouble === undefined) await next(flush);
    await next(leaveSegment);
    await reached.close();
    stopRetry();
  }

  current = await openSegment();
  return {
    append(seq, event, { mayWait = false } = {}) {
      lines.push({ seq, event });
      appendedSeq = seq;
      if (mayWait) linger();
      else schedule();
      return untilDurable();
    },
    durable() {
      if (durableSeq < appendedSeq) schedule();
      return untilDurable();
    },
    tryDiskAgain,
    rotate,
    drop,
    trouble: () => trouble,
    height: () => durableSeq,
    waiting: () => lines.length,
    keepsReach: reached.isKept,
    size: () => written,
    close,
  };
}
