import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Nudge, NudgeStep } from '../../domain/campaign/nudge.ts';
import type { CampaignId, UserId } from '../../domain/ids.ts';
import { type Nudged, nudged } from '../../domain/nudge/nudges.ts';
import { ownerOf } from '../../domain/reply/waiting.ts';
import type { ReadingDeps } from '../deps.ts';
import { needCampaign } from '../lifecycle/change-campaign.ts';

/** What still waits, for those who are called for it. */
export type WaitingRecords = {
  /** What a nudge says now; one that ended, or was replaced, calls nobody: `named` is null. */
  nudge(id: CampaignId, nudge: Pick<Nudge, 'id' | 'step'>): Promise<NudgeReport>;
  /** Of these campaigns, what still waits for the member. */
  waitingFor(
    member: UserId,
    of: { approvals: readonly CampaignId[]; replies: readonly CampaignId[] },
  ): Promise<{ approvals: readonly Campaign[]; replies: readonly { campaign: Campaign; replies: number }[] }>;
};

export type NudgeReport = Nudged & { campaign: Campaign; step: NudgeStep; named: readonly UserId[] | null };

export function createWaitingReports({ store, clock }: Pick<ReadingDeps, 'store' | 'clock'>): WaitingRecords {
  const find = async (ids: readonly CampaignId[]): Promise<Campaign[]> =>
    (await Promise.all(ids.map((id) => store.campaigns.get(id)))).filter((campaign) => campaign !== undefined);

  return {
    nudge: async (id, { id: nudgeId, step }) => {
      const campaign = await needCampaign(store, id);
      const current = campaign.nudging?.nudges.find((one) => one.id === nudgeId);
      const facts = nudged(step, campaign, await store.conversations.waiting(id), clock.now());
      return { ...facts, campaign, step, named: current && current.endedAt === null ? current.named : null };
    },

    waitingFor: async (member, { approvals, replies }) => {
      const hands = await Promise.all(
        (await find(replies)).map(async (campaign) => {
          const waiting = await store.conversations.waiting(campaign.id);
          return { campaign, replies: waiting.filter((one) => ownerOf(one, clock.now()) === member).length };
        }),
      );
      return {
        approvals: (await find(approvals)).filter(({ status }) => status === 'pending_approval'),
        replies: hands.filter((one) => one.replies > 0),
      };
    },
  };
}
