import type { Campaign } from '../campaign/campaign.ts';
import { paceOf } from '../campaign/pace-of.ts';
import type { CampaignId, Instant } from '../ids.ts';

/** A running campaign of the team that open replies may hold. */
export type InTeam = {
  id: CampaignId;
  everySeconds: number;
  /** When its newest batch started; null: none has. */
  lastBatchAt: Instant | null;
  /** Were it alone, it would start its next batch now. */
  isDue: boolean;
};

/** Whose batch comes first, and, if its moment is known, when the campaign's own may start. */
export type Turn = { of: CampaignId; until: Date | null };

/**
 * Must it share what the team can take on with others? After a hold, and while a batch may bring more replies than there
 * is room for.
 */
export function isShortOfPlaces(
  campaign: Pick<Campaign, 'throttle' | 'hours' | 'slowed' | 'holdSince'>,
  replies: number,
): boolean {
  const { holdAbove, batchSize } = paceOf(campaign).throttle;
  const { holdSince } = campaign;
  return holdSince !== null || (holdAbove !== null && replies > 0 && replies + batchSize > holdAbove);
}

/**
 * Short of places, campaigns of one team start their batches one after the other, spread over the shortest interval among them, so that
 * each sees the replies to the one before; of several that are due, the one whose last batch is the oldest goes first.
 * Null: it is this campaign's turn.
 */
export function turnBefore(own: Omit<InTeam, 'isDue'>, others: readonly InTeam[], now: Date): Turn | null {
  const gapMs =
    (Math.min(own.everySeconds, ...others.map(({ everySeconds }) => everySeconds)) * 1000) / (others.length + 1);
  const [latest] = others.filter(({ lastBatchAt }) => lastBatchAt !== null).sort((a, b) => startedMs(b) - startedMs(a));
  if (latest && startedMs(latest) + gapMs > now.getTime()) {
    return { of: latest.id, until: new Date(startedMs(latest) + gapMs) };
  }
  const first = others.filter(({ isDue }) => isDue).find((other) => isBefore(other, own));
  return first ? { of: first.id, until: null } : null;
}

function isBefore(a: Omit<InTeam, 'isDue'>, b: Omit<InTeam, 'isDue'>): boolean {
  return startedMs(a) === startedMs(b) ? a.id < b.id : startedMs(a) < startedMs(b);
}

function startedMs({ lastBatchAt }: Pick<InTeam, 'lastBatchAt'>): number {
  return lastBatchAt === null ? Number.NEGATIVE_INFINITY : Date.parse(lastBatchAt);
}
