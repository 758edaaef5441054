import type { Campaign } from '../../domain/campaign/campaign.ts';
import { mayEdit } from '../../domain/campaign/campaign-status.ts';
import type { CampaignId, UserId } from '../../domain/ids.ts';
import type { StateCounts } from '../../domain/recipient/recipient.ts';
import { note } from '../announcements.ts';
import { requireCanceller, requireCreator } from '../authority.ts';
import type { Deps } from '../deps.ts';
import { changeCampaign, inStatus } from '../lifecycle/change-campaign.ts';
import type { Dispatcher } from '../sending/dispatcher.ts';

/** Ends a campaign for good, if `check` does not throw for it as it is in that moment. One that ends already is left. */
export async function cancelIf(
  deps: Deps,
  dispatcher: Pick<Dispatcher, 'inFlight'>,
  { id, by }: { id: CampaignId; by: UserId },
  check: (current: Campaign, counts: StateCounts) => void,
): Promise<{ campaign: Campaign; inFlight: number }> {
  const person = await deps.people.findNow(by);
  requireCreator(deps, person);
  const now = deps.clock.now();
  const inFlight = dispatcher.inFlight(id);
  const campaign = await changeCampaign(deps, id, (current, counts) => {
    if (current.status === 'cancelling' || current.status === 'cancelled') return undefined;
    requireCanceller(deps, person, current);
    check(current, counts);
    deps.log.info({ campaignId: id, by }, 'Cancelled');
    if (mayEdit(current.status)) {
      return { campaign: inStatus(current, 'cancelled', { endedAt: now.toISOString() }) };
    }
    return {
      campaign: inStatus(current, 'cancelling', { holdSince: null }),
      announcements: [note(id, now, { kind: 'cancelled', by, inFlight, skipped: counts.queued })],
    };
  });
  return { campaign, inFlight };
}
