import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type Adapter, Low } from 'lowdb';
import type { z } from 'zod';
import type { Disk } from './disk.ts';
import { damaged } from './refusal.ts';

/** JSON documents in one folder, each a lowdb database of its own. */
export type DocumentFiles = {
  /** Rejects, naming the file, when it is missing or not what the schema says. */
  read<T>(name: string, schema: z.ZodType<T>): Promise<T>;
  /** Replaces the document as a whole: after a crash it is either the old or the new one. */
  write<T>(name: string, data: T, schema: z.ZodType<T>): Promise<void>;
  /** Must follow writes before anything relies on them: one sync of the folder serves many documents. */
  settle(): Promise<void>;
  remove(name: string): Promise<void>;
  /** The error for a document whose content contradicts the rest. */
  damaged(name: string, what: string): Error;
};

export const temporarySuffix = '.tmp';

export function documentFiles(disk: Disk, folder: string): DocumentFiles {
  const pathOf = (name: string) => join(folder, `${name}.json`);
  return {
    async read<T>(name: string, schema: z.ZodType<T>) {
      const low = new Low<T | null>(durableFile<T | null>(disk, pathOf(name), schema), null);
      await low.read();
      if (low.data === null) throw damaged(pathOf(name), 0, 'the file is missing');
      return low.data;
    },
    async write<T>(name: string, data: T, schema: z.ZodType<T>) {
      await new Low<T>(durableFile(disk, pathOf(name), schema), data).write();
    },
    settle: () => disk.syncFolder(folder),
    remove: (name) => disk.remove(pathOf(name)),
    damaged: (name, what) => damaged(pathOf(name), 0, what),
  };
}

/** lowdb's own file adapter renames without a sync, so a power failure can leave an empty file behind. */
function durableFile<T>(disk: Disk, path: string, schema: z.ZodType<T>): Adapter<T> {
  return {
    async read() {
      const bytes = await disk.read(path);
      return bytes ? parse(path, bytes.toString('utf8'), schema) : null;
    },
    write: (data) => replaceFile(disk, path, Buffer.from(JSON.stringify(data))),
  };
}

/** After a crash the file is either the old or the new one. The folder's sync is left to the caller. */
export async function replaceFile(disk: Disk, path: string, bytes: Buffer): Promise<void> {
  const temporary = `${path}.${randomUUID()}${temporarySuffix}`;
  try {
    const file = await disk.create(temporary);
    try {
      await file.write(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await disk.rename(temporary, path);
  } catch (error) {
    await disk.remove(temporary).catch(() => {});
    throw error;
  }
}

function parse<T>(path: string, text: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw damaged(path, Number(/position (\d+)/.exec(message)?.[1] ?? text.length), 'it is not JSON');
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw damaged(path, 0, `at "${issue?.path.join('.') ?? ''}": ${issue?.message ?? 'it has another form'}`);
}
