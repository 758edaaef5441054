import type { Campaign } from '../../domain/campaign/campaign.ts';
import { asCounted, type BatchPlan, planBatch } from '../../domain/pace/throttle.ts';
import type { ReadingDeps } from '../deps.ts';

/** What the throttle says of a running campaign at this moment, from stored facts. */
export async function planNow(deps: Pick<ReadingDeps, 'store' | 'clock'>, campaign: Campaign): Promise<BatchPlan> {
  const { counts, batch, held } = await deps.store.recipients.tally(campaign.id);
  const facts = {
    queued: counts.queued,
    claimed: counts.claimed,
    held,
    batch: asCounted(batch, campaign.restamped),
    unanswered: await deps.store.conversations.unanswered(campaign.id),
    holding: campaign.holdSince !== null,
  };
  return planBatch(campaign.throttle, campaign.hours, facts, deps.clock.now());
}
