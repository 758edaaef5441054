import type { Campaign } from '../../domain/campaign/campaign.ts';
import { batchSizeOf, hoursOf } from '../../domain/campaign/pace-of.ts';
import { sendingWindow } from '../../domain/pace/sending-hours.ts';
import { asCounted } from '../../domain/pace/throttle.ts';
import type { Tally } from '../../ports/recipients.ts';
import type { TickDeps } from '../deps.ts';
import { reachOf } from '../rules.ts';
import { changeCampaign } from './change-campaign.ts';

/**
 * The rest of a batch that was cut short by a canary, a pause or a night goes out now: the batch counts as begun now, so
 * that the next one keeps its distance from the rest.
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

function latest(one: Date | null, other: Date | null): Date | null {
  return one && other ? new Date(Math.max(one.getTime(), other.getTime())) : (one ?? other);
}

/** The campaign as it goes on: its hours, or those of its people's places, have opened again over a batch that their end had cut short. */
export async function restampedByNight(
  deps: TickDeps,
  campaign: Campaign,
  { batch }: Pick<Tally, 'batch'>,
  now: Date,
): Promise<Campaign> {
  const { openedAt } = await reachOf(deps, campaign, now);
  const isCut = (one: Campaign): boolean => {
    const [hours, counted] = [hoursOf(one), asCounted(batch, one.restamped)];
    if (one.status !== 'running' || !counted) return false;
    const opensAt = latest(hours && sendingWindow(hours, now).opensAt, openedAt);
    return opensAt !== null && opensAt <= now && Date.parse(counted.startedAt) < opensAt.getTime();
  };
  if (!isCut(campaign) || !restampedRest(campaign, batch, now).restamped) return campaign;
  return changeCampaign(deps, campaign.id, (current) =>
    isCut(current) ? { campaign: { ...current, ...restampedRest(current, batch, now) } } : undefined,
  );
}
