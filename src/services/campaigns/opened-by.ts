import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { CampaignId, UserId } from '../../domain/ids.ts';
import { requireOpener, requireReader } from '../authority.ts';
import type { ReadingDeps } from '../deps.ts';
import { needCampaign } from '../lifecycle/change-campaign.ts';

/** The campaign for somebody who asks to see it. Throws a CampaignError when there is none, or they may not. */
export async function openedBy(deps: ReadingDeps, id: CampaignId, by: UserId): Promise<Campaign> {
  const person = await deps.people.find(by);
  requireReader(deps, person);
  const campaign = await needCampaign(deps.store, id);
  requireOpener(deps, person, campaign);
  return campaign;
}
