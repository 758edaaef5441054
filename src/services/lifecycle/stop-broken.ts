import type { Campaign } from '../../domain/campaign/campaign.ts';
import { mayFollow } from '../../domain/campaign/campaign-status.ts';
import { checkInvariants } from '../../domain/campaign/invariants.ts';
import type { TickDeps } from '../deps.ts';
import { changeCampaign, failedFor } from './change-campaign.ts';

/**
 * Checks what must always be true of a campaign. A violation is something unforeseen: the campaign sends nothing more,
 * and its thread and the log say what was found. True when it was stopped.
 */
export async function stopIfBroken(deps: TickDeps, { id }: Campaign, now: Date): Promise<boolean> {
  const campaign = await deps.store.campaigns.get(id);
  if (!campaign) return false;
  const broken = checkInvariants(campaign, await deps.store.recipients.tally(id));
  if (broken.length === 0) return false;

  deps.log.error({ campaignId: id, broken }, 'A promise about this campaign does not hold; it is stopped for good');
  const detail = broken.join(' ');
  await changeCampaign(deps, id, (current) =>
    mayFollow(current.status, 'failed') ? failedFor(current, detail, now) : undefined,
  );
  return true;
}
