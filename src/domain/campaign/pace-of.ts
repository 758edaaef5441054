import type { Instant } from '../ids.ts';
import type { PaceLimits } from '../pace/pace-limits.ts';
import type { SendingHours } from '../pace/sending-hours.ts';
import { type Changeover, nextBatchAt, sizeFor, sizeOfBatch, type Throttle } from '../pace/throttle.ts';
import type { Campaign } from './campaign.ts';

/** What a campaign may send how fast and when. */
export type Pace = { throttle: Throttle; hours: SendingHours | null };

/** The pace in force: what was approved, or the slower one that somebody has chosen since. */
export function paceOf(campaign: Pick<Campaign, 'throttle' | 'hours' | 'slowed'>): Pace {
  const { throttle, hours } = campaign.slowed ?? campaign;
  return { throttle, hours };
}

export function hoursOf(campaign: Pick<Campaign, 'hours' | 'slowed'>): SendingHours | null {
  return campaign.slowed ? campaign.slowed.hours : campaign.hours;
}

/** The Answer within in force, in seconds; null: the author left it empty. */
export function answerWithinOf({ answering, slowed }: Pick<Campaign, 'answering' | 'slowed'>): number | null {
  return slowed?.answerWithinSeconds ?? answering?.answerWithinSeconds ?? null;
}

/** All that limits its pace now. */
export function limitsOf(campaign: Pick<Campaign, 'throttle' | 'hours' | 'answering' | 'slowed'>): PaceLimits {
  return { ...paceOf(campaign), answerWithinSeconds: answerWithinOf(campaign) };
}

/** What the approval holds for. */
export function approvedLimits({
  throttle,
  hours,
  answering,
}: Pick<Campaign, 'throttle' | 'hours' | 'answering'>): PaceLimits {
  return { throttle, hours, answerWithinSeconds: answering?.answerWithinSeconds ?? null };
}

type Batch = { no: number; startedAt: Instant };
type Paced = Pick<Campaign, 'throttle' | 'hours' | 'slowed' | 'paceChanged' | 'restamped' | 'sized' | 'sendAnyway'>;

/** What a batch that began before the last change of pace still obeys; null for any other. */
export function changeoverOf(
  campaign: Pick<Paced, 'throttle' | 'paceChanged' | 'restamped'>,
  batch: Batch | null,
): Changeover | null {
  const { paceChanged, restamped, throttle } = campaign;
  if (!batch || !paceChanged) return null;
  // Nobody knows when a batch began that was stamped by a wrong clock.
  const isFormer = batch.no === restamped?.batch || batch.startedAt <= paceChanged.at;
  return isFormer ? { batchSize: paceChanged.batchSize, everySeconds: throttle.everySeconds } : null;
}

/** How many people a batch has at most. */
export function batchSizeOf(campaign: Paced, batch: Batch): number {
  return sizeOfBatch(paceOf(campaign).throttle, changeoverOf(campaign, batch), sizeDecided(campaign, batch.no));
}

/** What the team can take on, where that was decided for this batch. */
export function sizeDecided({ sized, sendAnyway }: Pick<Campaign, 'sized' | 'sendAnyway'>, no: number): number | null {
  return sizeFor({ sized, sendAnyway: sendAnyway?.batch ?? null }, no);
}

/** The earliest start of the batch after this one. */
export function batchAfter(campaign: Paced, batch: Batch): Date {
  return nextBatchAt(paceOf(campaign).throttle, batch.startedAt, changeoverOf(campaign, batch));
}
