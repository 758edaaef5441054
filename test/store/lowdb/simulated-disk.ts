import { randomUUID } from 'node:crypto';
import type { Disk, DiskFile } from '../../../src/store/lowdb/disk.ts';

/** A disk in memory that knows what would be left after a power failure, and that can be made to fail. */
export type SimulatedDisk = Disk & {
  /** Calls so far that can fail or that a power failure can come after. */
  calls(): number;
  /** Called before each call, with its number from 1: throws to let it fail. */
  beforeCall: (call: number, what: string) => void;
  /** A disk with what is left: what was synced only, or everything that was written. */
  afterCrash(kind: 'power' | 'process'): SimulatedDisk;
  /** The files' paths and what is in them, for damaging them by hand. */
  paths(): string[];
  contentOf(path: string): Buffer;
  put(path: string, content: Buffer): void;
};

type Inode = { written: Buffer; synced: Buffer };

export function simulatedDisk(left: ReadonlyMap<string, Buffer> = new Map()): SimulatedDisk {
  const identity = `simulated-${randomUUID()}`;
  const asInode = (bytes: Buffer): Inode => ({ written: bytes, synced: bytes });
  const names = new Map([...left].map(([path, bytes]) => [path, asInode(bytes)]));
  /** The folder as it is on the medium. */
  let syncedNames = new Map(names);
  let calls = 0;

  async function call<T>(what: string, act: () => T): Promise<T> {
    // Every real call ends in a later turn of the loop.
    await new Promise((resolve) => setImmediate(resolve));
    calls += 1;
    disk.beforeCall(calls, what);
    return act();
  }

  function open(inode: Inode): DiskFile {
    return {
      write: (bytes) =>
        call('write', () => {
          inode.written = Buffer.concat([inode.written, bytes]);
        }),
      sync: () =>
        call('sync', () => {
          inode.synced = inode.written;
        }),
      close: () => call('close', () => {}),
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
    paths: () => [...names.keys()],
    contentOf: (path) => existing(path).written,
    put: (path, content) => void names.set(path, asInode(content)),
    afterCrash(kind) {
      const survivors = [...(kind === 'power' ? syncedNames : names)];
      return simulatedDisk(
        new Map(survivors.map(([path, inode]) => [path, kind === 'power' ? inode.synced : inode.written])),
      );
    },
    makeFolder: () => call('makeFolder', () => {}),
    identity: async () => identity,
    list: (folder) => call('list', () => [...names.keys()].map((path) => path.slice(folder.length + 1))),
    read: (path) => call('read', () => names.get(path)?.written),
    create: (path) =>
      call('create', () => {
        const inode = names.get(path) ?? { written: Buffer.alloc(0), synced: Buffer.alloc(0) };
        inode.written = Buffer.alloc(0);
        names.set(path, inode);
        return open(inode);
      }),
    rename: (from, to) =>
      call('rename', () => {
        names.set(to, existing(from));
        names.delete(from);
      }),
    remove: (path) => call('remove', () => void names.delete(path)),
    cut: (path, length) =>
      call('cut', () => {
        const inode = existing(path);
        inode.written = inode.written.subarray(0, length);
        inode.synced = inode.written;
      }),
    syncFolder: () =>
      call('syncFolder', () => {
        syncedNames = new Map(names);
      }),
  };
  return disk;
}
