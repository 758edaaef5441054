import type { Campaign } from '../../domain/campaign/campaign.ts';
import { mayCancel, mayPause, mayResume, statusInASentence } from '../../domain/campaign/campaign-status.ts';
import type { Member } from '../../domain/campaign/permissions.ts';
import { CampaignError } from '../../domain/campaign-error.ts';
import type { CampaignId, Instant, UserId } from '../../domain/ids.ts';
import { asCounted } from '../../domain/pace/throttle.ts';
import type { Tally } from '../../ports/recipients.ts';
import { note } from '../announcements.ts';
import { requireAdmin, requireCanceller, requireCreator } from '../authority.ts';
import type { Deps } from '../deps.ts';
import { refuseUnsoundFolder, vouchForFolder } from '../folder/folder-question.ts';
import { changeCampaign, inStatus, needCampaign, refuseUnlessSame } from '../lifecycle/change-campaign.ts';
import { restampedRest } from '../lifecycle/restamp.ts';

import type { Dispatcher } from '../sending/dispatcher.ts';
import { cancelIf } from './cancelling.ts';
import { approverNow, refuseIfApproverLeft } from './still-approved.ts';

/** What people do with a campaign that runs or will run. */
export type Controls = {
  /** Both tell how many messages had already left for good. With `contentHash`: only while it is still what they have seen. */
  pause(id: CampaignId, by: UserId): Promise<{ campaign: Campaign; inFlight: number }>;
  cancel(id: CampaignId, by: UserId, contentHash?: string): Promise<{ campaign: Campaign; inFlight: number }>;
  /** Throws when this person may not cancel it, or nobody can: asked before they are asked whether they are sure. */
  checkCancel(id: CampaignId, by: UserId): Promise<Campaign>;
  /** With `pausedAt`: only from the pause that began then, so that nobody undoes a later one unseen. */
  resume(id: CampaignId, by: UserId, pausedAt?: Instant): Promise<Campaign>;
  /** Ends a draft and its list for good, if still as seen: deleted if nobody was ever asked to approve it, else cancelled. */
  remove(id: CampaignId, by: UserId, contentHash: string): Promise<{ campaign: Campaign; isGone: boolean }>;
};

/** Pause, resume and cancel take effect before the next message: each message asks the store before it leaves. */
export function createControls(deps: Deps, dispatcher: Pick<Dispatcher, 'inFlight' | 'forgetTrouble'>): Controls {
  const { store, people, clock, settings, log } = deps;

  return {
    pause: async (id, by) => {
      // It stops something, so it does not wait for a silent chat.
      requireCreator(deps, await people.findNowOrLately(by));
      const now = clock.now();
      const inFlight = dispatcher.inFlight(id);
      const campaign = await changeCampaign(deps, id, (current) => {
        if (current.status === 'paused') return undefined;
        if (!mayPause(current.status)) throw cannot('paused', current);
        log.info({ campaignId: id, by }, 'Paused');
        const pause = { reason: 'person', by, at: now.toISOString(), detail: null } as const;
        return {
          campaign: inStatus(current, 'paused', { pause }),
          announcements: [note(id, now, { kind: 'paused', by, reason: 'person', detail: null, inFlight })],
        };
      });
      return { campaign, inFlight };
    },

    resume: async (id, by, pausedAt) => {
      const known = await store.campaigns.get(id);
      const [person, approver] = await Promise.all([people.findNow(by), known && approverNow(deps, known)]);
      requireCreator(deps, person);
      const now = clock.now();
      const found = await needCampaign(store, id);
      if (found.pause?.reason === 'restored') await vouchForRestored(deps, person);
      dispatcher.forgetTrouble(id);
      const { batch } = await store.recipients.tally(id);
      const upTo = batch ? await store.recipients.lastOfBatch(id, batch.no) : -1;
      return changeCampaign(deps, id, (current) => {
        if (mayPause(current.status)) return undefined;
        if (!mayResume(current.status)) throw cannot('resumed', current);
        if (pausedAt !== undefined && current.pause?.at !== pausedAt) throw refused('paused_again');
        refuseIfApproverLeft(current, approver, { settings, wayOut: 'Cancel it and submit a new one.' });
        if (current.pause?.reason === 'restored' && found.pause?.reason !== 'restored') throw refused('changed');
        refuseUnsoundFolder(deps);
        if (!settings.senders.has(current.sender)) throw senderGone(current);
        log.info({ campaignId: id, by }, 'Resumed');
        return {
          campaign: resumed(current, batch && { ...batch, upTo }, now),
          announcements: [note(id, now, { kind: 'resumed', by })],
        };
      });
    },

    checkCancel: async (id, by) => {
      const person = await people.find(by);
      requireCreator(deps, person);
      const campaign = await needCampaign(store, id);
      requireCanceller(deps, person, campaign);
      if (!mayCancel(campaign.status)) throw cannot('cancelled', campaign);
      return campaign;
    },

    cancel: (id, by, contentHash) =>
      cancelIf(deps, dispatcher, { id, by }, (current) => {
        if (contentHash !== undefined) refuseUnlessSame(current, contentHash);
        if (!mayCancel(current.status)) throw cannot('cancelled', current);
      }),

    remove: async (id, by, contentHash) => {
      const person = await people.findNow(by);
      requireCreator(deps, person);
      const draft = await needCampaign(store, id);
      requireCanceller(deps, person, draft);
      if (draft.status !== 'draft') throw refused('not_draft');
      refuseUnlessSame(draft, contentHash);
      const isGone = await store.campaigns.discard(id, draft.version);
      if (isGone) log.info({ campaignId: id, by }, 'A draft was deleted');
      return { campaign: isGone ? draft : await cancelDraft(deps, id, contentHash), isGone };
    },
  };
}

