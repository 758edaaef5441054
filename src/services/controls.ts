import type { Campaign } from '../domain/campaign.ts';
import { CampaignError } from '../domain/campaign-error.ts';
import { isOver } from '../domain/campaign-status.ts';
import type { CampaignId, UserId } from '../domain/ids.ts';
import {
  isUncertain,
  type Person,
  whyNotAdminister,
  whyNotApprove,
  whyNotCancel,
  whyNotCreate,
} from '../domain/permissions.ts';
import { asCounted } from '../domain/throttle.ts';
import type { Tally } from '../ports.ts';
import type { CampaignDoors } from './campaigns.ts';
import { changeCampaign, inStatus, needCampaign, note } from './change-campaign.ts';
import type { Deps } from './deps.ts';
import type { Dispatcher } from './dispatcher.ts';
import { vouchForFolder } from './folder-question.ts';
import { refuse } from './opt-outs.ts';

/** Pause, resume and cancel take effect before the next message: what is stored is asked before each one leaves. */
export function createControls(
  deps: Deps,
  dispatcher: Pick<Dispatcher, 'inFlight' | 'forgetTrouble'>,
): Pick<
  CampaignDoors,
  'pause' | 'resume' | 'checkCancel' | 'cancel' | 'remove' | 'resolveUnconfirmed' | 'closeUnconfirmed'
> {
  const { store, people, clock, settings, log } = deps;
  const checkMember = async (by: UserId): Promise<void> => refuse(whyNotCreate(await people.find(by), settings.roles));

  return {
    pause: async (id, by) => {
      await checkMember(by);
      const now = clock.now();
      const inFlight = dispatcher.inFlight(id);
      const campaign = await changeCampaign(deps, id, (current) => {
        if (current.status === 'paused') return undefined;
        if (current.status !== 'running' && current.status !== 'scheduled') throw cannot('paused', current);
        log.info({ campaignId: id, by }, 'paused');
        return {
          campaign: inStatus(current, 'paused', {
            pause: { reason: 'person', by, at: now.toISOString(), detail: null },
          }),
          announcements: [note(id, now, { kind: 'paused', by, reason: 'person', detail: null, inFlight })],
        };
      });
      return { campaign, inFlight };
    },

    resume: async (id, by, pausedAt) => {
      const { approval } = await needCampaign(store, id);
      // As they are now: what they were five minutes ago releases nothing.
      const [person, approver] = await Promise.all([people.findNow(by), approval && people.findNow(approval.by)]);
      refuse(whyNotCreate(person, settings.roles));
      const now = clock.now();
      const found = await needCampaign(store, id);
      if (found.pause?.reason === 'restored') await vouchForRestored(deps, person);
      dispatcher.forgetTrouble(id);
      const { batch } = await store.recipients.tally(id);
      return changeCampaign(deps, id, (current) => {
        if (current.status === 'running' || current.status === 'scheduled') return undefined;
        if (current.status !== 'paused') throw cannot('resumed', current);
        if (pausedAt !== undefined && current.pause?.at !== pausedAt) throw pausedAgain();
        refuseIfApproverLeft(current, approver ?? undefined, settings);
        if (current.pause?.reason === 'restored' && found.pause?.reason !== 'restored') throw changedMeanwhile();
        if (!settings.senders.has(current.sender)) throw senderGone(current);
        log.info({ campaignId: id, by }, 'resumed');
        return { campaign: resumed(current, batch, now), announcements: [note(id, now, { kind: 'resumed', by })] };
      });
    },

    checkCancel: async (id, by) => {
      const person = await people.find(by);
      refuse(whyNotCreate(person, settings.roles));
      const campaign = await needCampaign(store, id);
      refuse(whyNotCancel(person, campaign, settings.roles));
      if (isOver(campaign.status) || campaign.status === 'settling' || campaign.status === 'cancelling') {
        throw cannot('cancelled', campaign);
      }
      return campaign;
    },

    cancel: async (id, by) => {
      const person = await people.find(by);
      refuse(whyNotCreate(person, settings.roles));
      const now = clock.now();
      const inFlight = dispatcher.inFlight(id);
      const { counts } = await store.recipients.tally(id);
      const campaign = await changeCampaign(deps, id, (current) => {
        if (current.status === 'cancelling' || current.status === 'cancelled') return undefined;
        refuse(whyNotCancel(person, current, settings.roles));
        if (isOver(current.status) || current.status === 'settling') throw cannot('cancelled', current);
        log.info({ campaignId: id, by }, 'cancelled');
        if (current.status === 'draft' || current.status === 'pending_approval') {
          return { campaign: inStatus(current, 'cancelled', { endedAt: now.toISOString() }) };
        }
        return {
          campaign: inStatus(current, 'cancelling', { holdSince: null }),
          announcements: [note(id, now, { kind: 'cancelled', by, inFlight, skipped: counts.queued })],
        };
      });
      return { campaign, inFlight };
    },

    remove: async (id, by) => {
      const person = await people.find(by);
      refuse(whyNotCreate(person, settings.roles));
      const draft = await needCampaign(store, id);
      refuse(whyNotCancel(person, draft, settings.roles));
      if (draft.status !== 'draft') throw notADraft();
      const isGone = await store.campaigns.discard(id);
      if (isGone) log.info({ campaignId: id, by }, 'a draft was deleted');
      return { campaign: isGone ? draft : await cancelDraft(deps, id, clock.now()), isGone };
    },

    resolveUnconfirmed: async (id, no, decision, by, attempt) => {
      refuse(whyNotAdminister(await people.findNow(by), settings.roles));
      const known = await store.recipients.get(id, no);
      if (attempt !== undefined && known && known.attempt !== attempt) throw anotherAttempt();
      const done = decision === 'close' ? await resolve(deps, id, no, decision, by) : await release(deps, id, no, by);
      if (!done) {
        throw new CampaignError(
          'not_unconfirmed',
          'This recipient is not in doubt any more: a receipt came, or somebody decided already.',
        );
      }
      log.warn({ campaignId: id, no, decision, by }, 'an unconfirmed recipient was decided by hand');
      deps.announcer.refresh(id);
    },

    closeUnconfirmed: async (id, { until, by }) => {
      refuse(whyNotAdminister(await people.find(by), settings.roles));
      const closed = await closeAll(deps, id, { until, by });
      if (closed === 0) {
        throw new CampaignError(
          'not_unconfirmed',
          'Nobody here is in doubt any more: receipts came, or somebody decided already.',
        );
      }
      log.warn({ campaignId: id, closed, by }, 'unconfirmed recipients were closed by hand');
      deps.announcer.refresh(id);
      return closed;
    },
  };
}

