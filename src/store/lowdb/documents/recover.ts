import { join } from 'node:path';
import { seedOf } from '../files/checksum.ts';
import type { Disk } from '../files/disk.ts';
import type { DocumentFiles } from '../files/document-file.ts';
import { inParallel } from '../files/in-parallel.ts';
import { replaceFile, temporarySuffix } from '../files/place-file.ts';
import { damaged } from '../files/refusal.ts';
import type { StoreEvent } from '../files/store-event.ts';
import { readReach } from '../journal/journal-reach.ts';
import { type Replayed, replayJournal } from '../journal/journal-replay.ts';
import { type Segment, segmentsAmong } from '../journal/journal-segments.ts';
import { apply } from '../memory/apply.ts';
import { settleAll } from '../memory/apply-residence.ts';
import { campaignDocument, chunksOf, listDocument, readDocumentName } from '../memory/document-names.ts';
import { type CampaignMemory, emptyMemory, type Memory } from '../memory/memory.ts';
import { setPlaces, skipLeftOut } from '../memory/recipient-columns.ts';
import { type CheckedDocuments, checkedDocuments } from './checked-documents.ts';
import type { Meta } from './document-forms.ts';
import type { Lists } from './lists.ts';
import { restoreDocument } from './memory-documents.ts';

type Recovered = {
  memory: Memory;
  /** Of the documents that are on disk. */
  sums: ReadonlyMap<string, string>;
  segments: readonly Segment[];
  replayedBytes: number;
};

/** Builds memory from the documents and the journal. Changes nothing on disk before everything has proved sound. */
export async function readBack(store: {
  disk: Disk;
  folder: string;
  files: DocumentFiles;
  lists: Lists;
  meta: Meta;
  log: (event: StoreEvent) => void;
}): Promise<Recovered> {
  const { disk, folder, files, lists, meta, log } = store;
  const memory = emptyMemory();
  const names = await disk.list(folder);
  const segments = segmentsAmong(names);

  const documents = checkedDocuments(files, meta);
  await documents.refuseUnnamed(names);
  await restoreDocuments(memory, documents, [...meta.documents.keys()]);
  const { lastSeq, bytes, tail } = await replay(store, memory, segments);
  for (const [name, seq] of memory.documents) {
    if (seq > lastSeq) throw files.damaged(name, `it contains change ${seq}, but the journal ends with ${lastSeq}`);
  }
  memory.seq = lastSeq;
  for (const name of meta.discarded ?? []) memory.discarded.set(name, 0);
  for (const known of memory.campaigns.values()) await restoreList(memory, lists, known);

  if (tail) await secure(disk, folder, tail);
  if (tail?.torn) log({ kind: 'journal_cut', file: tail.path, offset: tail.sound.length });
  await removeLeftovers(disk, folder, names, memory);
  return { memory, sums: documents.sums, segments, replayedBytes: bytes };
}

async function replay(
  { disk, folder, meta }: { disk: Disk; folder: string; meta: Meta },
  memory: Memory,
  segments: readonly Segment[],
): Promise<Replayed> {
  const seed = seedOf(meta.storeId);
  const seeds = meta.isFormer ? [seed, 0] : [seed];
  const journal = { disk, folder, segments, from: meta.journalFrom, seeds };
  const replayed = await replayJournal(journal, (event, seq) => apply(memory, event, seq));
  const { lastSeq, tail } = replayed;
  const reached = await readReach({ disk, folder, seed }, meta.hasReach === true);
  if (tail && lastSeq < reached) {
    throw damaged(tail.path, tail.sound.length, `it ends with change ${lastSeq}, but change ${reached} was stored`);
  }
  return replayed;
}

/** A former store's list proves itself by the hash that was approved, and its parts get checksums. */
async function restoreList(memory: Memory, lists: Lists, known: CampaignMemory): Promise<void> {
  const { campaign, list, columns } = known;
  if (!list.sums) {
    const adopted = await lists.adopt(campaign.id, list, campaign.list.columns);
    if (campaign.approval && adopted.hash !== campaign.list.hash) {
      throw lists.damaged(campaign.id, list, 'the list that it begins is not the one that was approved');
    }
    known.list = adopted.list;
    memory.dirty.add(campaignDocument(campaign.id));
  }
  const { numbers, leftOut, places } = await lists.columns(campaign.id, known.list);
  known.numbers = numbers;
  setPlaces(columns, places);
  settleAll(memory, known);
  skipLeftOut(known.columns, leftOut);
  columns.cursor = 0;
}

/**
 * The last process's writes may be in the system's memory only: it may have died between a write and its sync, or by a
 * failed sync, after which another sync of the same file reports nothing. So its last lines are written again.
 */
async function secure(disk: Disk, folder: string, tail: { path: string; sound: Buffer; torn: boolean }): Promise<void> {
  if (tail.sound.length === 0 && !tail.torn) return;
  await replaceFile(disk, tail.path, tail.sound);
  await disk.syncFolder(folder);
}

async function restoreDocuments(memory: Memory, documents: CheckedDocuments, names: readonly string[]): Promise<void> {
  const isState = (name: string) => readDocumentName(name)?.of === 'state';
  for (const group of [names.filter((name) => !isState(name)), names.filter(isState)]) {
    await inParallel(group.length, (index) => restoreDocument(memory, documents, group[index]!));
  }
}

/** Half-written files, and lists whose campaigns are gone or got another list. */
async function removeLeftovers(disk: Disk, folder: string, names: readonly string[], memory: Memory): Promise<void> {
  const lists = new Set<string>();
  for (const { campaign, list } of memory.campaigns.values()) {
    for (let chunk = 0; chunk < chunksOf(list.size); chunk += 1) {
      lists.add(`${listDocument(campaign.id, list.generation, chunk)}.json`);
    }
  }
  for (const name of names) {
    const isLeftover = name.endsWith(temporarySuffix) || (name.startsWith('list.') && !lists.has(name));
    if (isLeftover) await disk.remove(join(folder, name));
  }
}