/** The person who resumes a campaign of an old folder vouches that nobody is texted twice or against their will. */
async function vouchForRestored(deps: Deps, person: Member | undefined): Promise<void> {
  await requireAdmin(deps, person, { what: 'resume it, for Trickle’s data folder may be older than the world' });
  await vouchForFolder(deps, person);
}

async function cancelDraft(deps: Deps, id: CampaignId, contentHash: string): Promise<Campaign> {
  const endedAt = deps.clock.now().toISOString();
  return changeCampaign(deps, id, (current) => {
    if (current.status !== 'draft') throw refused('not_draft');
    refuseUnlessSame(current, contentHash);
    return { campaign: inStatus(current, 'cancelled', { endedAt }) };
  });
}

/** Back to where it was paused. A missed start is made up for now, because a person said so. */
function resumed(
  campaign: Campaign,
  batch: (NonNullable<Tally['batch']> & { upTo: number }) | null,
  now: Date,
): Campaign {
  const isMissedStart = campaign.pause?.reason === 'missed_start';
  if (campaign.startedAt === null && !isMissedStart) return inStatus(campaign, 'scheduled', { pause: null });
  const startedAt = campaign.startedAt ?? now.toISOString();
  // A stamp from a clock that was ahead would wait for that moment, and for the interval after it.
  const counted = asCounted(batch, campaign.restamped);
  const isLater = counted && Date.parse(counted.startedAt) > now.getTime();
  const restamped = isLater
    ? { batch: counted.no, at: now.toISOString() }
    : restampedRest(campaign, batch, now).restamped;
  const watchedFrom = { at: now.toISOString(), batch: batch?.no ?? 0, upTo: batch?.upTo ?? -1 };
  return inStatus(campaign, 'running', { pause: null, startedAt, watchedFrom, ...(restamped && { restamped }) });
}

const refusals = {
  not_draft: 'Only a draft can be deleted, and this campaign is not one any more. Cancel it instead.',
  paused_again:
    'Not resumed: it was paused again since this was shown. Its thread says why. Look there, then press Resume again.',
  changed: 'This campaign was paused for another reason meanwhile. Look at its message again.',
};

function refused(code: keyof typeof refusals): CampaignError {
  return new CampaignError(code, refusals[code]);
}

function senderGone({ sender }: Campaign): CampaignError {
  const sentence = `The sender ${sender} is not in the settings any more. Ask whoever runs Trickle to put it back into SMS_SENDERS, then press Resume, or press Cancel.`;
  return new CampaignError('no_sender', sentence);
}

function cannot(what: string, { status }: Campaign): CampaignError {
  const sentence = `This campaign is ${statusInASentence[status]}, so it cannot be ${what}.`;
  return new CampaignError(`not_${what}`, sentence);
}
