import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { StorageError } from '../ports/store.ts';
import { isUploadId, type Uploads } from '../ports/uploads.ts';

const begun = '.part';

/** One file each, in a folder of their own. Only what is whole has its name; what a former process had begun goes at its start. */
export function createUploads(folder: string): Uploads {
  const pathOf = (id: string) => {
    if (!/^upload-[0-9a-f]{32}$/.test(id)) throw new Error('This is no id of an upload.');
    return join(folder, id);
  };

  const drop = (path: string) => rm(path, { force: true });

  return {
    async keep(bytes) {
      const id = `upload-${randomBytes(16).toString('hex')}`;
      const path = pathOf(id);
      const file = await onDisk(async () => {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        return open(`${path}${begun}`, 'wx', 0o600);
      });
      try {
        for await (const piece of bytes) await onDisk(() => file.writeFile(piece));
        await onDisk(async () => {
          await file.datasync();
          await file.close();
          await rename(`${path}${begun}`, path);
          await syncFolder(folder);
        });
        return { id };
      } catch (error) {
        await file.close().catch(() => {});
        await drop(`${path}${begun}`).catch(() => {});
        await drop(path).catch(() => {});
        throw error;
      }
    },

    async open(id) {
      if (!isUploadId(id) || !(await isThere(pathOf(id)))) return undefined;
      return createReadStream(pathOf(id));
    },

    drop: (id) => drop(pathOf(id)),

    async dropAllBut(ids, keptBefore) {
      for (const name of await namesIn(folder)) {
        if (!isUploadId(name) || ids.has(name)) continue;
        const path = join(folder, name);
        const found = await stat(path).catch(() => undefined);
        if (found && found.mtimeMs < keptBefore.getTime()) await drop(path);
      }
    },
  };
}

/** A disk in trouble is told apart from a body that breaks off. */
async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new StorageError(`The list that came in cannot be kept: ${error instanceof Error ? error.message : error}`);
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
