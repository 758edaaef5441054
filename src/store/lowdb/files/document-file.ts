import { join } from 'node:path';
import { type Adapter, Low } from 'lowdb';
import type { z } from 'zod';
import { isSound, sealed } from './checksum.ts';
import type { Disk } from './disk.ts';
import { replaceFile } from './place-file.ts';
import { damaged } from './refusal.ts';

/** JSON documents in one folder, each a lowdb database under a checksum that names the store and the document. */
export type DocumentFiles = {
  /** Rejects, naming the file, when it is missing, not what was written, another document's, or against the schema. */
  read<T>(name: string, schema: z.ZodType<T>): Promise<ReadDocument<T>>;
  /** Replaces the whole document: after a crash it is either the old or the new one. Returns what was written. */
  write<T>(name: string, data: T, schema: z.ZodType<T>): Promise<Buffer>;
  /** Must follow writes before anything relies on them: one sync of the folder serves many documents. */
  syncFolder(): Promise<void>;
  remove(name: string): Promise<void>;
  /** The error for a document whose content contradicts the rest. */
  damaged(name: string, what: string): Error;
};

/** `isSealed`: under a checksum. Documents of former stores are not, and need another proof. */
type ReadDocument<T> = { data: T; bytes: Buffer; isSealed: boolean };

/** `storeId`: unknown only before meta.json has been read. */
export function documentFiles(disk: Disk, folder: string, storeId?: string): DocumentFiles {
  const pathOf = (name: string) => join(folder, `${name}.json`);
  const ownerOf = (name: string) => (storeId === undefined ? undefined : `${storeId}/${name}`);
  const file = <T>(name: string, schema: z.ZodType<T>) =>
    sealedFile(disk, { path: pathOf(name), owner: ownerOf(name) }, schema);
  return {
    async read<T>(name: string, schema: z.ZodType<T>) {
      const low = new Low(file(name, schema), null);
      await low.read();
      if (low.data === null) throw damaged(pathOf(name), 0, 'the file is missing');
      return low.data;
    },
    async write<T>(name: string, data: T, schema: z.ZodType<T>) {
      const bytes = sealDocument(ownerOf(name), data);
      await new Low(file(name, schema), { data, bytes, isSealed: true }).write();
      return bytes;
    },
    syncFolder: () => disk.syncFolder(folder),
    remove: (name) => disk.remove(pathOf(name)),
    damaged: (name, what) => damaged(pathOf(name), 0, what),
  };
}

/** lowdb's own file adapter renames without a sync, so a power failure can leave an empty file. */
function sealedFile<T>(
  disk: Disk,
  { path, owner }: { path: string; owner: string | undefined },
  schema: z.ZodType<T>,
): Adapter<ReadDocument<T> | null> {
  return {
    async read() {
      const bytes = await disk.read(path);
      if (!bytes) return null;
      const isSealed = isUnderChecksum(path, bytes);
      const value = parseJson(path, bytes);
      if (isSealed && owner !== undefined) refuseForeign(path, value, owner);
      return { data: check(path, value, schema), bytes, isSealed };
    },
    async write(document) {
      if (document) await replaceFile(disk, path, document.bytes);
    },
  };
}

export function sealDocument<T>(owner: string | undefined, data: T): Buffer {
  return sealed(`,"of":${JSON.stringify(owner ?? '')},${JSON.stringify(data).slice(1)}`);
}

function isUnderChecksum(path: string, bytes: Buffer): boolean {
  const isWhole = isSound(bytes.subarray(0, -1));
  if (isWhole === undefined) return false;
  if (isWhole && bytes.at(-1) === 0x0a) return true;
  throw damaged(path, 0, 'it is not what was written');
}

/** A sound document can be a copy of another one, or come from another store. */
function refuseForeign(path: string, value: unknown, owner: string): void {
  const found = value !== null && typeof value === 'object' && 'of' in value ? value.of : undefined;
  if (found !== owner) throw damaged(path, 0, `it is a copy of “${found}”, not “${owner}”`);
}

function parseJson(path: string, bytes: Buffer): unknown {
  const text = bytes.toString('utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw damaged(path, Number(/position (\d+)/.exec(message)?.[1] ?? text.length), 'it is not JSON');
  }
}

function check<T>(path: string, value: unknown, schema: z.ZodType<T>): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw damaged(path, 0, `at "${issue?.path.join('.') ?? ''}": ${issue?.message ?? 'it has another form'}`);
}
