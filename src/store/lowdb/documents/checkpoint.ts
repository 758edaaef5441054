import { sumOf } from '../files/checksum.ts';
import type { DocumentFiles } from '../files/document-file.ts';
import { inParallel } from '../files/in-parallel.ts';
import type { StoreEvent } from '../files/store-event.ts';
import type { Lock } from '../folder/lock.ts';
import type { Journal } from '../journal/journal.ts';
import type { Memory } from '../memory/memory.ts';
import { type Meta, MetaDocument, schemaVersion } from './document-forms.ts';
import { snapshotDocument } from './memory-documents.ts';

/** Moves the journal's content into the documents, in the background, so that the journal stays short. */
export type Checkpoints = {
  /** Starts one when the journal has grown enough; otherwise costs nothing. */
  maybe(): void;
  /** Does one now, after the one that is running. Rejects when the disk fails: then the journal still has everything. */
  run(): Promise<void>;
};

/** Documents are rewritten whole: the more of them changed, the longer waiting pays. */
const documentsPerCheckpoint = 400;

/** Checkpoints of one store, one at a time; failures are logged and tried again. */
export function checkpoints(store: {
  memory: Memory;
  journal: Journal;
  files: DocumentFiles;
  meta: Meta;
  /** Of the documents that are on disk. */
  sums: ReadonlyMap<string, string>;
  lock: Lock;
  /** The journal's content stays until it has at least this many bytes. */
  journalBytes: number;
  log: (event: StoreEvent) => void;
}): Checkpoints {
  const { memory, journal, files, lock, journalBytes, log } = store;
  const { documents: _, isFormer: _isFormer, ...kept } = store.meta;
  /** Includes those that a checkpoint wrote before it failed: they may not change again, and the journal will not keep them. */
  const written = new Map(store.sums);
  let running: Promise<void> | undefined;
  /** After a failure, so that not every event tries again. */
  let notBefore = 0;

  async function checkpoint(): Promise<void> {
    const startedAt = performance.now();
    await lock.mustBeOurs();
    const through = await journal.rotate();
    const names = [...memory.dirty];
    await inParallel(names.length, (index) => writeDocument(names[index]!));
    await files.syncFolder();
    const discarded = [...memory.discarded.keys()].filter(
      (name) => memory.discarded.get(name)! <= through && !memory.documents.has(name),
    );
    for (const name of discarded) written.delete(name);
    const documents = Object.fromEntries(written);
    const meta: MetaDocument = {
      ...kept,
      schema: schemaVersion,
      journalFrom: through + 1,
      documents,
      discarded,
      ...(journal.keepsReach() && { hasReach: true }),
    };
    await lock.mustBeOurs();
    await files.write('meta', meta, MetaDocument);
    await files.syncFolder();
    await lock.mustBeOurs();
    await journal.drop(through);
    await removeDiscarded(discarded);
    log({ kind: 'checkpoint', documents: names.length, ms: Math.round(performance.now() - startedAt) });
  }

  /** Only now: as long as meta.json names a document, a missing one is damage. */
  async function removeDiscarded(names: readonly string[]): Promise<void> {
    if (names.length === 0) return;
    for (const name of names) await files.remove(name);
    await files.syncFolder();
    for (const name of names) memory.discarded.delete(name);
  }

  async function writeDocument(name: string): Promise<void> {
    const write = snapshotDocument(memory, name);
    memory.dirty.delete(name);
    try {
      // A document must never be ahead of the journal: after a crash it would hold half of an event.
      await journal.durable();
      // A checkpoint may have been frozen half-way, and another process may have the folder by now.
      await lock.mustBeOurs();
      if (write) written.set(name, sumOf(await write(files)));
    } catch (error) {
      memory.dirty.add(name);
      throw error;
    }
  }

  return {
    maybe() {
      const due = journalBytes * Math.max(1, memory.dirty.size / documentsPerCheckpoint);
      if (running || journal.size() < Math.max(due, notBefore)) return;
      running = checkpoint()
        .then(() => {
          notBefore = 0;
        })
        .catch((error: unknown) => {
          notBefore = journal.size() + journalBytes;
          log({ kind: 'checkpoint_failed', error: error instanceof Error ? error.message : String(error) });
        })
        .finally(() => {
          running = undefined;
        });
    },
    async run() {
      await running;
      await checkpoint();
    },
  };
}
