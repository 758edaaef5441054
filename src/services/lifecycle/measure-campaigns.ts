import type { Campaign } from '../../domain/campaign/campaign.ts';
import { isOver } from '../../domain/campaign/campaign-status.ts';
import { hoursOf } from '../../domain/campaign/pace-of.ts';
import { measureCampaign, type Texted } from '../../domain/team/measure-campaign.ts';
import { createTurns } from '../../domain/turns.ts';
import type { Deps } from '../deps.ts';
import { recipientPages } from '../list/stored-list.ts';
import { changeCampaign } from './change-campaign.ts';

type MeasureDeps = Pick<Deps, 'store' | 'announcer' | 'clock' | 'log'>;

const hourMs = 3_600_000;
/** Replies to it are still dealt with; what comes later changes little. */
const finalMs = 7 * 24 * hourMs;
const againMs = 6 * hourMs;

/** Counts how campaigns were answered, a campaign at a time, and never rejects: looks once an hour whose turn it is. */
export function createMeasureCampaigns(deps: MeasureDeps): () => Promise<void> {
  const { store, clock, log } = deps;
  let lookAgainMs = clock.monotonicMs() + hourMs;

  return async () => {
    if (clock.monotonicMs() < lookAgainMs) return;
    lookAgainMs = clock.monotonicMs() + hourMs;
    try {
      for (const campaign of await store.campaigns.list()) {
        if (isDue(campaign, clock.now())) await measureNow(deps, campaign);
      }
    } catch (error) {
      log.warn({ err: error }, 'How campaigns were answered could not be counted; the next hour tries again');
    }
  };
}

function isDue({ startedAt, status, endedAt, measured }: Campaign, now: Date): boolean {
  if (!startedAt) return false;
  const countedMs = measured ? Date.parse(measured.at) : Number.NEGATIVE_INFINITY;
  const isFinal = isOver(status) && countedMs > Date.parse(endedAt ?? startedAt) + finalMs;
  return !isFinal && now.getTime() - countedMs >= againMs;
}

async function measureNow(deps: MeasureDeps, campaign: Campaign): Promise<void> {
  const { store, clock } = deps;
  const { id, zone, list } = campaign;
  const now = clock.now();
  const texted: Texted[] = [];
  const turns = createTurns();
  for await (const page of recipientPages(store, { id, list })) {
    if (turns.areDue()) await turns.give();
    for (const { number, state, changedAt } of page) {
      if (changedAt && texts.has(state)) texted.push({ number, at: changedAt });
    }
  }
  const measure = measureCampaign(texted, await store.conversations.ofCampaign(id), {
    zone,
    hours: hoursOf(campaign),
    now,
  });
  await changeCampaign(deps, id, (current) => {
    const { measured } = current;
    if (measured && JSON.stringify(measured.measure) === JSON.stringify(measure) && !isOver(current.status))
      return undefined;
    return { campaign: { ...current, measured: { at: now.toISOString(), measure } } };
  });
}

const texts: ReadonlySet<string> = new Set(['submitted', 'delivered', 'no_receipt']);
