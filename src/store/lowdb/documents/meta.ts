import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { seedOf } from '../files/checksum.ts';
import type { Disk } from '../files/disk.ts';
import { documentFiles } from '../files/document-file.ts';
import { temporarySuffix } from '../files/place-file.ts';
import { heartbeatFile } from '../folder/heartbeat.ts';
import { beginReach, isReachOfNothing, reachFile } from '../journal/journal-reach.ts';
import { segmentOf, segmentsAmong } from '../journal/journal-segments.ts';
import { FormerMetaDocument, type Meta, MetaDocument, schemaVersion } from './document-forms.ts';

/** Reads what the folder is. A folder without any data becomes a store; one that lost its meta.json is refused. */
export async function openMeta(disk: Disk, folder: string, now: Date): Promise<Meta> {
  const names = await disk.list(folder);
  if (names.includes('meta.json')) return readMeta(disk, folder);
  await refuseOrphans(disk, folder, names);
  const storeId = randomUUID();
  const meta = { storeId, created: now.toISOString(), journalFrom: 1, hasReach: true };
  // The journal first: once meta.json exists, a missing journal is damage.
  const segment = await disk.create(join(folder, segmentOf(1).name));
  await segment.close();
  const reach = await beginReach({ disk, folder, seed: seedOf(storeId) }, 0);
  await reach.close();
  await disk.syncFolder(folder);
  const files = documentFiles(disk, folder, storeId);
  await files.write('meta', { schema: schemaVersion, ...meta, documents: {} }, MetaDocument);
  await files.syncFolder();
  return { ...meta, documents: new Map(), isFormer: false };
}

async function readMeta(disk: Disk, folder: string): Promise<Meta> {
  const { data: kind } = await documentFiles(disk, folder).read('meta', MetaKind);
  refuseNewer(folder, kind.schema);
  const files = documentFiles(disk, folder, kind.storeId);
  if (kind.schema < schemaVersion) {
    const { schema: _, documents, ...meta } = (await files.read('meta', FormerMetaDocument)).data;
    return { ...meta, documents: new Map(documents.map((name) => [name, null])), isFormer: true };
  }
  const { data, isSealed } = await files.read('meta', MetaDocument);
  if (!isSealed) throw files.damaged('meta', 'it has lost its checksum');
  const { schema: _, documents, ...meta } = data;
  return { ...meta, documents: new Map(Object.entries(documents)), isFormer: false };
}

const MetaKind = z.object({ schema: z.number(), storeId: z.string() });

function refuseNewer(folder: string, schema: number): void {
  if (schema <= schemaVersion) return;
  throw new Error(
    `${folder} was written by a newer version of Trickle (schema ${schema}, this version knows ${schemaVersion}). ` +
      'Install that version again; nothing has been changed.',
  );
}

async function refuseOrphans(disk: Disk, folder: string, names: readonly string[]): Promise<void> {
  const data = names.filter(
    (name) => name.endsWith('.json') && name !== heartbeatFile && !name.endsWith(temporarySuffix),
  );
  // An interrupted first start leaves an empty journal, and a reach of nothing.
  const reach = await disk.read(join(folder, reachFile));
  if (reach && !isReachOfNothing(reach)) data.push(reachFile);
  for (const { name } of segmentsAmong(names)) {
    if ((await disk.read(join(folder, name)))?.length !== 0) data.push(name);
  }
  if (data.length === 0) return;
  throw new Error(
    `${folder} has data (${data[0]}) but no meta.json, so it cannot be trusted. ` +
      'Restore the whole folder from a backup, or name an empty folder in STORE_URL; nothing has been changed.',
  );
}
