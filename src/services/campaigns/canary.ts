import type { Campaign } from '../../domain/campaign/campaign.ts';
import { CampaignError } from '../../domain/campaign-error.ts';
import type { CampaignId, UserId } from '../../domain/ids.ts';
import { canaryLeft } from '../../domain/pace/canary.ts';
import type { StateCounts } from '../../domain/recipient/recipient.ts';
import { note } from '../announcements.ts';
import { requireGoOn, requireReader } from '../authority.ts';
import type { Deps } from '../deps.ts';
import { canaryFigures } from '../lifecycle/canary-figures.ts';
import { changeCampaign, needCampaign } from '../lifecycle/change-campaign.ts';
import { restampedRest } from '../lifecycle/restamp.ts';
import type { Dispatcher } from '../sending/dispatcher.ts';
import { cancelIf } from './cancelling.ts';
import { approverNow, refuseIfApproverLeft } from './still-approved.ts';

/** What people decide about a campaign that was tried on the first of its list. */
export type CanaryDecisions = {
  /** The others get it too, at the approved pace. Throws when nothing waits for that any more, and says what happened. */
  goOn(id: CampaignId, by: UserId): Promise<Campaign>;
  /** Nobody else gets it: the same as a cancel, only while it waits for this decision. */
  stopCanary(id: CampaignId, by: UserId): Promise<{ campaign: Campaign; inFlight: number }>;
};

export function createCanaryDecisions(deps: Deps, dispatcher: Pick<Dispatcher, 'inFlight'>): CanaryDecisions {
  const { store, people, clock, settings, log } = deps;
  return {
    goOn: async (id, by) => {
      const person = await people.findNow(by);
      requireReader(deps, person);
      const known = await needCampaign(store, id);
      requireGoOn(deps, person, known);
      const approver = await approverNow(deps, known);
      const now = clock.now();
      const figures = await canaryFigures(store, id);
      const { batch } = await store.recipients.tally(id);
      return changeCampaign(deps, id, (current, counts) => {
        requireGoOn(deps, person, current);
        refuseUnlessWaiting(current, counts);
        refuseIfApproverLeft(current, approver, { settings, wayOut: 'Cancel it and submit a new one.' });
        log.info({ campaignId: id, by }, 'Goes on after its first people');
        const wentOn = { by, at: now.toISOString() };
        return {
          campaign: {
            ...current,
            ...restampedRest(current, batch, now),
            canaryState: { ...current.canaryState, wentOn },
          },
          announcements: [note(id, now, { kind: 'canary_went_on', by, ...figures })],
        };
      });
    },

    stopCanary: (id, by) => cancelIf(deps, dispatcher, { id, by }, refuseUnlessWaiting),
  };
}

/** An old button says what happened meanwhile. */
function refuseUnlessWaiting(campaign: Campaign, counts: StateCounts): void {
  const { status, canaryState } = campaign;
  const isOn = status === 'running' || status === 'paused';
  if (isOn && canaryLeft(campaign, counts) === 0) return;
  if (!isOn) throw decided('This campaign is over, so there is nothing to decide.');
  if (canaryState?.wentOn)
    throw decided('It goes on already: somebody or the test decided that. Press Cancel to end it.');
  throw decided('Its first people have not all got it yet. It asks in its thread once they have.');
}

function decided(what: string): CampaignError {
  return new CampaignError('not_waiting', `Nothing was done. ${what}`);
}
