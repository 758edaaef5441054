import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { Disk } from './disk.ts';
import { type DocumentFiles, temporarySuffix } from './document-file.ts';
import { MetaDocument, schemaVersion } from './document-forms.ts';
import { heartbeatFile } from './heartbeat.ts';
import { segmentOf, segmentsAmong } from './journal-segments.ts';

/** Reads what the folder is. A folder without any data becomes a store; one that lost its meta.json is refused. */
export async function openMeta(disk: Disk, folder: string, files: DocumentFiles, now: Date): Promise<MetaDocument> {
  const names = await disk.list(folder);
  if (names.includes('meta.json')) {
    await refuseNewer(folder, files);
    return files.read('meta', MetaDocument);
  }
  await refuseOrphans(disk, folder, names);
  const meta: MetaDocument = {
    schema: schemaVersion,
    storeId: randomUUID(),
    created: now.toISOString(),
    journalFrom: 1,
    documents: [],
  };
  // The journal first: from the moment that meta.json exists, a missing journal is damage.
  const segment = await disk.create(join(folder, segmentOf(1).name));
  await segment.close();
  await disk.syncFolder(folder);
  await files.write('meta', meta, MetaDocument);
  await files.settle();
  return meta;
}

async function refuseNewer(folder: string, files: DocumentFiles): Promise<void> {
  const { schema } = await files.read('meta', z.object({ schema: z.number() }));
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
  for (const { name } of segmentsAmong(names)) {
    // A first start that was interrupted leaves an empty journal.
    if ((await disk.read(join(folder, name)))?.length !== 0) data.push(name);
  }
  if (data.length === 0) return;
  throw new Error(
    `${folder} has data (${data[0]}) but no meta.json, so it cannot be trusted. ` +
      'Restore the whole folder from a backup, or name an empty folder in STORE_URL; nothing has been changed.',
  );
}
