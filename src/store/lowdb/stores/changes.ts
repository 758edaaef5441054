import { StorageError } from '../../../ports/store.ts';
import type { Checkpoints } from '../documents/checkpoint.ts';
import type { Lock } from '../folder/lock.ts';
import type { Journal } from '../journal/journal.ts';
import { apply } from '../memory/apply.ts';
import { Event } from '../memory/events.ts';
import type { Memory } from '../memory/memory.ts';

/**
 * The only way in which memory changes. Between `ready` and `commit` nothing may be awaited that a decision rests on: a
 * decision within one turn of the loop cannot be raced.
 */
export type Changes = {
  readonly memory: Memory;
  /** Before every change. Rejects, before anything is touched, while changes cannot be made durable. */
  ready(): Promise<void>;
  /** Changes memory at once; resolves when the event is durable. `mayWait`: nobody is kept who notices a moment. */
  commit(event: Event, options?: { mayWait?: boolean }): Promise<void>;
  /** Resolves when everything in memory now is durable: for answers that rest on an earlier change. */
  durable(): Promise<void>;
};

/** At most this many changes wait for a disk that does not answer. */
const maxWaiting = 10_000;

export function createChanges(store: {
  memory: Memory;
  journal: Journal;
  checkpoints: Checkpoints;
  lock: Lock;
  isClosed: () => boolean;
}): Changes {
  const { memory, journal, checkpoints, lock, isClosed } = store;

  function refuseClosed(): void {
    if (isClosed()) throw new StorageError('The store is closed.', { isClosed: true });
  }

  return {
    memory,
    async ready() {
      refuseClosed();
      await lock.confirm();
      const lost = lock.lost();
      if (lost !== undefined) throw new StorageError(lost);
      if (journal.trouble() !== undefined) await journal.tryDiskAgain();
      if (journal.waiting() >= maxWaiting) {
        throw new StorageError(`The disk is too slow: ${journal.waiting()} changes wait for it.`);
      }
    },
    async commit(event, options) {
      refuseClosed();
      // Only what can be read back is written.
      const checked = Event.parse(event);
      apply(memory, checked, memory.seq + 1);
      const durable = journal.append(memory.seq, JSON.stringify(checked), options);
      checkpoints.maybe();
      await durable;
    },
    durable: () => journal.durable(),
  };
}
