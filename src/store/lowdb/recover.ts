import { join } from 'node:path';
import { apply } from './apply.ts';
import type { Disk } from './disk.ts';
import { type DocumentFiles, replaceFile, temporarySuffix } from './document-file.ts';
import type { MetaDocument } from './document-forms.ts';
import { chunksOf, listDocument, readDocumentName } from './document-names.ts';
import { inParallel } from './in-parallel.ts';
import { replayJournal } from './journal-replay.ts';
import { type Segment, segmentsAmong } from './journal-segments.ts';
import type { Lists } from './lists.ts';
import { emptyMemory, type Memory } from './memory.ts';
import { restoreDocument } from './memory-documents.ts';
import type { StoreEvent } from './store-event.ts';

/** Builds memory from the documents and the journal. Changes nothing on disk before everything has proved sound. */
export async function recover(store: {
  disk: Disk;
  folder: string;
  files: DocumentFiles;
  lists: Lists;
  meta: MetaDocument;
  log: (event: StoreEvent) => void;
}): Promise<{ memory: Memory; segments: readonly Segment[]; replayedBytes: number }> {
  const { disk, folder, files, lists, meta, log } = store;
  const memory = emptyMemory();
  const names = await disk.list(folder);
  const segments = segmentsAmong(names);

  await restoreDocuments(memory, files, meta.documents);
  const replay = { disk, folder, segments, from: meta.journalFrom };
  const { lastSeq, bytes, tail } = await replayJournal(replay, (event, seq) => apply(memory, event, seq));
  for (const [name, seq] of memory.documents) {
    if (seq > lastSeq) throw files.damaged(name, `it contains change ${seq}, but the journal ends with ${lastSeq}`);
  }
  memory.seq = lastSeq;
  for (const known of memory.campaigns.values()) {
    known.numbers = await lists.numbers(known.campaign.id, known.list);
    known.columns.cursor = 0;
  }

  if (tail) await secure(disk, folder, tail);
  if (tail?.torn) log({ kind: 'journal_cut', file: tail.path, offset: tail.sound.length });
  await removeLeftovers(disk, folder, names, { memory, discarded: meta.discarded ?? [] });
  return { memory, segments, replayedBytes: bytes };
}

/**
 * What the last process wrote may be in the system's memory only: it can have died between a write and its sync, or because
 * a sync failed, after which another sync of the same file would say nothing. So its last lines are written anew.
 */
async function secure(disk: Disk, folder: string, tail: { path: string; sound: Buffer; torn: boolean }): Promise<void> {
  if (tail.sound.length === 0 && !tail.torn) return;
  await replaceFile(disk, tail.path, tail.sound);
  await disk.syncFolder(folder);
}

async function restoreDocuments(memory: Memory, files: DocumentFiles, names: readonly string[]): Promise<void> {
  const isState = (name: string) => readDocumentName(name)?.of === 'state';
  for (const group of [names.filter((name) => !isState(name)), names.filter(isState)]) {
    await inParallel(group.length, (index) => restoreDocument(memory, files, group[index]!));
  }
}

/** Half-written files, documents of what was deleted, and lists of campaigns that are not there or got another list. */
async function removeLeftovers(
  disk: Disk,
  folder: string,
  names: readonly string[],
  { memory, discarded }: { memory: Memory; discarded: readonly string[] },
): Promise<void> {
  const gone = new Set(discarded.map((name) => `${name}.json`));
  const lists = new Set<string>();
  for (const { campaign, list } of memory.campaigns.values()) {
    for (let chunk = 0; chunk < chunksOf(list.size); chunk += 1) {
      lists.add(`${listDocument(campaign.id, list.generation, chunk)}.json`);
    }
  }
  for (const name of names) {
    const isOldList = name.startsWith('list.') && !lists.has(name);
    if (name.endsWith(temporarySuffix) || isOldList || gone.has(name)) await disk.remove(join(folder, name));
  }
}
