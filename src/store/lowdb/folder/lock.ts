import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { StorageError } from '../../../ports/store.ts';
import type { Disk, DiskFile } from '../files/disk.ts';
import type { StoreEvent } from '../files/store-event.ts';
import { realTimers, type Timers } from '../files/timers.ts';
import {
  type Holder,
  heartbeatFile,
  readBeat,
  readHolder,
  removeBeat,
  tokensAmong,
  writeBeat,
  writeHolder,
} from './heartbeat.ts';
import { closeServer, takeFolderSocket } from './lock-socket.ts';
import { type LookAtPid, ownIdentity, type ProcessIdentity, startOf, whatBecameOf } from './process-identity.ts';

/** The right to write into the folder. */
export type Lock = {
  /** Undefined while it is surely ours; otherwise what happened, as a sentence. */
  lost(): string | undefined;
  /** Checks whether the lock is still ours, and shows others that it is. Never rejects. */
  beat(): Promise<void>;
  /** Like `beat`, but only when the last one is long ago: this process may have been frozen. */
  confirm(): Promise<void>;
  /**
   * Rejects unless the folder is there and ours at this moment. A process that takes the folder over has read what was
   * on the disk before this resolved.
   */
  mustBeOurs(): Promise<void>;
  /** Rejects when another folder, such as a copy with our sign in it, stands under our path. */
  mustBeSameFolder(): Promise<void>;
  release(): Promise<void>;
};

/** In milliseconds. */
const lengths = {
  /** Between two signs of life. */
  beat: 10_000,
  /** Without a sign for this long, the lock is checked before anything changes. */
  confirm: 13_000,
  /** Without a sign for this long nothing leaves any more: long before another process may think us dead. */
  surelyOurs: 20_000,
  /** An invisible process is dead when we have watched its heartbeat stand still for this long. */
  silence: 30_000,
  /** Between two looks at it. */
  look: 1_000,
  /** Within this time our name is not read again, as long as the file that we wrote it into stands there. */
  readAgain: 1_000,
};

type LockOptions = {
  disk: Disk;
  folder: string;
  now: () => Date;
  log: (event: StoreEvent) => void;
  timers?: Timers;
  rival?: Rival;
};

/** For tests of two containers in one: another identity, no socket that both would see, and shorter lengths. */
export type Rival = { identity: ProcessIdentity; look: LookAtPid; lengths?: Partial<typeof lengths> };

/** Rejects, naming the other process, when the folder is in use. Waits when only time can tell. */
export async function lockFolder(options: LockOptions): Promise<Lock> {
  const { disk, folder, now, log, timers = realTimers } = options;
  const id = await disk.identity(folder);
  const socket = options.rival ? undefined : await takeFolderSocket(id, folder);
  try {
    const self = options.rival ?? { identity: await ownIdentity(), look: startOf };
    const own = { ...self.identity, token: randomUUID() };
    const place = { disk, folder, timers, log, length: { ...lengths, ...options.rival?.lengths } };
    await waitUntilFree(place, self);
    const lock = await hold({ ...place, id, now }, own);
    return { ...lock, release: () => lock.release().finally(() => closeServer(socket)) };
  } catch (error) {
    await closeServer(socket);
    throw error;
  }
}

type Place = {
  disk: Disk;
  folder: string;
  timers: Timers;
  log: (event: StoreEvent) => void;
  length: typeof lengths;
};

/** Resolves when nobody else has the folder. */
async function waitUntilFree(place: Place, self: Pick<Rival, 'identity' | 'look'>): Promise<void> {
  const { disk, folder, log, length } = place;
  const found = await readHolder(disk, folder);
  if (!found) return;
  const fate = whatBecameOf(found, self.identity, self.look);
  if (fate === 'gone') return;
  if (fate === 'alive') throw inUse(folder, found);
  log({ kind: 'lock_waits', pid: found.pid, host: found.host, seconds: length.silence / 1_000 });
  await watchSilence(place, found);
}

/** By our own monotonic clock: dates of other machines prove nothing. */
async function watchSilence({ disk, folder, timers, length }: Place, found: Holder): Promise<void> {
  const beat = await readBeat(disk, folder, found);
  const since = timers.monotonicMs();
  // Timers keep no process alive.
  const alive = setInterval(() => {}, 2 ** 30);
  try {
    while (timers.monotonicMs() - since < length.silence) {
      await new Promise<void>((resolve) => void timers.after(length.look, resolve));
      const current = await readHolder(disk, folder);
      if (!current) return;
      const isStill = current.token === found.token && (await readBeat(disk, folder, current)) === beat;
      if (!isStill) throw inUse(folder, current);
    }
  } finally {
    clearInterval(alive);
  }
}

