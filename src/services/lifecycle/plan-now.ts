import type { Campaign } from '../../domain/campaign/campaign.ts';
import { answerWithinOf, changeoverOf, paceOf } from '../../domain/campaign/pace-of.ts';
import { canaryLeft } from '../../domain/pace/canary.ts';
import { asCounted, type BatchPlan, planBatch } from '../../domain/pace/throttle.ts';
import { isShortOfPlaces, type Turn, turnBefore } from '../../domain/team/turn.ts';
import type { ReadingDeps } from '../deps.ts';
import { reachOf } from '../rules.ts';
import { campaignsOfTeam, loadOfTeam } from './team.ts';

type PlanDeps = Pick<ReadingDeps, 'store' | 'clock' | 'rules'>;
export type Batch = { no: number; startedAt: string } | null;

/** What the throttle says of a running campaign at this moment, from stored facts. */
export async function planNow(deps: PlanDeps, campaign: Campaign): Promise<BatchPlan> {
  const { plan, batch, replies } = await planAlone(deps, campaign);
  const isAnyway = plan.kind === 'send' && plan.batch.no === campaign.sendAnyway?.batch;
  if (isAnyway || !startsBatch(plan, batch)) return plan;
  const turn = await turnOfOther(deps, campaign, { batch, replies });
  return turn ? { kind: 'wait', until: turn.until, because: 'turn' } : plan;
}

/** Whose batch comes before this campaign's. Where there is room for both, each goes at its own pace. */
export async function turnOfOther(
  deps: PlanDeps,
  campaign: Campaign,
  { batch, replies }: { batch: Batch; replies: number },
): Promise<Turn | null> {
  if (!isShortOfPlaces(campaign, replies)) return null;
  return turnBefore(inTeam(campaign, batch), await others(deps, campaign), deps.clock.now());
}

/** The same without a look at whose turn it is. */
async function planAlone(
  deps: PlanDeps,
  campaign: Campaign,
): Promise<{ plan: BatchPlan; batch: Batch; replies: number }> {
  // Of one moment: whoever is claimed in between would be missing in both.
  const [{ counts, held, ...tally }, reach] = await Promise.all([
    deps.store.recipients.tally(campaign.id),
    reachOf(deps, campaign, deps.clock.now()),
  ]);
  const batch = asCounted(tally.batch, campaign.restamped);
  const { replies, isLate } = await loadOfTeam(deps, campaign);
  const facts = {
    queued: counts.queued,
    claimed: counts.claimed,
    held,
    batch,
    unanswered: replies,
    isLate,
    holding: campaign.holdSince !== null,
    sendAnyway: campaign.sendAnyway?.batch ?? null,
    changeover: changeoverOf(campaign, batch),
    canaryLeft: canaryLeft(campaign, counts),
    sized: campaign.sized ?? null,
    reach,
  };
  const { throttle, hours } = paceOf(campaign);
  return { plan: planBatch(throttle, hours, facts, deps.clock.now()), batch, replies };
}

/** The team's other campaigns that run and that open replies may hold. */
async function others(deps: PlanDeps, campaign: Campaign) {
  const running = (await campaignsOfTeam(deps, campaign)).filter(
    (one) => one.id !== campaign.id && one.status === 'running' && mayBeHeld(one),
  );
  return Promise.all(
    running.map(async (one) => {
      const { plan, batch } = await planAlone(deps, one);
      return { ...inTeam(one, batch), isDue: startsBatch(plan, batch) };
    }),
  );
}

function inTeam(campaign: Campaign, batch: Batch) {
  const { everySeconds } = paceOf(campaign).throttle;
  return { id: campaign.id, everySeconds, lastBatchAt: batch?.startedAt ?? null };
}

function startsBatch(plan: BatchPlan, batch: Batch): boolean {
  return plan.kind === 'send' && plan.batch.no > (batch?.no ?? 0);
}

/** Whoever never waits for replies gives no way, and needs none. */
function mayBeHeld(campaign: Campaign): boolean {
  return paceOf(campaign).throttle.holdAbove !== null || answerWithinOf(campaign) !== null;
}
