import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { CampaignId } from '../../domain/ids.ts';
import type { Deps } from '../deps.ts';
import { needCampaign } from '../lifecycle/change-campaign.ts';
import type { Dispatcher } from '../sending/dispatcher.ts';
import type { RateLimits } from '../sending/rate-limits.ts';
import { type Approving, createApproving } from './approving.ts';
import { type CanaryDecisions, createCanaryDecisions } from './canary.ts';
import { type ChangePace, createChangePace } from './change-pace.ts';
import { type Controls, createControls } from './controls.ts';
import { type Copying, createCopying } from './copying.ts';
import { createDrafting, type Drafting } from './drafting.ts';
import { createForetellings } from './foretelling.ts';
import { createResuming, type Resuming } from './importing/resuming.ts';
import { createLooking, type Looking } from './looking.ts';
import { createMoreSettings, type MoreSettings } from './more-settings.ts';
import { type AllMessages, createPreviewing, type Previewing } from './previewing.ts';
import { createSendAnyway, type SendAnyway } from './send-anyway.ts';
import { createTestMessages, type TestMessages } from './test-messages.ts';
import { createUnconfirmed, type Unconfirmed } from './unconfirmed.ts';

/** What the program itself reads, to post and to edit. Nobody is checked, so nothing that people do gets hold of it. */
export type CampaignRecords = Previewing & {
  get(id: CampaignId): Promise<Campaign>;
  list(): Promise<readonly Campaign[]>;
};

/**
 * Everything people do with a campaign and see of it. Each method is told who asks and checks it, whatever a screen has
 * shown before; a broken rule is a CampaignError.
 */
export type CampaignDoors = Drafting &
  Copying &
  MoreSettings &
  AllMessages &
  TestMessages &
  Approving &
  Controls &
  SendAnyway &
  ChangePace &
  CanaryDecisions &
  Unconfirmed &
  Looking;

export type Campaigns = CampaignRecords & CampaignDoors & Resuming;

export function createCampaigns(deps: Deps, limits: RateLimits, dispatcher: Dispatcher): Campaigns {
  const { store } = deps;
  const foretellings = createForetellings(deps);
  const previewing = createPreviewing(deps, foretellings);
  const drafting = createDrafting(deps);

  return {
    ...previewing,
    ...drafting,
    ...createResuming(deps, drafting),
    ...createCopying(deps),
    ...createMoreSettings(deps),
    ...createTestMessages(deps, limits),
    ...createApproving(deps, previewing.preview, foretellings, dispatcher),
    ...createControls(deps, dispatcher),
    ...createSendAnyway(deps),
    ...createChangePace(deps),
    ...createCanaryDecisions(deps, dispatcher),
    ...createUnconfirmed(deps),
    ...createLooking(deps, previewing.preview),
    get: (id) => needCampaign(store, id),
    list: () => store.campaigns.list(),
  };
}
