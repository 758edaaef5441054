import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Claim } from '../../domain/recipient/recipient.ts';
import type { RecipientStore } from '../../ports/recipients.ts';
import { StorageError } from '../../ports/store.ts';
import type { Deps } from '../deps.ts';
import { pauseBecause } from '../lifecycle/pause-because.ts';
import { byPlaceOf } from '../rules.ts';

/** A list that differs from what was stored texts nobody: its campaign pauses, and the others go on. */
export async function claimSome(
  deps: Deps,
  campaign: Campaign,
  batch: Parameters<RecipientStore['claim']>[1],
  { room, inFlight }: { room: number; inFlight: number },
): Promise<readonly Claim[]> {
  try {
    const now = deps.clock.now();
    return await deps.store.recipients.claim(campaign.id, batch, room, now, byPlaceOf(deps, campaign, now));
  } catch (error) {
    if (!(error instanceof StorageError) || !error.isDamage) throw error;
    deps.log.error({ campaignId: campaign.id, err: error }, 'A part of the list is damaged; the campaign is paused');
    await pauseBecause(deps, campaign.id, 'list_damaged', null, inFlight);
    return [];
  }
}