async function hold(
  { disk, folder, id, now, log, timers, length }: Place & { id: string; now: () => Date },
  own: ProcessIdentity & { token: string },
): Promise<Lock> {
  let lost: string | undefined;
  let beats = 0;
  let holder: DiskFile | undefined;
  let readAtMs = Number.NEGATIVE_INFINITY;
  let confirmed = { monotonicMs: Number.NEGATIVE_INFINITY, wallMs: 0 };

  /** The moment before the sign is written counts: from then on others may have seen it. */
  async function renew(): Promise<void> {
    const moment = { monotonicMs: timers.monotonicMs(), wallMs: timers.wallMs() };
    beats += 1;
    await writeBeat(disk, folder, own.token, `${beats} ${now().toISOString()}`);
    confirmed = moment;
  }

  function lose(what: string): StorageError {
    if (lost === undefined) log({ kind: 'lock_lost', error: what });
    lost ??= what;
    return new StorageError(lost);
  }

  async function mustBeOurs(): Promise<void> {
    if (lost !== undefined) throw new StorageError(lost);
    const isJustRead = timers.monotonicMs() - readAtMs < length.readAgain;
    if (isJustRead && (await holder?.standsAt(join(folder, heartbeatFile)))) return;
    const nowMs = timers.monotonicMs();
    const found = await readHolder(disk, folder);
    if (found?.token !== own.token) throw lose(found ? takenOver(folder, found) : folderGone(folder));
    readAtMs = nowMs;
  }

  let beating: Promise<void> = Promise.resolve();
  function beat(): Promise<void> {
    beating = beating.then(async () => {
      if (lost !== undefined) return;
      try {
        await mustBeOurs();
        await renew();
      } catch (error) {
        if (lost === undefined) log({ kind: 'lock_failed', error: asText(error) });
      }
    });
    return beating;
  }

  /** On a machine that slept one of the two clocks may have stood still. */
  const silentMs = (): number =>
    Math.max(timers.monotonicMs() - confirmed.monotonicMs, Math.abs(timers.wallMs() - confirmed.wallMs));

  await removeOldBeats(disk, folder);
  await renew();
  holder = await writeHolder(disk, folder, { ...own, at: now().toISOString() });
  let stopBeating = () => {};
  function keepBeating(): void {
    stopBeating = timers.after(length.beat, () => {
      keepBeating();
      void beat();
    });
  }
  keepBeating();

  return {
    lost: () => lost ?? (silentMs() < length.surelyOurs ? undefined : notRenewed(folder, length.surelyOurs)),
    beat,
    async confirm() {
      if (silentMs() >= length.confirm) await beat();
    },
    mustBeOurs,
    async mustBeSameFolder() {
      const found = await disk.identity(folder).catch(() => undefined);
      if (lost !== undefined || found !== id) throw lose(folderGone(folder));
    },
    async release() {
      stopBeating();
      // A beat under way would bring the sign back after its removal.
      await beating;
      await removeBeat(disk, folder, own.token).catch(() => {});
      await holder.close().catch(() => {});
      const found = await readHolder(disk, folder).catch(() => undefined);
      if (found?.token === own.token) await disk.remove(join(folder, heartbeatFile)).catch(() => {});
    },
  };
}

async function removeOldBeats(disk: Disk, folder: string): Promise<void> {
  for (const token of tokensAmong(await disk.list(folder))) await removeBeat(disk, folder, token);
}

function inUse(folder: string, { pid, host }: { pid: number; host: string }): Error {
  return new Error(
    `${folder} is in use by another process (pid ${pid} on ${host}). Stop that one first, or give this one a folder of its own in STORE_URL.`,
  );
}

function takenOver(folder: string, { pid, host }: Holder): string {
  return `Another process (pid ${pid} on ${host}) has taken ${folder} over. Stop one of them.`;
}

function folderGone(folder: string): string {
  return `${folder} was moved, removed or replaced while it was in use. Put back what was there, or a backup, and start again.`;
}

function notRenewed(folder: string, ms: number): string {
  const seconds = ms / 1_000;
  return `The sign that this process lives in ${folder} could not be renewed for ${seconds} s, so another process may take it over. Check the disk.`;
}

function asText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
