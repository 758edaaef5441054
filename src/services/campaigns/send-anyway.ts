import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Member } from '../../domain/campaign/permissions.ts';
import { CampaignError } from '../../domain/campaign-error.ts';
import type { CampaignId, UserId } from '../../domain/ids.ts';
import { isHeldByReplies } from '../../domain/pace/throttle.ts';
import { plainText } from '../../domain/plain-text.ts';
import { note } from '../announcements.ts';
import { requireReader, requireSenderAnyway } from '../authority.ts';
import type { Deps } from '../deps.ts';
import { changeCampaign, needCampaign } from '../lifecycle/change-campaign.ts';
import { planNow } from '../lifecycle/plan-now.ts';
import { loadOfTeam } from '../lifecycle/team.ts';
import { approverNow, refuseIfApproverLeft } from './still-approved.ts';

export type SendAnyway = {
  /** Throws when this person may not, or open replies hold nothing: asked before they are asked why. */
  checkSendAnyway(id: CampaignId, by: UserId): Promise<{ campaign: Campaign; batch: number }>;
  /**
   * Lets this batch, while it is the next one, leave in spite of open replies: hours, pauses and everything else still
   * hold it. The thread keeps the reason.
   */
  sendAnyway(id: CampaignId, input: { batch: number; by: UserId; reason: string }): Promise<Campaign>;
};

const longestReason = 300;

export function createSendAnyway(deps: Deps): SendAnyway {
  const { store, people, clock, settings, log } = deps;

  const heldFor = async (person: Member | undefined, id: CampaignId): Promise<Campaign> => {
    requireReader(deps, person);
    const campaign = await needCampaign(store, id);
    requireSenderAnyway(deps, person, campaign);
    if (campaign.status !== 'running' || !isHeldByReplies(await planNow(deps, campaign))) throw notHeld();
    return campaign;
  };

  return {
    checkSendAnyway: async (id, by) => {
      const campaign = await heldFor(await people.find(by), id);
      return { campaign, batch: await nextBatch(deps, id) };
    },

    sendAnyway: async (id, { batch, by, reason: typed }) => {
      const person = await people.findNow(by);
      const campaign = await heldFor(person, id);
      const reason = readReason(typed);
      if (batch !== (await nextBatch(deps, id))) throw notHeld();
      const { replies: unanswered } = await loadOfTeam(deps, campaign);
      const approver = await approverNow(deps, campaign);
      const now = clock.now();
      return changeCampaign(deps, id, (current) => {
        if (current.status !== 'running') throw notHeld();
        if (current.sendAnyway?.batch === batch) return undefined;
        refuseIfApproverLeft(current, approver, { settings, wayOut: 'Cancel it and submit a new one.' });
        log.info({ campaignId: id, by, batch }, 'A batch is sent in spite of unanswered replies');
        return {
          campaign: { ...current, sendAnyway: { batch, by, at: now.toISOString(), reason } },
          announcements: [note(id, now, { kind: 'sent_anyway', by, unanswered, reason })],
        };
      });
    },
  };
}

async function nextBatch({ store }: Pick<Deps, 'store'>, id: CampaignId): Promise<number> {
  return ((await store.recipients.tally(id)).batch?.no ?? 0) + 1;
}

function notHeld(): CampaignError {
  return new CampaignError(
    'not_held',
    'Nothing was done: unanswered replies do not hold this batch any more. The campaign’s message says what it waits for.',
  );
}

function readReason(typed: string): string {
  const reason = plainText(typed);
  if (reason === '') throw new CampaignError('no_reason', 'Say why it cannot wait.', 'reason');
  if (reason.length <= longestReason) return reason;
  const sentence = `The reason has ${reason.length} characters; shorten it to ${longestReason}.`;
  throw new CampaignError('long_reason', sentence, 'reason');
}
