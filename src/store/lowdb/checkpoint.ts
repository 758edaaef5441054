import { StorageError } from '../../ports.ts';
import type { DocumentFiles } from './document-file.ts';
import { MetaDocument } from './document-forms.ts';
import { inParallel } from './in-parallel.ts';
import type { Journal } from './journal.ts';
import type { Lock } from './lock.ts';
import type { Memory } from './memory.ts';
import { snapshotDocument } from './memory-documents.ts';
import type { StoreEvent } from './store-event.ts';

/** Moves what is in the journal into the documents, in the background, so that the journal stays short. */
export type Checkpoints = {
  /** Starts one when the journal has grown enough. Costs nothing otherwise. */
  maybe(): void;
  /** Does one now, after the one that is running. Rejects when the disk fails: then the journal still has everything. */
  run(): Promise<void>;
};

/** Documents are rewritten as a whole: the more of them changed, the longer it pays to wait. */
const documentsPerCheckpoint = 400;

export function checkpoints(store: {
  memory: Memory;
  journal: Journal;
  files: DocumentFiles;
  meta: MetaDocument;
  lock: Lock;
  /** How long the journal grows, at least, before its content is moved. */
  journalBytes: number;
  log: (event: StoreEvent) => void;
}): Checkpoints {
  const { memory, journal, files, lock, journalBytes, log } = store;
  let { meta } = store;
  /** Also those that a checkpoint wrote before it failed: they may not change again, and the journal will not keep them. */
  const written = new Set(meta.documents);
  let running: Promise<void> | undefined;
  /** After a failure not at each event again. */
  let notBefore = 0;

  async function checkpoint(): Promise<void> {
    const startedAt = performance.now();
    const lost = lock.lost();
    if (lost !== undefined) throw new StorageError(lost);
    const through = await journal.rotate();
    const names = [...memory.dirty];
    await inParallel(names.length, (index) => writeDocument(names[index]!));
    await files.settle();
    const discarded = [...memory.discarded].filter(([, seq]) => seq <= through).map(([name]) => name);
    for (const name of discarded) written.delete(name);
    const next = { ...meta, documents: [...written], discarded, journalFrom: through + 1 };
    await files.write('meta', next, MetaDocument);
    await files.settle();
    meta = next;
    await journal.drop(through);
    await removeDiscarded(discarded);
    log({ kind: 'checkpoint', documents: names.length, ms: Math.round(performance.now() - startedAt) });
  }

  /** Only now: as long as meta.json names a document, a missing one is damage. */
  async function removeDiscarded(names: readonly string[]): Promise<void> {
    for (const name of names) {
      await files.remove(name);
      memory.discarded.delete(name);
    }
  }

  async function writeDocument(name: string): Promise<void> {
    const write = snapshotDocument(memory, name);
    memory.dirty.delete(name);
    try {
      // A document must never be ahead of the journal: after a crash it would hold half of an event.
      await journal.durable();
      await write?.(files);
      if (write) written.add(name);
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
