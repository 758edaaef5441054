import type { Campaign } from '../../domain/campaign/campaign.ts';
import { isWatched } from '../../domain/campaign/campaign-status.ts';
import { batchSizeOf } from '../../domain/campaign/pace-of.ts';
import type { CampaignId, SenderId } from '../../domain/ids.ts';
import type { Reception } from '../../domain/pace/standstill.ts';
import type { BatchPlan } from '../../domain/pace/throttle.ts';
import { type Deps, rateOf } from '../deps.ts';
import { type ClockWatch, createClockWatch } from '../lifecycle/clock-watch.ts';
import { createForgetDrafts } from '../lifecycle/forget-drafts.ts';
import { advance } from '../lifecycle/lifecycle.ts';
import { createMeasureCampaigns } from '../lifecycle/measure-campaigns.ts';
import { createOptOutWatch } from '../lifecycle/opt-out-watch.ts';
import { pauseBecause } from '../lifecycle/pause-because.ts';
import { planNow } from '../lifecycle/plan-now.ts';
import { createStartChecks } from '../lifecycle/start-checks.ts';
import { claimSome } from './claim-some.ts';
import { createFlights } from './flights.ts';
import { createProviderHealth, type HealthVerdict, toBystander } from './provider-health.ts';
import type { RateLimits } from './rate-limits.ts';
import { giveBack, type HeldClaim, sendClaim } from './send-claim.ts';
import { createReceptions } from './sender-reception.ts';

/** Drives every campaign from the store: each tick reads, plans, claims, sends and records. */
export type Dispatcher = {
  /** Moves all campaigns along and makes sure that everything that may be sent now is being sent. */
  tick(): Promise<void>;
  /** Something has changed that need not wait for the next tick. */
  wake(): void;
  /** Messages that have left and cannot be called back. */
  inFlight(campaignId?: CampaignId): number;
  /** Until when the provider wants us to wait, or null. */
  quietUntil(): Date | null;
  /** Whether the provider takes this sender's messages, by its last answers. */
  reception(sender: SenderId): Reception;
  /** A person resumed the campaign: former trouble is forgotten. */
  forgetTrouble(campaignId: CampaignId): void;
  /** Claims nobody any more, and resolves when everything on its way is recorded. */
  stop(): Promise<void>;
};

/**
 * Senders share them out, so that one whose messages hang cannot hold up the others. What is in flight when the process
 * dies is in doubt: only who sends thousands a second needs all of the gateway's sockets.
 */
function mostInFlight({ accountRate }: Pick<Deps['settings'], 'accountRate'>): number {
  return accountRate < 1_000 ? 50 : 100;
}

