import { type ListImport, mostTries } from '../../../domain/campaign/list-import.ts';
import { CampaignError } from '../../../domain/campaign-error.ts';
import type { UserId } from '../../../domain/ids.ts';
import { requireCreator } from '../../authority.ts';
import type { Deps } from '../../deps.ts';
import type { ReadingWatch } from '../../list/read-list.ts';

/** What people do with a list while it is read. Each reading is known by its form's submission. */
export type ReadingDoors = {
  /** It takes a while: from now on a restart does not lose it. Its end is noted by itself. */
  keepReading(id: string, by: UserId): Promise<void>;
  /** Ends it: nothing of it is stored. Throws when it is read no more, or is somebody else's. */
  cancelReading(id: string, by: UserId): Promise<void>;
};

/** Of a list that a restart can begin again: its form, and where it comes from. */
export type Again = Pick<ListImport, 'content' | 'source' | 'edited'>;

export type Readings = ReadingDoors & {
  /** Does the work until somebody cancels it. `again`: null for what cannot be begun again. */
  run<T>(
    reading: { id: string; by: UserId; again: Again | null; tries?: number },
    work: (ending: Required<Pick<ReadingWatch, 'signal' | 'storing'>>) => Promise<T>,
  ): Promise<T>;
};

type Running = { by: UserId; ending: AbortController; noted: ListImport | null; isKept: boolean };

export function createReadings(deps: Pick<Deps, 'store' | 'people' | 'clock' | 'settings'>): Readings {
  const { store, people, clock } = deps;
  const running = new Map<string, Running>();

  const theirs = async (id: string, by: UserId, find: typeof people.find): Promise<Running> => {
    requireCreator(deps, await find(by));
    const one = running.get(id);
    if (one?.by === by) return one;
    const sentence = 'This list is read no more. `/sms-campaign list drafts` shows what came of it.';
    throw new CampaignError('not_reading', sentence);
  };

  return {
    async keepReading(id, by) {
      const one = await theirs(id, by, people.find);
      if (!one.noted) return;
      one.isKept = true;
      await store.imports.note(one.noted);
    },

    async cancelReading(id, by) {
      const { ending } = await theirs(id, by, people.findNowOrLately);
      ending.abort(new CampaignError('reading_cancelled', 'You cancelled the reading, and nothing was saved.'));
    },

    async run({ id, by, again, tries = 1 }, work) {
      // A double click: the first one reads, and the second finds what it made.
      const ending = running.get(id)?.ending ?? new AbortController();
      const noted = again && { id, by, at: clock.now().toISOString(), ...again, tries };
      const one: Running = { by, ending, noted, isKept: tries > 1 };
      running.set(id, one);
      try {
        const { signal } = ending;
        // Nobody is told that nothing was saved once it is being saved, by whichever click.
        const storing = () => {
          signal.throwIfAborted();
          if (running.get(id)?.ending === ending) running.delete(id);
        };
        const done = await untilCancelled(work({ signal, storing }), signal);
        if (one.isKept) await store.imports.end(id);
        return done;
      } catch (error) {
        // Whatever else ends it, a start begins it again.
        if (one.isKept && error instanceof CampaignError) await store.imports.end(id);
        throw error;
      } finally {
        if (running.get(id) === one) running.delete(id);
      }
    },
  };
}

/** It may be waiting for its turn: nobody who cancels waits for that. */
async function untilCancelled<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const cancelled = Promise.withResolvers<never>();
  const cancel = () => cancelled.reject(signal.reason);
  if (signal.aborted) cancel();
  signal.addEventListener('abort', cancel, { once: true });
  work.catch(() => {});
  try {
    return await Promise.race([work, cancelled.promise]);
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

export function refuseTriedOften({ tries }: ListImport): void {
  if (tries < mostTries) return;
  const sentence = `Trickle was stopped ${mostTries} times while it read your list, so it is not read again. Split the list into several, and begin again.`;
  throw new CampaignError('import_given_up', sentence, 'file');
}
