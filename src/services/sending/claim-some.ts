import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Claim } from '../../domain/recipient/recipient.ts';
import type { RecipientStore } from '../../ports/recipients.ts';
import { StorageError } from '../../ports/store.ts';
import type { Deps } from '../deps.ts';
import { pauseBecause } from '../lifecycle/pause-because.ts';

/** A list that differs from what was stored texts nobody: its campaign pauses, and the others go on. */
export async function claimSome(
  deps: Deps,
  { id }: Campaign,
  batch: Parameters<RecipientStore['claim']>[1],
  { room, inFlight }: { room: number; inFlight: number },
): Promise<readonly Claim[]> {
  try {
    return await deps.store.recipients.claim(id, batch, room, deps.clock.now());
  } catch (error) {
    if (!(error instanceof StorageError) || !error.isDamage) throw error;
    deps.log.error({ campaignId: id, err: error }, 'A part of the list is damaged; the campaign is paused');
    await pauseBecause(deps, id, 'list_damaged', null, inFlight);
    return [];
  }
}
