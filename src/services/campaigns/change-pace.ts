import type { Campaign } from '../../domain/campaign/campaign.ts';
import { mayChangePace, statusInASentence } from '../../domain/campaign/campaign-status.ts';
import {
  approvedAt,
  isSamePace,
  type PaceInput,
  proposalHash,
  readPace,
  slowedTo,
} from '../../domain/campaign/change-of-pace.ts';
import { approvedLimits, limitsOf } from '../../domain/campaign/pace-of.ts';
import { CampaignError } from '../../domain/campaign-error.ts';
import type { CampaignId, UserId } from '../../domain/ids.ts';
import { isSlower } from '../../domain/pace/is-slower.ts';
import type { PaceLimits } from '../../domain/pace/pace-limits.ts';
import { asCounted } from '../../domain/pace/throttle.ts';
import { note } from '../announcements.ts';
import { requireCreator, requirePaceApprover, requireReader } from '../authority.ts';
import type { Deps } from '../deps.ts';
import { changeCampaign, needCampaign } from '../lifecycle/change-campaign.ts';
import { approverNow, refuseIfApproverLeft } from './still-approved.ts';

export type ChangePace = {
  /** Throws when this person may not, or it neither runs nor is paused: asked before the window opens. */
  checkChangePace(id: CampaignId, by: UserId): Promise<Campaign>;
  /**
   * What keeps to the approved pace takes effect at once; anything else is proposed, and goes on as it is until a second
   * person approves it. Either voids what was proposed before. Refused unless the pace is still the one that was `seen`.
   */
  changePace(
    id: CampaignId,
    input: { by: UserId; typed: PaceInput; seen: string },
  ): Promise<{ campaign: Campaign; isProposed: boolean }>;
  /** What the proposed pace would change, for people who may approve it. Throws for others. */
  reviewPace(id: CampaignId, by: UserId): Promise<ProposedPace>;
  /** Refused unless the proposal is the one that was `seen`, by its hash. */
  approvePace(id: CampaignId, input: { by: UserId; seen: string }): Promise<Campaign>;
};

export type ProposedPace = { campaign: Campaign; by: UserId; from: PaceLimits; to: PaceLimits; seen: string };

export function createChangePace(deps: Deps): ChangePace {
  const { store, people, clock, settings, log } = deps;

  const batchNow = async (campaign: Campaign) =>
    asCounted((await store.recipients.tally(campaign.id)).batch, campaign.restamped);

  return {
    checkChangePace: async (id, by) => {
      requireCreator(deps, await people.find(by));
      const campaign = await needCampaign(store, id);
      refuseUnlessChangeable(campaign);
      return campaign;
    },

    changePace: async (id, { by, typed, seen }) => {
      // It stops something, or only asks, so it does not wait for a silent chat.
      requireCreator(deps, await people.findNowOrLately(by));
      const known = await needCampaign(store, id);
      refuseUnlessChangeable(known);
      const pace = readPace(typed, known);
      const batch = await batchNow(known);
      const now = clock.now();
      let isProposed = false;
      const campaign = await changeCampaign(deps, id, (current) => {
        refuseUnlessChangeable(current);
        const from = limitsOf(current);
        if (isDone(current, pace, by)) return undefined;
        if (paceSeen(current) !== seen) throw changedMeanwhile();
        if (isSamePace(pace, from)) return withdrawn(current, by, now);
        isProposed = !isSlower(pace, approvedLimits(current));
        log.info({ campaignId: id, by, isProposed }, 'Another pace');
        if (isProposed) {
          return {
            campaign: { ...current, paceProposal: { by, at: now.toISOString(), pace } },
            announcements: [note(id, now, { kind: 'pace_proposed', by, from, to: pace })],
          };
        }
        return {
          campaign: slowedTo(current, pace, { by, now, batch }),
          announcements: [note(id, now, { kind: 'pace_changed', by, from, to: pace })],
        };
      });
      return { campaign, isProposed: campaign.paceProposal !== undefined };
    },

    reviewPace: async (id, by) => {
      const person = await people.find(by);
      requireReader(deps, person);
      const campaign = await needCampaign(store, id);
      const { paceProposal } = campaign;
      const seen = proposalHash(campaign);
      if (!paceProposal || seen === null) throw notProposed();
      refuseUnlessChangeable(campaign);
      requirePaceApprover(deps, person, campaign);
      return { campaign, by: paceProposal.by, from: limitsOf(campaign), to: paceProposal.pace, seen };
    },

    approvePace: async (id, { by, seen }) => {
      const person = await people.findNow(by);
      requireReader(deps, person);
      const known = await needCampaign(store, id);
      const [approver, batch] = [await approverNow(deps, known), await batchNow(known)];
      const now = clock.now();
      return changeCampaign(deps, id, (current) => {
        const { paceProposal } = current;
        if (!paceProposal || proposalHash(current) !== seen) {
          if (current.approval?.by === by && current.approval.contentHash === seen) return undefined;
          throw notProposed();
        }
        refuseUnlessChangeable(current);
        requirePaceApprover(deps, person, current);
        // Whoever approves the difference has not read the rest: that rests on the approval before.
        refuseIfApproverLeft(current, approver, { settings, wayOut: 'Cancel it and submit a new one.' });
        log.info({ campaignId: id, by, contentHash: seen }, 'A faster pace was approved');
        const from = limitsOf(current);
        return {
          campaign: approvedAt(current, paceProposal.pace, { by, now, batch }),
          announcements: [
            note(id, now, { kind: 'pace_approved', by, proposedBy: paceProposal.by, from, to: paceProposal.pace }),
          ],
        };
      });
    },
  };
}

/** What a window about the pace was opened with. */
export function paceSeen({ paceChanged, paceProposal }: Pick<Campaign, 'paceChanged' | 'paceProposal'>): string {
  return `${paceChanged?.at ?? ''}/${paceProposal?.at ?? ''}`;
}

/** The same window submitted twice by a double click: the first one did it. */
function isDone(current: Campaign, pace: PaceLimits, by: UserId): boolean {
  const { slowed, paceProposal } = current;
  if (paceProposal) return paceProposal.by === by && isSamePace(paceProposal.pace, pace);
  return slowed?.by === by && isSamePace(limitsOf(current), pace);
}

/** Whoever chooses what is in force anyway takes back what was proposed. */
function withdrawn(current: Campaign, by: UserId, now: Date) {
  const { paceProposal, ...rest } = current;
  if (!paceProposal)
    throw new CampaignError(
      'same_pace',
      'That is the pace it has now. Change something, or close this window.',
      'batchSize',
    );
  return { campaign: rest, announcements: [note(current.id, now, { kind: 'pace_kept' as const, by })] };
}

function refuseUnlessChangeable({ status }: Campaign): void {
  if (mayChangePace(status)) return;
  const sentence = `This campaign is ${statusInASentence[status]}: only the pace of a running or paused one can be changed.`;
  throw new CampaignError('pace_fixed', sentence);
}

function changedMeanwhile(): CampaignError {
  return new CampaignError(
    'pace_changed',
    'Nothing was done: somebody changed the pace after you opened this window. Close it and open it again.',
  );
}

function notProposed(): CampaignError {
  return new CampaignError(
    'not_proposed',
    'Nothing was done: this pace is not proposed any more. The thread says what became of it.',
  );
}