/** `isEager`: what changes is acted upon at once, where the clock is the world's own. */
export function createDispatcher(
  deps: Deps,
  limits: RateLimits,
  clockWatch: ClockWatch = createClockWatch(deps),
  { isEager = false } = {},
): Dispatcher {
  const { store, clock, settings, log } = deps;
  const flights = createFlights();
  const health = createProviderHealth();
  const receptions = createReceptions(clock);
  const forgetDrafts = createForgetDrafts(deps);
  const measureCampaigns = createMeasureCampaigns(deps);
  const startChecks = createStartChecks(deps, () => wake());
  const optOuts = createOptOutWatch(deps);
  const stopping = new AbortController();
  const lanes = new Map<SenderId, Promise<void>>();
  const lastTurn = new Map<CampaignId, number>();
  const fairShare = Math.floor(mostInFlight(settings) / settings.senders.size);
  let turns = 0;
  let pausing = 0;
  let ticking: Promise<void> | undefined;
  let measuring = Promise.resolve();
  let wasInTrouble = false;
  let quietUntilMs = Number.NEGATIVE_INFINITY;

  const advanceAll = async (): Promise<void> => {
    for (const campaign of await store.campaigns.list()) {
      if (!isWatched(campaign.status)) continue;
      try {
        await advance(deps, { startChecks, reception: receptions.of, optOuts }, campaign, clock.now());
      } catch (error) {
        // One broken campaign must not stop the others; the next tick tries again.
        log.error({ campaignId: campaign.id, err: error }, 'Could not move the campaign along');
      }
    }
  };

  /** Of this sender's campaigns that may send now, the one that waited longest. */
  const nextTurn = async (sender: SenderId): Promise<{ campaign: Campaign; plan: SendPlan } | undefined> => {
    const running = (await store.campaigns.list())
      .filter((campaign) => campaign.sender === sender && campaign.status === 'running')
      .sort((a, b) => (lastTurn.get(a.id) ?? 0) - (lastTurn.get(b.id) ?? 0));
    for (const campaign of running) {
      const plan = await planNow(deps, campaign);
      if (plan.kind === 'send') {
        lastTurn.set(campaign.id, ++turns);
        return { campaign, plan };
      }
    }
    return undefined;
  };

  const obey = async (campaignId: CampaignId, sender: SenderId, verdict: HealthVerdict): Promise<void> => {
    if (verdict.kind === 'back_off') {
      quietUntilMs = Math.max(quietUntilMs, clock.monotonicMs() + verdict.ms);
      limits.slowDown(sender);
    }
    if (verdict.kind !== 'pause') return;
    // Storing the pauses takes a while: meanwhile nothing more may leave.
    pausing += 1;
    try {
      const ids = verdict.whom === 'this' ? [campaignId] : await idsOfRunning(deps);
      const cause = await store.campaigns.get(campaignId);
      for (const id of ids) {
        const detail = id === campaignId || !cause ? verdict.detail : toBystander(verdict, cause.name);
        await pauseBecause(deps, id, verdict.reason, detail, flights.count(id));
      }
    } finally {
      pausing -= 1;
    }
  };

  /** The provider wants us to wait, or running campaigns are just being paused. */
  const isQuiet = (): boolean => pausing > 0 || clock.monotonicMs() < quietUntilMs || !clockWatch.isTrusted();

  const launch = (held: HeldClaim): void => {
    const { id, sender } = held.campaign;
    const flight = sendClaim(deps, held)
      .then((outcome) => {
        if (!outcome) return undefined;
        const verdict = health.observe(id, outcome);
        receptions.observe(sender, outcome.kind, verdict.kind === 'back_off' ? verdict.ms : 0);
        return obey(id, sender, verdict);
      })
      .catch((error) => log.error({ campaignId: id, no: held.claim.no, err: error }, 'Sending went wrong'))
      .then(() => deps.announcer.refresh(id));
    flights.follow(held.campaign, flight);
  };

  /** Sends for one sender, turn by turn, until none of its campaigns may send now. */
  const runLane = async (sender: SenderId): Promise<void> => {
    const rate = rateOf(settings, sender);
    const mayFly = Math.max(1, Math.min(fairShare, Math.max(10, Math.ceil(rate))));
    // A tenth of a second's messages are claimed together, and no more than leaves as many on their way meanwhile.
    const group = Math.max(1, Math.min(Math.floor(rate / 10), Math.floor(mayFly / 2)));

    while (!stopping.signal.aborted) {
      await flights.below(mayFly - group + 1, sender);
      await limits.ready(sender, stopping.signal);
      if (stopping.signal.aborted || store.trouble() || isQuiet() || !store.folder.isSound()) return;

      const turn = await nextTurn(sender);
      if (!turn) return;
      const { campaign, plan } = turn;
      const room = Math.min(plan.count, group, mayFly - flights.countOf(sender));
      const batch = { ...plan.batch, size: batchSizeOf(campaign, plan.batch), pace: campaign.paceChanged?.at ?? null };
      const claimedAtMs = clock.monotonicMs();
      const claims = await claimSome(deps, campaign, batch, { room, inFlight: flights.count(campaign.id) });
      if (claims.length === 0) return;

      for (const claim of claims) {
        const mayLeave = limits.takeMore(sender) || (await limits.take(sender, stopping.signal));
        if (mayLeave && !isQuiet()) launch({ claim, campaign, claimedAtMs });
        else flights.follow(campaign, giveBack(deps, claim));
      }
    }
  };

  /** A failing disk stops every campaign, and a working one lets them go on: their messages say so. */
  const showTrouble = async (): Promise<void> => {
    const isInTrouble = store.trouble() !== undefined;
    if (isInTrouble === wasInTrouble) return;
    wasInTrouble = isInTrouble;
    for (const id of await idsOfRunning(deps)) deps.announcer.refresh(id);
  };

  const startLanes = (): void => {
    for (const sender of settings.senders.keys()) {
      if (lanes.has(sender)) continue;
      const lane = runLane(sender)
        .catch((error) =>
          log.error({ sender, err: error }, 'The lane of a sender stopped; the next tick starts it again'),
        )
        .finally(() => lanes.delete(sender));
      lanes.set(sender, lane);
    }
  };

  const moveAlong = async (): Promise<void> => {
    // Nothing may be planned by a clock that was set.
    if (!clockWatch.isTrusted()) await clockWatch.pauseAll(flights.count);
    await advanceAll();
    await showTrouble();
    if (stopping.signal.aborted || store.trouble()) return;
    if ((await idsOfRunning(deps)).length > 0) await deps.gateway.prepare();
    startLanes();
    await forgetDrafts();
    // A long list takes a while to be looked at: nothing waits for it but the end.
    measuring = measureCampaigns();
  };

  /** Never two at once: whoever comes while one runs waits for that one. */
  const tick = (): Promise<void> => {
    ticking ??= moveAlong().finally(() => {
      ticking = undefined;
    });
    return ticking;
  };

  const wake = (): void => {
    if (!isEager || stopping.signal.aborted) return;
    const again = () => tick().catch((error) => log.error({ err: error }, 'A tick out of turn went wrong'));
    void (ticking?.then(again, again) ?? again());
  };

  return {
    tick,
    wake,
    inFlight: (campaignId) => flights.count(campaignId),
    quietUntil: () => {
      const leftMs = quietUntilMs - clock.monotonicMs();
      return leftMs > 0 ? new Date(clock.now().getTime() + leftMs) : null;
    },
    reception: receptions.of,
    forgetTrouble: (campaignId) => {
      health.forget(campaignId);
      receptions.forget();
      quietUntilMs = Number.NEGATIVE_INFINITY;
    },
    stop: async () => {
      stopping.abort();
      await ticking?.catch(() => undefined);
      await Promise.all([...lanes.values(), startChecks.stop(), measuring]);
      await flights.landed();
    },
  };
}

type SendPlan = Extract<BatchPlan, { kind: 'send' }>;

async function idsOfRunning({ store }: Pick<Deps, 'store'>): Promise<CampaignId[]> {
  const campaigns = await store.campaigns.list();
  return campaigns.filter((campaign) => campaign.status === 'running').map((campaign) => campaign.id);
}
