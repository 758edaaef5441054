import type { Note } from '../../domain/campaign/announcement.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { batchAfter, batchSizeOf, paceOf } from '../../domain/campaign/pace-of.ts';
import type { SenderId } from '../../domain/ids.ts';
import { stepInWords } from '../../domain/pace/clock-step.ts';
import type { Reception } from '../../domain/pace/standstill.ts';
import { asCounted, isFromFuture, isHolding, resumeAt } from '../../domain/pace/throttle.ts';
import type { TeamLoad } from '../../domain/team/load.ts';
import type { Tally } from '../../ports/recipients.ts';
import { note } from '../announcements.ts';
import type { TickDeps } from '../deps.ts';
import { notAfterReason } from '../rules.ts';
import { changeCampaign, inStatus, needCampaign } from './change-campaign.ts';
import { expireApproval } from './expire-approval.ts';
import type { OptOutWatch } from './opt-out-watch.ts';
import { pauseBecause, pauseWithoutSender } from './pause-because.ts';
import { type Batch, turnOfOther } from './plan-now.ts';
import { restampedByNight } from './restamp.ts';
import { sizeBatch } from './size-batch.ts';
import { startWhenDue } from './start-campaign.ts';
import type { StartChecks } from './start-checks.ts';
import { stopIfBroken } from './stop-broken.ts';
import { loadOfTeam } from './team.ts';
import { tellStandstill } from './tell-standstill.ts';
import { tellUnconfirmed } from './tell-unconfirmed.ts';
import { watchCanary } from './watch-canary.ts';

/** Carriers report for three days: a message without a receipt by then never gets one. */
const receiptMs = 72 * 3_600_000;
/** Receipts that come within minutes are not worth a note of their own, nor is a wait that began long ago. */
const toldSettlingMs = { from: 5 * 60_000, until: 15 * 60_000 };
/** Replies that hold a campaign up for this long seem to be forgotten. */
const longHoldMs = 30 * 60_000;

/** What the tick knows besides the store. */
type Facts = {
  startChecks: Pick<StartChecks, 'look' | 'prepare'>;
  reception: (sender: SenderId) => Reception;
  optOuts: OptOutWatch;
};

/** Moves one campaign along as far as time and the stored facts say: start, hold, batch reports, completion. */
export async function advance(
  deps: TickDeps,
  { startChecks, reception, optOuts }: Facts,
  campaign: Campaign,
  now: Date,
): Promise<void> {
  if (campaign.status !== 'pending_approval' && (await stopIfBroken(deps, campaign, now))) return;
  switch (campaign.status) {
    case 'pending_approval':
      startChecks.prepare(campaign);
      return expireApproval(deps, campaign, now);
    case 'scheduled':
      return startWhenDue(deps, startChecks, campaign, now);
    case 'running':
      if (await skipAfterLastMoment(deps, campaign, now)) return undefined;
      return follow(deps, campaign, { reception: reception(campaign.sender), optOuts }, now);
    case 'paused':
      return tellUnconfirmed(deps, campaign, await deps.store.recipients.tally(campaign.id), now);
    case 'settling':
      return settle(deps, campaign, now);
    case 'cancelling':
      return finishCancelling(deps, campaign, now);
    default:
      return undefined;
  }
}

/** From the campaign's last moment on, whoever could not be reached is skipped; what is on its way comes first. */
async function skipAfterLastMoment(deps: TickDeps, { id, notAfter }: Campaign, now: Date): Promise<boolean> {
  if (notAfter === undefined || now.getTime() < Date.parse(notAfter)) return false;
  return (await deps.store.recipients.skipQueued(id, notAfterReason, now)) > 0;
}

async function follow(
  deps: TickDeps,
  found: Campaign,
  { reception, optOuts }: { reception: Reception; optOuts: OptOutWatch },
  now: Date,
): Promise<void> {
  const tally = await deps.store.recipients.tally(found.id);
  if (!deps.settings.senders.has(found.sender)) {
    return pauseWithoutSender(deps, found, tally.counts.claimed);
  }
  const campaign = await restampedByNight(deps, found, tally, now);
  const batch = asCounted(tally.batch, campaign.restamped);
  if (batch && isFromFuture(batch, now)) {
    const stepMs = now.getTime() - Date.parse(batch.startedAt);
    return pauseBecause(deps, campaign.id, 'clock', stepInWords(stepMs), tally.counts.claimed);
  }
  await tellUnconfirmed(deps, campaign, tally, now);
  // The batch comes before what holds the next one back.
  await reportBatches(deps, campaign, tally, now);
  if (tally.counts.queued > 0) await holdOrRelease(deps, campaign, batch, now);
  if (tally.counts.queued > 0) await sizeBatch(deps, await needCampaign(deps.store, campaign.id), now);
  await tellStandstill(deps, campaign, reception, now);
  await optOuts.look(campaign, tally);
  await watchCanary(deps, campaign, tally, now);

  if (tally.counts.queued === 0 && tally.counts.claimed === 0) {
    await changeCampaign(deps, campaign.id, (current, { queued, claimed }) =>
      current.status === 'running' && queued + claimed === 0
        ? {
            campaign: inStatus(current, 'settling', { settlingSince: now.toISOString(), holdSince: null }),
          }
        : undefined,
    );
  }
}

