import type { Campaign } from '../../domain/campaign/campaign.ts';
import { batchAfter, paceOf } from '../../domain/campaign/pace-of.ts';
import { forecast } from '../../domain/pace/progress.ts';
import type { BatchPlan } from '../../domain/pace/throttle.ts';
import { type Deps, rateOf } from '../deps.ts';

/**
 * When the last of those queued leaves if nothing holds it. The next batch begins when the plan says so, not now, and
 * the rest of a batch goes before it; null while nobody can say when sending goes on.
 */
export function expectedEnd(
  { settings, clock }: Pick<Deps, 'settings' | 'clock'>,
  campaign: Campaign,
  queued: number,
  plan: BatchPlan | null,
): Date | null {
  if (queued === 0 || plan?.kind === 'finished') return null;
  if (!mayReachAll(campaign, queued)) return null;
  const now = clock.now();
  const begin = beginning(campaign, plan, now);
  if (!begin) return null;
  const { throttle, hours } = paceOf(campaign);
  // Batches of the team's size may be any number.
  if (throttle.pace === 'team') return null;
  const ratePerSecond = rateOf(settings, campaign.sender);
  const pace = { ratePerSecond, hours };
  const rest = Math.min(queued, begin.rest);
  const restDoneAt = forecast({
    ...pace,
    size: rest,
    throttle: { ...throttle, batchSize: Math.max(1, rest) },
    startAt: begin.at,
  }).doneAt;
  if (queued === rest) return restDoneAt;
  const startAt = new Date(Math.max(restDoneAt.getTime(), begin.nextAt.getTime()));
  return forecast({ ...pace, size: queued - rest, throttle, startAt }).doneAt;
}

/** Before somebody has decided about its canary, nobody can say when the others get it. */
function mayReachAll({ canary, canaryState, startedAt }: Campaign, queued: number): boolean {
  return !canary || canaryState?.wentOn !== undefined || (startedAt === null && queued <= canary.first);
}

/** When sending goes on, with how many of a batch begun before, and when the batch after it may begin. */
function beginning(
  campaign: Campaign,
  plan: BatchPlan | null,
  now: Date,
): { at: Date; rest: number; nextAt: Date } | null {
  if (plan?.kind === 'send') return { at: now, rest: plan.count, nextAt: batchAfter(campaign, plan.batch) };
  const { startAt } = campaign;
  const at = plan
    ? plan.kind === 'wait' && plan.because !== 'provider' && plan.until
    : startAt
      ? new Date(startAt)
      : now;
  if (!at) return null;
  const later = at > now ? at : now;
  return { at: later, rest: 0, nextAt: later };
}