/** Whoever resumes a campaign of a folder that is older than the world says that nobody is texted twice or against their will. */
async function vouchForRestored(deps: Deps, person: Person | undefined): Promise<void> {
  refuse(whyNotAdminister(person, deps.settings.roles));
  if (person) await vouchForFolder(deps, person.id);
}

async function cancelDraft(deps: Deps, id: CampaignId, now: Date): Promise<Campaign> {
  return changeCampaign(deps, id, (current) => {
    if (current.status !== 'draft') throw notADraft();
    return { campaign: inStatus(current, 'cancelled', { endedAt: now.toISOString() }) };
  });
}

function notADraft(): CampaignError {
  const sentence = 'Only a draft can be deleted, and this campaign is not one any more. Cancel it instead.';
  return new CampaignError('not_draft', sentence);
}

/** Nothing goes on that its approver could not release now. */
function refuseIfApproverLeft(campaign: Campaign, approver: Person | undefined, { roles }: Deps['settings']): void {
  const refusal = whyNotApprove(approver, campaign, roles);
  if (refusal && isUncertain(refusal)) throw approverUnknown();
  if (refusal) throw approverLeft();
}

/** Back to where it was paused. A start that was missed is made up for now, because a person has said so. */
function resumed(campaign: Campaign, batch: Tally['batch'], now: Date): Campaign {
  const isMissedStart = campaign.pause?.reason === 'missed_start';
  if (campaign.startedAt === null && !isMissedStart) return inStatus(campaign, 'scheduled', { pause: null });
  const startedAt = campaign.startedAt ?? now.toISOString();
  // Stamped by a clock that was ahead: it would wait for that moment, and for the interval from then on.
  const counted = asCounted(batch, campaign.restamped);
  const isLater = counted && Date.parse(counted.startedAt) > now.getTime();
  const restamped = isLater ? { batch: counted.no, at: now.toISOString() } : campaign.restamped;
  return inStatus(campaign, 'running', { pause: null, startedAt, ...(restamped && { restamped }) });
}

