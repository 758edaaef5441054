import type { Uploads } from '../../ports/uploads.ts';
import type { TickDeps } from '../deps.ts';

const everyMs = 3_600_000;

/** Lists that came in are people's data: they go once no draft needs them, within an hour or two. */
export function createUploadSweep({
  store,
  clock,
  log,
  uploads,
}: Pick<TickDeps, 'store' | 'clock' | 'log'> & { uploads: Uploads }) {
  let nextMs = Number.NEGATIVE_INFINITY;

  const sweep = async (keptBefore: Date): Promise<void> => {
    const needed = new Set<string>();
    for (const { listSource } of await store.campaigns.list())
      if (listSource?.kind === 'file') needed.add(listSource.id);
    await uploads.dropAllBut(needed, keptBefore);
  };

  return {
    /** Before anything comes in: what a former process was taking in is nobody's. */
    start: async (): Promise<void> => {
      nextMs = clock.monotonicMs() + everyMs;
      await sweep(new Date(8_640_000_000_000_000));
    },
    tick: (): void => {
      if (clock.monotonicMs() < nextMs) return;
      nextMs = clock.monotonicMs() + everyMs;
      // Files have the machine's own time, whatever the clock of a test or of a show says.
      sweep(new Date(Date.now() - everyMs)).catch((error) =>
        log.warn({ err: error }, 'Lists that nobody needs could not be removed'),
      );
    },
  };
}
