import { StorageError } from '../ports/store.ts';
import type { Deps } from './deps.ts';

/**
 * For what has happened outside and must not be forgotten: stores it again each second while the disk is in trouble.
 * `store` must be safe to repeat. Gives up only when the store was closed.
 */
export async function durably<Stored>(
  { clock, log }: Pick<Deps, 'clock' | 'log'>,
  about: object,
  store: () => Promise<Stored>,
): Promise<Stored> {
  for (;;) {
    try {
      return await store();
    } catch (error) {
      if (!(error instanceof StorageError) || error.isClosed) throw error;
      log.error({ ...about, err: error }, 'An outcome could not be stored yet');
      await clock.sleep(1_000);
    }
  }
}
