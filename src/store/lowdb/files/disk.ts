import { statSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** The few file-system calls that the store is made of, as one value that tests can break. */
export type Disk = {
  /** Makes it with all missing parents, for this user only. */
  makeFolder(path: string): Promise<void>;
  /** May others than this user look into it, or change it? */
  isOpenToOthers(folder: string): Promise<boolean>;
  list(folder: string): Promise<readonly string[]>;
  /** Device and inode: the same folder by any path. */
  identity(folder: string): Promise<string>;
  /** Undefined when there is no such file. */
  read(path: string): Promise<Buffer | undefined>;
  /** When the file came to stand here, by the file system's clock; a copy keeps its date, not this. Undefined: no file. */
  standsSinceMs(path: string): Promise<number | undefined>;
  /** Opened for writing and emptied, for this user only. */
  create(path: string): Promise<DiskFile>;
  rename(from: string, to: string): Promise<void>;
  /** A missing file is no error. */
  remove(path: string): Promise<void>;
  /** Makes creations, renames and removals in a folder durable. */
  syncFolder(path: string): Promise<void>;
};

export type DiskFile = {
  /** Appends all bytes. */
  write(bytes: Buffer): Promise<void>;
  /** Resolves when everything written is on the medium. */
  sync(): Promise<void>;
  /** Is it still the file of this path? Not when it, or a folder above it, was moved, removed or replaced. */
  standsAt(path: string): Promise<boolean>;
  close(): Promise<void>;
};

export const realDisk: Disk = {
  async makeFolder(path) {
    // One by one: Node's own recursive mkdir never returns where no folder can be made, as in /proc.
    const missing: string[] = [];
    let there = resolve(path);
    for (; !(await exists(there)); there = dirname(there)) missing.unshift(there);
    for (const folder of missing) await mkdir(folder, { mode: 0o700 }).catch(unlessMade);
    if (missing.length > 0) await syncFolder(there);
  },
  async isOpenToOthers(folder) {
    return process.platform !== 'win32' && ((await stat(folder)).mode & 0o077) !== 0;
  },
  list: (folder) => readdir(folder),
  async identity(folder) {
    const { dev, ino } = await stat(folder);
    return `${dev}-${ino}`;
  },
  async read(path) {
    try {
      return await readFile(path);
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  },
  async standsSinceMs(path) {
    try {
      return (await stat(path)).ctimeMs;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  },
  create: async (path) => diskFile(await open(path, 'w', 0o600)),
  rename,
  remove: (path) => rm(path, { force: true }),
  syncFolder,
};

function diskFile(handle: FileHandle): DiskFile {
  let own: { dev: number; ino: number } | undefined;
  return {
    // writeFile goes on after a short write, from where the last one ended.
    write: (bytes) => handle.writeFile(bytes),
    sync: () => handle.datasync(),
    async standsAt(path) {
      own ??= await handle.stat();
      const found = lookAt(path);
      return found?.dev === own.dev && found.ino === own.ino;
    },
    close: () => handle.close(),
  };
}

/** The kernel knows it by heart: handing the question to a thread would take ten times as long. */
function lookAt(path: string): { dev: number; ino: number } | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** Another process that starts now may have been quicker. */
function unlessMade(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