const atOnce = 500;

/** Everybody who was in doubt by then and still is; those of whom it became known later stand on another card. */
async function closeAll(
  { store, clock }: Deps,
  id: CampaignId,
  { until, by }: { until: string; by: UserId },
): Promise<number> {
  const { size } = (await needCampaign(store, id)).list;
  const inDoubt = await store.recipients.page(id, { from: 0, limit: size, state: 'unconfirmed' });
  const meant = inDoubt.filter(({ changedAt }) => Date.parse(changedAt ?? '') <= Date.parse(until));
  let closed = 0;
  for (let from = 0; from < meant.length; from += atOnce) {
    const some = meant.slice(from, from + atOnce);
    const done = await Promise.all(some.map(({ no }) => store.recipients.resolve(id, no, 'close', by, clock.now())));
    closed += done.filter(Boolean).length;
  }
  return closed;
}

function resolve({ store, clock }: Deps, ...[id, no, decision, by]: DecisionOf): Promise<boolean> {
  return store.recipients.resolve(id, no, decision, by, clock.now());
}

type DecisionOf = [id: CampaignId, no: number, decision: 'release' | 'close', by: UserId];

/**
 * A recipient that is released after everything else was over is still sent. The campaign is opened first: were it the
 * other way round, a crash in between would leave a completed campaign with somebody queued for ever.
 */
async function release(deps: Deps, id: CampaignId, no: number, by: UserId): Promise<boolean> {
  for (;;) {
    const recipient = await deps.store.recipients.get(id, no);
    if (recipient?.state !== 'unconfirmed') return false;
    await reopen(deps, id);
    if (await resolve(deps, id, no, 'release', by)) return true;
    // The clock may have found it finished once more in between.
    const { status } = await needCampaign(deps.store, id);
    if (status !== 'completed') return false;
  }
}

async function reopen(deps: Deps, id: CampaignId): Promise<void> {
  await changeCampaign(deps, id, (current) => {
    if (['cancelling', 'cancelled', 'failed'].includes(current.status)) throw isOverForGood(current);
    return current.status === 'completed' || current.status === 'settling'
      ? { campaign: inStatus(current, 'running', { settlingSince: null, endedAt: null }) }
      : undefined;
  });
}

function anotherAttempt(): CampaignError {
  const sentence =
    'This card is old: the message was sent again to this person since, and nobody knows whether that one arrived. The newest card says so. Decide there.';
  return new CampaignError('not_unconfirmed', sentence);
}

function pausedAgain(): CampaignError {
  const sentence =
    'Nothing was done: it was paused once more after what you pressed was shown. Its thread says why. Look there, then press Resume again.';
  return new CampaignError('paused_again', sentence);
}

function isOverForGood({ status }: Campaign): CampaignError {
  const sentence = `This campaign is ${status}, so nobody gets its message any more. Press Do not send again, or write to this person yourself.`;
  return new CampaignError('not_released', sentence);
}

function approverUnknown(): CampaignError {
  const sentence = 'Slack did not say who approved this campaign, so it does not go on. Try again in a minute.';
  return new CampaignError('unknown_person', sentence);
}

function changedMeanwhile(): CampaignError {
  return new CampaignError(
    'changed',
    'This campaign was paused for another reason meanwhile. Look at its message again.',
  );
}

function senderGone({ sender }: Campaign): CampaignError {
  const sentence = `The sender ${sender} is not in the settings any more. Ask whoever runs Trickle to put it back into SMS_SENDERS, then press Resume; otherwise press Cancel.`;
  return new CampaignError('no_sender', sentence);
}

function approverLeft(): CampaignError {
  return new CampaignError(
    'approval_void',
    'Who approved this campaign may not approve any more, so it cannot go on. Cancel it and submit a new one.',
  );
}

function cannot(what: string, { status }: Campaign): CampaignError {
  const words = status.replace('_', ' ');
  return new CampaignError(`not_${what}`, `This campaign is ${words}, so it cannot be ${what}.`);
}
