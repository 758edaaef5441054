import type { Campaign } from '../../domain/campaign/campaign.ts';
import { note } from '../announcements.ts';
import type { TickDeps } from '../deps.ts';
import { changeCampaign, failedFor, inStatus } from './change-campaign.ts';
import { pauseBecause, pauseWithoutSender } from './pause-because.ts';
import type { StartChecks } from './start-checks.ts';

/** A start missed by more than this is not made up for unasked. */
const missedStartMs = 3_600_000;
/** A start is prepared this early, so that it is on time. */
const aheadMs = 5_000;

/**
 * Starts an approved campaign when its time has come, and only if its approver may still approve and everything stored,
 * including the list, is what they approved.
 */
export async function startWhenDue(
  deps: TickDeps,
  checks: Pick<StartChecks, 'look'>,
  campaign: Campaign,
  now: Date,
): Promise<void> {
  const { id, approval } = campaign;
  if (!approval) return;
  const lateMs = now.getTime() - dueMs(campaign, approval.at, now);
  if (lateMs < -aheadMs) return;
  if (lateMs > missedStartMs) return pauseBecause(deps, id, 'missed_start', null, 0);

  if (deps.store.folder.isInDoubt()) return;
  if (deps.store.folder.question()) return pauseBecause(deps, id, 'restored', null, 0);
  if (!deps.settings.senders.has(campaign.sender)) return pauseWithoutSender(deps, campaign, 0);

  const verdict = checks.look(campaign, approval);
  if (lateMs < 0 || verdict === undefined) return;
  if (verdict === 'void') return pauseBecause(deps, id, 'approval_void', null, 0);
  if (verdict === 'unknown') return markWaiting(deps, campaign, now);

  if (verdict === 'altered') deps.log.error({ campaignId: id }, 'What is stored is not what was approved');
  await changeCampaign(deps, id, (current) => {
    if (current.status !== 'scheduled' || current.version !== campaign.version) return undefined;
    if (verdict === 'altered') return failedFor(current, 'What is stored is not what was approved.', now);
    const startedAt = current.startedAt ?? now.toISOString();
    return {
      campaign: inStatus(current, 'running', { startedAt, startWaitsSince: null }),
      announcements: [note(id, now, { kind: 'started' })],
    };
  });
}

/** Its approval is in the past, even if the clock was set back since. */
function dueMs({ startAt }: Campaign, approvedAt: string, now: Date): number {
  const approvedMs = Math.min(Date.parse(approvedAt), now.getTime());
  return startAt ? Math.max(Date.parse(startAt), approvedMs) : approvedMs;
}

/** Nobody can say now whether its approver may still approve: the channel sees that it waits, and for whom. */
async function markWaiting(deps: TickDeps, { id, startWaitsSince, approval }: Campaign, now: Date): Promise<void> {
  if (startWaitsSince) return;
  deps.log.warn({ campaignId: id, approver: approval?.by }, 'A start waits: Slack does not say who approved it');
  await changeCampaign(deps, id, (current) =>
    current.status === 'scheduled' && !current.startWaitsSince
      ? { campaign: { ...current, startWaitsSince: now.toISOString() } }
      : undefined,
  );
}