async function holdOrRelease(deps: TickDeps, campaign: Campaign, batch: Batch, now: Date): Promise<void> {
  const load = await loadOfTeam(deps, campaign);
  const unanswered = load.replies;
  const isTooMany = isHolding(paceOf(campaign).throttle, { unanswered, holding: campaign.holdSince !== null });
  const waitsForTurn = campaign.holdSince !== null && (await turnOfOther(deps, campaign, { batch, ...load })) !== null;
  const holding = isTooMany || load.isLate || waitsForTurn;
  if (holding === (campaign.holdSince !== null)) return tellLongHold(deps, campaign, unanswered, now);

  const news: Note = holding ? holdBegan(campaign, load, { isLate: !isTooMany }) : { kind: 'hold_ended', unanswered };
  await changeCampaign(deps, campaign.id, (current) => {
    if (current.status !== 'running' || (current.holdSince !== null) === holding) return undefined;
    return {
      campaign: { ...current, holdSince: holding ? now.toISOString() : null },
      announcements: [note(current.id, now, news)],
    };
  });
}

function holdBegan(campaign: Campaign, load: TeamLoad, { isLate }: { isLate: boolean }): Note {
  const others = load.of.filter((one) => one.id !== campaign.id).map(({ name, replies }) => ({ name, replies }));
  return {
    kind: 'hold_began',
    unanswered: load.replies,
    resumeAt: resumeAt(paceOf(campaign).throttle.holdAbove ?? 0),
    ...(others.length > 0 && { others }),
    ...(isLate && { isLate: true as const }),
  };
}

/** Once for each hold: a team that answers as it goes does not hear of it, one that has forgotten does. */
async function tellLongHold(deps: TickDeps, campaign: Campaign, unanswered: number, now: Date): Promise<void> {
  const { holdSince } = campaign;
  if (holdSince === null || campaign.longHoldTold === holdSince) return;
  if (now.getTime() - Date.parse(holdSince) < longHoldMs) return;
  await changeCampaign(deps, campaign.id, (current) => {
    if (current.status !== 'running' || current.holdSince !== holdSince) return undefined;
    if (current.longHoldTold === holdSince) return undefined;
    return {
      campaign: { ...current, longHoldTold: holdSince },
      announcements: [note(current.id, now, { kind: 'hold_lasts', unanswered, since: holdSince })],
    };
  });
}

/**
 * Once for each batch, when its last outcome is known; also for one that a former process sent, and for those whose rest
 * left so close to the next batch that no tick came between.
 */
async function reportBatches(
  deps: TickDeps,
  campaign: Campaign,
  { counts, held, ...tally }: Tally,
  now: Date,
): Promise<void> {
  const batch = asCounted(tally.batch, campaign.restamped);
  if (!batch || batch.no <= campaign.reportedBatch || counts.claimed > 0) return;
  const left = counts.queued - held;
  const isThrough = batch.taken >= batchSizeOf(campaign, batch) || left <= 0;
  const last = isThrough ? batch.no : batch.no - 1;
  const nextAt = left > 0 ? batchAfter(campaign, batch).toISOString() : null;
  const reports: Note[] = [];
  for (let no = campaign.reportedBatch + 1; no <= last; no += 1) {
    const of = await deps.store.recipients.batchCounts(campaign.id, no);
    const accepted = of.submitted + of.delivered + of.undeliverable + of.no_receipt;
    const [refused, unconfirmed] = [of.rejected, of.unconfirmed + of.closed];
    // Everybody in it was sent to again, in a later batch.
    if (no < batch.no && accepted + refused + unconfirmed === 0) continue;
    const next = no < batch.no ? batch.startedAt : nextAt;
    reports.push({ kind: 'batch', no, accepted, refused, unconfirmed, nextAt: next });
  }
  if (reports.length === 0) return;
  await changeCampaign(deps, campaign.id, (current) =>
    current.reportedBatch === campaign.reportedBatch
      ? {
          campaign: { ...current, reportedBatch: last },
          announcements: reports.map((report) => note(current.id, now, report)),
        }
      : undefined,
  );
}

async function settle(deps: TickDeps, campaign: Campaign, now: Date): Promise<void> {
  const since = Date.parse(campaign.settlingSince ?? now.toISOString());
  if (now.getTime() - since >= receiptMs) {
    await deps.store.recipients.expireReceipts(campaign.id, new Date(now.getTime() - receiptMs), now);
  }
  const tally = await deps.store.recipients.tally(campaign.id);
  await reportBatches(deps, campaign, tally, now);
  await tellUnconfirmed(deps, campaign, tally, now);

  await changeCampaign(deps, campaign.id, (current, { queued, claimed, submitted }) => {
    if (current.status !== 'settling') return undefined;
    if (queued + claimed > 0) return { campaign: inStatus(current, 'running', { settlingSince: null }) };
    if (submitted > 0) return tellSettling(current, now);
    return {
      campaign: inStatus(current, 'completed', { endedAt: now.toISOString() }),
      announcements: [note(current.id, now, { kind: 'completed' })],
    };
  });
}

function tellSettling(current: Campaign, now: Date) {
  const { settlingSince, settlingTold } = current;
  const since = now.getTime() - Date.parse(settlingSince ?? '');
  if (settlingSince === settlingTold || !(since >= toldSettlingMs.from && since < toldSettlingMs.until))
    return undefined;
  const campaign = { ...current, settlingTold: settlingSince ?? undefined };
  return { campaign, announcements: [note(current.id, now, { kind: 'sent_all' as const })] };
}

/** People still queued are skipped for good; it ends when the outcome of the last message in flight is known. */
async function finishCancelling(deps: TickDeps, campaign: Campaign, now: Date): Promise<void> {
  await deps.store.recipients.skipQueued(campaign.id, 'cancelled', now);
  const tally = await deps.store.recipients.tally(campaign.id);
  await tellUnconfirmed(deps, campaign, tally, now);
  if (tally.counts.claimed + tally.counts.queued > 0) return;

  await changeCampaign(deps, campaign.id, (current, { queued, claimed }) =>
    current.status === 'cancelling' && queued + claimed === 0
      ? { campaign: inStatus(current, 'cancelled', { endedAt: now.toISOString() }) }
      : undefined,
  );
}
