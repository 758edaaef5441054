import type { Campaign, PauseReason } from '../../domain/campaign/campaign.ts';
import { mayPause } from '../../domain/campaign/campaign-status.ts';
import type { CampaignId } from '../../domain/ids.ts';
import { note } from '../announcements.ts';
import type { Deps } from '../deps.ts';
import { changeCampaign, inStatus } from './change-campaign.ts';

/** Stops a campaign by itself, unless it neither runs nor waits to run any more. */
export async function pauseBecause(
  deps: Pick<Deps, 'store' | 'announcer' | 'clock' | 'log'>,
  id: CampaignId,
  reason: Exclude<PauseReason, 'person'>,
  detail: string | null,
  inFlight: number,
): Promise<void> {
  const now = deps.clock.now();
  await changeCampaign(deps, id, (campaign) => {
    if (!mayPause(campaign.status)) return undefined;
    deps.log.warn({ campaignId: id, reason, detail }, 'Campaign paused by itself');
    return {
      campaign: inStatus(campaign, 'paused', { pause: { reason, by: null, at: now.toISOString(), detail } }),
      announcements: [note(id, now, { kind: 'paused', by: null, reason, detail, inFlight })],
    };
  });
}

/** Its sender was taken out of the settings: nothing can leave until the operator puts it back. */
export function pauseWithoutSender(
  deps: Pick<Deps, 'store' | 'announcer' | 'clock' | 'log'>,
  { id, sender }: Campaign,
  inFlight: number,
): Promise<void> {
  return pauseBecause(deps, id, 'no_sender', `It sends from ${sender}.`, inFlight);
}
