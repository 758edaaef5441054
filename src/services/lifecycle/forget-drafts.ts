import { isForgotten } from '../../domain/campaign/campaign-shelf.ts';
import type { Deps } from '../deps.ts';

const everyMs = 3_600_000;

/** Deletes previews that nobody has gone on with; looks for them once an hour and never rejects. */
export function createForgetDrafts({ store, clock, log }: Pick<Deps, 'store' | 'clock' | 'log'>): () => Promise<void> {
  let lookAgainMs = Number.NEGATIVE_INFINITY;

  return async () => {
    if (clock.monotonicMs() < lookAgainMs) return;
    lookAgainMs = clock.monotonicMs() + everyMs;
    try {
      for (const campaign of await store.campaigns.list()) {
        if (!isForgotten(campaign, clock.now()) || !(await store.campaigns.discard(campaign.id, campaign.version)))
          continue;
        log.info({ campaignId: campaign.id }, 'A draft that nobody went on with was deleted');
      }
    } catch (error) {
      log.warn({ err: error }, 'Drafts that nobody goes on with could not be deleted; the next hour tries again');
    }
  };
}
