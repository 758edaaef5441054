import type { Campaign } from '../../domain/campaign/campaign.ts';
import { endsEarly } from '../../domain/campaign/campaign-status.ts';
import type { Member } from '../../domain/campaign/permissions.ts';
import { CampaignError } from '../../domain/campaign-error.ts';
import type { CampaignId, Instant, UserId } from '../../domain/ids.ts';
import { requireAdmin } from '../authority.ts';
import type { Deps } from '../deps.ts';
import { refuseUnsoundFolder } from '../folder/folder-question.ts';
import { changeCampaign, inStatus, needCampaign } from '../lifecycle/change-campaign.ts';
import { approverNow, refuseIfApproverLeft } from './still-approved.ts';

/** Decisions about recipients who may or may not have been texted. */
export type Unconfirmed = {
  /** A named person's decision about one recipient who may have been texted; with `attempt`, only about that attempt. */
  resolveUnconfirmed(
    id: CampaignId,
    no: number,
    decision: 'release' | 'close',
    by: UserId,
    attempt?: number,
  ): Promise<void>;
  /** Closes everybody who was in doubt then and still is; tells how many. */
  closeUnconfirmed(id: CampaignId, input: { until: Instant; by: UserId }): Promise<number>;
};

export function createUnconfirmed(deps: Deps): Unconfirmed {
  const { store, people, clock, log } = deps;

  return {
    resolveUnconfirmed: async (id, no, decision, by, attempt) => {
      await requireAdmin(deps, await people.findNow(by));
      const known = await store.recipients.get(id, no);
      if (attempt !== undefined && known && known.attempt !== attempt) throw anotherAttempt();
      const now = clock.now();
      const done =
        decision === 'close'
          ? await store.recipients.resolve(id, no, decision, by, now)
          : await release(deps, id, no, by);
      if (!done) {
        throw new CampaignError(
          'not_unconfirmed',
          'This recipient is not unconfirmed any more: a receipt came, or somebody decided already.',
        );
      }
      log.warn({ campaignId: id, no, decision, by }, 'An unconfirmed recipient was decided by hand');
      deps.announcer.refresh(id);
    },

    closeUnconfirmed: async (id, { until, by }) => {
      await requireAdmin(deps, await people.findNow(by));
      const closed = await closeAll(deps, id, { until, by });
      if (closed === 0) {
        throw new CampaignError(
          'not_unconfirmed',
          'Nobody here is unconfirmed any more: receipts came, or somebody decided already.',
        );
      }
      log.warn({ campaignId: id, closed, by }, 'Somebody decided that unconfirmed recipients are not sent to again');
      deps.announcer.refresh(id);
      return closed;
    },
  };
}

const atOnce = 500;

/** Everybody who was in doubt by then and still is; doubts that arose later stand on another card. */
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

/**
 * A recipient released after everything else was over is still sent. The campaign is opened first: the other way round,
 * a crash in between would leave a completed campaign with somebody queued for ever.
 */
async function release(deps: Deps, id: CampaignId, no: number, by: UserId): Promise<boolean> {
  const approver = await approverNow(deps, await needCampaign(deps.store, id));
  for (;;) {
    const recipient = await deps.store.recipients.get(id, no);
    if (recipient?.state !== 'unconfirmed') return false;
    await reopen(deps, id, approver);
    if (await deps.store.recipients.resolve(id, no, 'release', by, deps.clock.now())) return true;
    // The clock may have found it finished again in between.
    const { status } = await needCampaign(deps.store, id);
    if (status !== 'completed') return false;
  }
}

/** One more message of what was approved leaves, so the conditions are those of a resume. */
async function reopen(deps: Deps, id: CampaignId, approver: Member | undefined): Promise<void> {
  await changeCampaign(deps, id, (current) => {
    if (endsEarly(current.status)) throw isOverForGood(current);
    refuseUnsoundFolder(deps);
    refuseIfApproverLeft(current, approver, { settings: deps.settings, wayOut: doNotSendAgain });
    return current.status === 'completed' || current.status === 'settling'
      ? { campaign: inStatus(current, 'running', { settlingSince: null, endedAt: null }) }
      : undefined;
  });
}

function anotherAttempt(): CampaignError {
  const sentence =
    'This card is old: the message was sent again since, and nobody knows whether that one arrived. Decide on the newest card.';
  return new CampaignError('not_unconfirmed', sentence);
}

const doNotSendAgain = 'Press Do not send again, or write to this person yourself.';

function isOverForGood({ status }: Campaign): CampaignError {
  const sentence = `This campaign is ${status}, so nobody gets its message any more. ${doNotSendAgain}`;
  return new CampaignError('not_released', sentence);
}
