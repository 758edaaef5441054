import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Disk, DiskFile } from '../../../src/store/lowdb/files/disk.ts';

/** A disk in memory that knows what would be left after a power failure, and that can be made to fail. */
export type SimulatedDisk = Disk & {
  /** Calls so far that can fail or that a power failure can come after. */
  calls(): number;
  /** Called before each call, with its number from 1: throws to let it fail. */
  beforeCall: (call: number, what: string) => void;
  /** How many turns of the loop a call takes. */
  turnsOf: (what: string, path: string) => number;
  /** What it says of each file's time of arrival: it has no clock of its own. */
  standsSinceMs: (path: string) => Promise<number | undefined>;
  /** A disk with what is left: see `Crash`. */
  afterCrash(crash: Crash): SimulatedDisk;
  /** The files' paths and what is in them, for damaging them by hand. */
  paths(): string[];
  contentOf(path: string): Buffer;
  put(path: string, content: Buffer): void;
};

/**
 * `power`: only what was synced survives. `process`: everything that was written. `torn`: of what was written since the
 * last sync only the first half reached the medium. `reordered`: of what changed in the folder since its last sync only the
 * newest change did.
 */
export type Crash = 'power' | 'process' | 'torn' | 'reordered';
export const crashes: readonly Crash[] = ['power', 'process', 'torn', 'reordered'];

type Inode = { written: Buffer; synced: Buffer };

export function simulatedDisk(left: ReadonlyMap<string, Buffer> = new Map()): SimulatedDisk {
  const identity = `simulated-${randomUUID()}`;
  const asInode = (bytes: Buffer): Inode => ({ written: bytes, synced: bytes });
  const names = new Map([...left].map(([path, bytes]) => [path, asInode(bytes)]));
  /** The folder as it is on the medium. */
  let syncedNames = new Map(names);
  /** The path that was created, renamed or removed last. */
  let newest = '';
  let calls = 0;

  async function call<T>(what: string, path: string, act: () => T): Promise<T> {
    for (let turns = disk.turnsOf(what, path); turns > 0; turns -= 1) await setImmediate();
    calls += 1;
    disk.beforeCall(calls, what);
    return act();
  }

  function open(inode: Inode, path: string): DiskFile {
    return {
      async write(bytes) {
        const { written } = inode;
        // A write that fails may have written a part.
        inode.written = Buffer.concat([written, bytes.subarray(0, bytes.length / 2)]);
        await call('write', path, () => {
          inode.written = Buffer.concat([written, bytes]);
        });
      },
      sync: () =>
        call('sync', path, () => {
          inode.synced = inode.written;
        }),
      standsAt: (where) => call('stat', where, () => names.get(where) === inode),
      close: () => call('close', path, () => {}),
    };
  }

  function existing(path: string): Inode {
    const inode = names.get(path);
    if (!inode) throw Object.assign(new Error(`ENOENT: no such file, '${path}'`), { code: 'ENOENT' });
    return inode;
  }

  const disk: SimulatedDisk = {
    calls: () => calls,
    beforeCall: () => {},
    turnsOf: () => 1,
    paths: () => [...names.keys()],
    contentOf: (path) => existing(path).written,
    put: (path, content) => void names.set(path, asInode(content)),
    afterCrash(crash) {
      const survivors = new Map(crash === 'process' || crash === 'torn' ? names : syncedNames);
      const changed = names.get(newest);
      if (crash === 'reordered' && changed) survivors.set(newest, changed);
      return simulatedDisk(new Map([...survivors].map(([path, inode]) => [path, leftOf(inode, crash)])));
    },
    isOpenToOthers: async () => false,
    standsSinceMs: async () => undefined,
    makeFolder: () => call('makeFolder', '', () => {}),
    identity: async () => identity,
    list: (folder) => call('list', folder, () => [...names.keys()].map((path) => path.slice(folder.length + 1))),
    read: (path) => call('read', path, () => names.get(path)?.written),
    create: (path) =>
      call('create', path, () => {
        const inode = names.get(path) ?? { written: Buffer.alloc(0), synced: Buffer.alloc(0) };
        inode.written = Buffer.alloc(0);
        names.set(path, inode);
        newest = path;
        return open(inode, path);
      }),
    rename: (from, to) =>
      call('rename', to, () => {
        names.set(to, existing(from));
        names.delete(from);
        newest = to;
      }),
    remove: (path) => call('remove', path, () => void names.delete(path)),
    syncFolder: () =>
      call('syncFolder', '', () => {
        syncedNames = new Map(names);
      }),
  };
  return disk;
}

function leftOf({ written, synced }: Inode, crash: Crash): Buffer {
  if (crash === 'process') return written;
  if (crash !== 'torn' || written.length < synced.length) return synced;
  return written.subarray(0, synced.length + (written.length - synced.length) / 2);
}
