import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { CampaignError } from '../../../domain/campaign-error.ts';
import type { CampaignId } from '../../../domain/ids.ts';
import type { Conversation } from '../../../domain/reply/conversation.ts';
import type { Group } from '../../../domain/reply/group.ts';
import { membersOf } from '../../../domain/reply/groups.ts';
import type { Deps } from '../../deps.ts';
import { needCampaign } from '../../lifecycle/change-campaign.ts';

/** The open conversations of a campaign that say this. */
export type GroupRef = { campaignId: CampaignId; says: string };

export type KnownGroup = { campaign: Campaign; group: Group; members: readonly Conversation[] };

type GroupDeps = Pick<Deps, 'store' | 'clock'>;

/** The group, with those who are in it now: the longest-waiting first. */
export async function needGroup({ store, clock }: GroupDeps, { campaignId, says }: GroupRef): Promise<KnownGroup> {
  const campaign = await needCampaign(store, campaignId);
  const group = (await store.campaigns.groups(campaignId)).find((known) => known.says === says);
  if (!group) throw noGroup();
  const members = membersOf(await store.conversations.waiting(campaignId), says, clock.now());
  return { campaign, group, members };
}

/** Compare-and-set on what is kept of the group. The same group back: nothing changes. */
export async function changeGroup(
  { store, announcer }: Pick<Deps, 'store' | 'announcer'>,
  { campaignId, says }: GroupRef,
  change: (group: Group) => Group,
  also: Parameters<Deps['store']['campaigns']['saveGroup']>[2] = {},
): Promise<Group> {
  for (;;) {
    const group = (await store.campaigns.groups(campaignId)).find((known) => known.says === says);
    if (!group) throw noGroup();
    const changed = change(group);
    if (changed === group) {
      await store.durable();
      return group;
    }
    const saved = await store.campaigns.saveGroup(campaignId, changed, also);
    if (saved === 'stale') continue;
    announcer.wake();
    announcer.refresh(campaignId);
    return saved;
  }
}

function noGroup(): CampaignError {
  return new CampaignError('no_group', 'This card is of before: look at the newest cards in the thread.');
}
