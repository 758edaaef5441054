import { randomUUID } from 'node:crypto';
import type { Disk, DiskFile } from '../../../src/store/lowdb/files/disk.ts';
import type { Random } from '../../random.ts';
import type { Life, VirtualTime } from './virtual-time.ts';

/** One call to the file system, before it is made. */
export type DiskCall = { what: string; path: string; life: Life };

/** A disk that tells written bytes from those on the medium, and that can be slow, full or broken. */
export type VirtualDisk = {
  /** The disk as one process sees it; for a dead one every call fails and changes nothing. */
  mount(life: Life): Disk;
  /** A process has ended: its pending calls fail. */
  bury(): void;
  /** The power goes: what was not synced is lost, torn, or reached the medium all the same, each by chance. */
  losePower(): void;
  /** Before each call: an error code to fail with; may also end the caller's life. */
  beforeCall: (call: DiskCall) => string | undefined;
  /** What is written in a folder at this moment. */
  backup(folder: string): ReadonlyMap<string, Buffer>;
  /** The backup replaces everything in the folder, or the one file. */
  putBack(place: string, backup: ReadonlyMap<string, Buffer>): void;
  /** How long the journal's syncs take. */
  syncMs: () => number;
  /** While the program is busy with something real that is not simulated: virtual time must not pass. */
  isWaitingForReality(): boolean;
  /** A call that comes back from reality waits here, because nobody knows when that is in a run of the same seed. */
  backFromReality(): Promise<void>;
  /** Lets them go on, always at the same point of a run. False when there is none. */
  admit(): boolean;
};

/** What is in a file: `medium` survives a power failure, `pieces` survive the process. */
type Inode = { pieces: Buffer[]; medium: Buffer[]; poisoned: boolean };
type FolderChange = { path: string; apply: (names: Map<string, Inode>) => void };

