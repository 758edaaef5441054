import type { Campaign } from '../../domain/campaign/campaign.ts';
import { asCounted } from '../../domain/pace/throttle.ts';
import type { Tally } from '../../ports/recipients.ts';

/**
 * The rest of a batch that was cut short by a canary goes out now: the batch counts as begun now, so that the next one
 * keeps its distance from the rest.
 */
export function restampedRest(
  { restamped, throttle }: Pick<Campaign, 'restamped' | 'throttle'>,
  batch: Tally['batch'],
  now: Date,
): Pick<Campaign, 'restamped'> {
  const counted = asCounted(batch, restamped);
  if (!counted || counted.taken >= throttle.batchSize) return {};
  return { restamped: { batch: counted.no, at: now.toISOString() } };
}
