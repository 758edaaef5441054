import type { Campaign } from '../../domain/campaign/campaign.ts';
import { batchSizeOf } from '../../domain/campaign/pace-of.ts';
import { asCounted } from '../../domain/pace/throttle.ts';
import type { Tally } from '../../ports/recipients.ts';

/**
 * The rest of a batch that was cut short by a canary goes out now: the batch counts as begun now, so that the next one
 * keeps its distance from the rest.
 */
export function restampedRest(
  campaign: Parameters<typeof batchSizeOf>[0],
  batch: Tally['batch'],
  now: Date,
): Pick<Campaign, 'restamped'> {
  const counted = asCounted(batch, campaign.restamped);
  // A slower pace, or the team's, may have made it small: then nothing of it is left.
  if (!counted || counted.taken >= batchSizeOf(campaign, counted)) return {};
  return { restamped: { batch: counted.no, at: now.toISOString() } };
}