export function createVirtualDisk(time: VirtualTime, random: Random): VirtualDisk {
  let names = new Map<string, Inode>();
  /** The folder on the medium, and what changed since it was synced. */
  let mediumNames = new Map<string, Inode>();
  let changes: FolderChange[] = [];
  /** When each file came to its place. */
  const since = new Map<string, number>();
  let waitsForReality = false;
  let failures = 0;
  const returned: (() => void)[] = [];
  const waiting = new Set<(error: Error) => void>();

  function change(path: string, apply: FolderChange['apply']): void {
    apply(names);
    changes.push({ path, apply });
  }

  /** Journal syncs take time; everything else is instant, so that no random name shifts the schedule. */
  async function call<T>(life: Life, what: string, path: string, act: () => T, onFailure = () => {}): Promise<T> {
    // What is left of a former process must not end the wait of the one that has just begun: days would pass meanwhile.
    refuseDead(life);
    if (waitsForReality) await backFromReality();
    refuseDead(life);
    const code = disk.beforeCall({ what, path, life });
    refuseDead(life);
    if (code !== undefined) {
      onFailure();
      throw Object.assign(new Error(`${code}: ${what} '${path}'`), { code });
    }
    if (what === 'sync' && path.includes('journal')) {
      const ms = disk.syncMs();
      if (ms > 0) await pass(ms, life);
    }
    refuseDead(life);
    return act();
  }

  function backFromReality(): Promise<void> {
    if (!waitsForReality) return Promise.resolve();
    waitsForReality = false;
    return new Promise((resolve) => returned.push(resolve));
  }

  function pass(ms: number, life: Life): Promise<void> {
    return new Promise((resolve, reject) => {
      waiting.add(reject);
      time.after(
        ms,
        () => {
          waiting.delete(reject);
          resolve();
        },
        life,
      );
    });
  }

  function open(life: Life, path: string, inode: Inode): DiskFile {
    return {
      write: (bytes) =>
        call(
          life,
          'write',
          path,
          () => void inode.pieces.push(Buffer.from(bytes)),
          // A write that fails may have written nothing, a part or everything.
          () => void inode.pieces.push(Buffer.from(bytes.subarray(0, random.int(0, bytes.length)))),
        ),
      sync: () =>
        call(
          life,
          'sync',
          path,
          () => {
            if (!inode.poisoned) inode.medium = [...inode.pieces];
          },
          // After a failed sync the kernel may forget the pages: a later sync succeeds and changes nothing.
          () => {
            inode.poisoned = true;
          },
        ),
      standsAt: (where) => call(life, 'stat', where, () => names.get(where) === inode),
      close: () => call(life, 'close', path, () => {}),
    };
  }

  const disk: VirtualDisk = {
    beforeCall: () => undefined,
    syncMs: () => 0,
    isWaitingForReality: () => waitsForReality,
    backFromReality,
    admit: () => {
      const now = returned.splice(0);
      for (const go of now) go();
      return now.length > 0;
    },
    bury() {
      for (const fail of waiting) fail(deadError());
      waiting.clear();
    },
    backup: (folder) =>
      new Map([...names].flatMap(([path, { pieces }]) => (isIn(folder, path) ? [[path, Buffer.concat(pieces)]] : []))),
    putBack(place, backup) {
      const others = [...names].filter(([path]) => !isIn(place, path));
      const put = [...backup].map(([path, bytes]): [string, Inode] => [path, asInode(bytes)]);
      names = new Map([...others, ...put]);
      for (const path of backup.keys()) since.set(path, time.wall().getTime());
      mediumNames = new Map(names);
      changes = [];
    },
    losePower() {
      failures += 1;
      const survivors = new Map(mediumNames);
      const chance = random.fork(`power ${failures}`);
      for (const { apply } of survivingChanges(changes, chance)) apply(survivors);
      names = new Map([...survivors].map(([path, inode]) => [path, leftOf(inode, chance.fork(kindOf(path)))]));
      mediumNames = new Map(names);
      changes = [];
    },
    mount: (life) => ({
      isOpenToOthers: async () => false,
      makeFolder: (path) => call(life, 'makeFolder', path, () => {}),
      async identity(path) {
        await call(life, 'identity', path, () => {});
        // A real socket and a real file follow; the next call to this disk says that they are done.
        waitsForReality = true;
        return `simulated-${randomUUID()}`;
      },
      list: (path) =>
        call(life, 'list', path, () =>
          [...names.keys()].filter((name) => isIn(path, name)).map((name) => name.slice(path.length + 1)),
        ),
      standsSinceMs: (path) => call(life, 'stat', path, () => since.get(path)),
      read: (path) =>
        call(life, 'read', path, () => {
          const inode = names.get(path);
          return inode && Buffer.concat(inode.pieces);
        }),
      create: (path) =>
        call(life, 'create', path, () => {
          const known = names.get(path);
          const inode = known ?? { pieces: [], medium: [], poisoned: false };
          inode.pieces = [];
          inode.poisoned = false;
          if (!known) change(path, (folder) => void folder.set(path, inode));
          return open(life, path, inode);
        }),
      rename: (from, to) =>
        call(life, 'rename', to, () => {
          const inode = names.get(from);
          if (!inode) throw Object.assign(new Error(`ENOENT: rename '${from}'`), { code: 'ENOENT' });
          since.set(to, time.wall().getTime());
          change(to, (folder) => {
            folder.set(to, inode);
            folder.delete(from);
          });
        }),
      remove: (path) =>
        call(life, 'remove', path, () => {
          change(path, (folder) => void folder.delete(path));
          // The lock is given back: its real socket is closed next.
          if (path.endsWith('heartbeat.json')) waitsForReality = true;
        }),
      syncFolder: (path) =>
        call(life, 'syncFolder', path, () => {
          mediumNames = new Map(names);
          changes = [];
        }),
    }),
  };
  return disk;
}

function isIn(place: string, path: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

function refuseDead(life: Life): void {
  if (!life.alive) throw deadError();
}

function deadError(): Error {
  return Object.assign(new Error('EDEAD: this process has ended'), { code: 'EDEAD' });
}

/** File systems keep the order of changes up to some moment; some keep any of them. */
function survivingChanges(changes: readonly FolderChange[], random: Random): readonly FolderChange[] {
  const share = random.next();
  if (random.chance(0.2)) return changes.filter(({ path }) => random.fork(kindOf(path)).chance(share));
  const ofJournal = changes.filter(({ path }) => path.includes('journal'));
  const end = ofJournal[Math.floor(share * (ofJournal.length + 1))];
  return end ? changes.slice(0, changes.indexOf(end)) : changes;
}

/** A path without its random ids: what chance does to a file must not depend on them. */
function kindOf(path: string): string {
  if (!path.includes('journal')) return path.split('.').slice(0, 1).join();
  return path.replace(/[0-9a-f-]{36}/, '');
}

/** What was synced, and a beginning of the rest of any length, sometimes with a hole of zeros. */
function leftOf({ pieces, medium }: Inode, random: Random): Inode {
  const written = Buffer.concat(pieces);
  const synced = Buffer.concat(medium);
  const isGrown = written.length >= synced.length && written.subarray(0, synced.length).equals(synced);
  if (!isGrown || random.chance(0.4)) return asInode(synced);
  const left = Buffer.from(written.subarray(0, random.int(synced.length, written.length)));
  if (random.chance(0.3) && left.length > synced.length) left.fill(0, random.int(synced.length, left.length - 1));
  return asInode(left);
}

function asInode(content: Buffer): Inode {
  return { pieces: [content], medium: [content], poisoned: false };
}
