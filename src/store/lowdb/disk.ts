import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The few file-system calls that the store is made of, as one value that tests can break. */
export type Disk = {
  /** Made with all its parents when it is missing, for this user only. */
  makeFolder(path: string): Promise<void>;
  list(folder: string): Promise<readonly string[]>;
  /** Device and inode: the same folder by whatever path. */
  identity(folder: string): Promise<string>;
  /** Undefined when there is no such file. */
  read(path: string): Promise<Buffer | undefined>;
  /** Opened for writing and emptied, for this user only. */
  create(path: string): Promise<DiskFile>;
  rename(from: string, to: string): Promise<void>;
  /** A file that is not there is no error. */
  remove(path: string): Promise<void>;
  /** Makes creations, renames and removals in a folder durable. */
  syncFolder(path: string): Promise<void>;
};

export type DiskFile = {
  /** Appends all bytes. */
  write(bytes: Buffer): Promise<void>;
  /** Resolves when everything written is on the medium. */
  sync(): Promise<void>;
  close(): Promise<void>;
};

export const realDisk: Disk = {
  async makeFolder(path) {
    const made = await mkdir(path, { recursive: true, mode: 0o700 });
    if (made !== undefined) await syncFolder(dirname(made));
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
  create: async (path) => diskFile(await open(path, 'w', 0o600)),
  rename,
  remove: (path) => rm(path, { force: true }),
  syncFolder,
};

function diskFile(handle: FileHandle): DiskFile {
  return {
    // writeFile goes on after a short write, and from where the last one ended.
    write: (bytes) => handle.writeFile(bytes),
    sync: () => handle.datasync(),
    close: () => handle.close(),
  };
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
