import { randomUUID } from 'node:crypto';
import type { Disk, DiskFile } from './disk.ts';

export const temporarySuffix = '.tmp';

/**
 * Puts a new file in the place of another one, whole: at no moment is it missing. `fill` writes it and syncs what must
 * be durable; `placed` follows the rename. It stays open; of one that failed nothing is left.
 */
export async function placeFile(
  disk: Disk,
  path: string,
  { fill, placed }: { fill: (file: DiskFile) => Promise<void>; placed?: () => Promise<void> },
): Promise<DiskFile> {
  const temporary = `${path}.${randomUUID()}${temporarySuffix}`;
  let file: DiskFile | undefined;
  try {
    file = await disk.create(temporary);
    await fill(file);
    await disk.rename(temporary, path);
    await placed?.();
    return file;
  } catch (error) {
    await file?.close().catch(() => {});
    await disk.remove(temporary).catch(() => {});
    throw error;
  }
}

/** After a crash the file is either the old or the new one. The caller syncs the folder. */
export async function replaceFile(disk: Disk, path: string, bytes: Buffer): Promise<void> {
  await placeFile(disk, path, {
    fill: async (file) => {
      await file.write(bytes);
      await file.sync();
      await file.close();
    },
  });
}
