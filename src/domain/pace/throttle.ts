import { z } from 'zod';
import type { Instant } from '../ids.ts';
import { clockToleranceMs } from './clock-step.ts';
import { type SendingHours, sendingWindow } from './sending-hours.ts';

/** Batch size, interval and hold: the pace set by the team, not the carrier. */
export const Throttle = z.object({
  batchSize: z.int().min(1).max(100_000),
  everySeconds: z
    .int()
    .min(1)
    .max(7 * 86_400),
  /** The next batch waits while more conversations than this are unanswered; null: never. */
  holdAbove: z.int().min(0).max(10_000).nullable(),
  /** Each batch has the size that the team can take on, never above these numbers. Left out: fixed. */
  pace: z.literal('team').optional(),
});
export type Throttle = z.infer<typeof Throttle>;

/** What `planBatch` must know of a running campaign. */
export type ThrottleFacts = {
  /** Recipients that may still be claimed. */
  queued: number;
  /** Claimed, outcome unknown: it may put them back into the queue. */
  claimed: number;
  /** Those of the queued that wait for a person's decision about what they wrote. */
  held: number;
  /** The newest batch; `taken`: its claims without those put back into the queue. */
  batch: { no: number; startedAt: Instant; taken: number } | null;
  /** Open replies that hold, of the whole team. */
  unanswered: number;
  /** One of them has waited longer than the campaign allows. */
  isLate: boolean;
  /** The hold is on; it ends at the lower limit, not at the upper one. */
  holding: boolean;
  /** The batch that a person sends in spite of open replies. */
  sendAnyway: number | null;
  /** Set while the newest batch began before the pace was changed. */
  changeover?: Changeover | null;
  /** How many more may get it before somebody decides about the canary; null: as many as there are. */
  canaryLeft: number | null;
  /** What the team can take on: decided before a batch of the team's pace begins. */
  sized?: Sized | null;
  /** Whom the rules of their places let it reach now, and when others are; left out: everybody. */
  reach?: { people: number; until: Date | null };
};

/**
 * The size of a batch that follows the team, with what it was decided on. `before`: the size of the batch before it; null: as
 * approved. `isDeserted`: replies are open, and nobody has handled any for an hour.
 */
export const Sized = z.object({
  batch: z.int().min(1),
  size: z.int().min(0),
  open: z.int().min(0),
  expected: z.int().min(0),
  answering: z.int().min(0),
  before: z.int().min(0).nullable(),
  isDeserted: z.literal(true).optional(),
});
export type Sized = z.infer<typeof Sized>;

/**
 * What a batch begun under a former pace still obeys: it takes no more people than it would have then, and the next one
 * waits for the approved interval at least. So the texts of both together are never more than the approved pace allows.
 */
export type Changeover = { batchSize: number; everySeconds: number };

/**
 * `places`: it is night, a holiday or a day of rest wherever those left may be, or they have had enough texts; `no room`: any batch would bring more replies than the team can take on; `turn`: another campaign of the team comes first;
 * `provider`: it takes no more for now; `folder`: nobody can tell yet whether a backup was put back; `held people`:
 * everybody left wrote what may mean STOP; `canary`: the first people have got it, and somebody decides about the others.
 */
type WaitReason =
  | 'interval'
  | 'quiet hours'
  | 'places'
  | 'open replies'
  | 'late replies'
  | 'no room'
  | 'nobody answers'
  | 'turn'
  | 'in flight'
  | 'clock'
  | 'provider'
  | 'storage'
  | 'folder'
  | 'held people'
  | 'canary';

export type BatchPlan =
  | { kind: 'send'; count: number; batch: { no: number; startedAt: Instant } }
  | { kind: 'wait'; until: Date | null; because: WaitReason }
  | { kind: 'finished' };

/** Does it wait for the team's answers? That is what a person may send a batch in spite of. */
export function isHeldByReplies(plan: BatchPlan | null): boolean {
  return plan?.kind === 'wait' && heldByReplies.includes(plan.because);
}

const heldByReplies: readonly WaitReason[] = ['open replies', 'late replies', 'no room', 'nobody answers'];

/** The hold ends when at most this many conversations are unanswered. */
export function resumeAt(holdAbove: number): number {
  return Math.floor(holdAbove * 0.75);
}

/** Does the hold begin, go on, or end? */
export function isHolding(throttle: Throttle, facts: Pick<ThrottleFacts, 'unanswered' | 'holding'>): boolean {
  if (throttle.holdAbove === null) return false;
  return facts.unanswered > (facts.holding ? resumeAt(throttle.holdAbove) : throttle.holdAbove);
}

/**
 * Decides what a running campaign does now: send (the rest of) a batch, wait, or finish. A batch cut short by quiet
 * hours or a restart is finished before the next one starts.
 */
export function planBatch(throttle: Throttle, hours: SendingHours | null, facts: ThrottleFacts, now: Date): BatchPlan {
  const left = facts.queued - facts.held;
  if (left <= 0 && facts.claimed > 0) return { kind: 'wait', until: null, because: 'in flight' };
  if (facts.queued === 0) return { kind: 'finished' };
  if (left <= 0) return { kind: 'wait', until: null, because: 'held people' };

  if (facts.batch && isFromFuture(facts.batch, now)) return { kind: 'wait', until: null, because: 'clock' };

  if (facts.canaryLeft !== null && facts.canaryLeft <= 0) return { kind: 'wait', until: null, because: 'canary' };
  const most = Math.min(left, facts.canaryLeft ?? left, facts.reach?.people ?? left);

  const window = hours && sendingWindow(hours, now);
  if (window && now < window.opensAt) return { kind: 'wait', until: window.opensAt, because: 'quiet hours' };
  if (facts.reach?.people === 0) {
    const { until } = facts.reach;
    const because = until === null && facts.claimed > 0 ? 'in flight' : 'places';
    return { kind: 'wait', until, because };
  }

  const { batch } = facts;
  const rest = batch ? sizeOfBatch(throttle, facts.changeover, sizeFor(facts, batch.no)) - batch.taken : 0;
  if (batch && rest > 0) {
    return { kind: 'send', count: Math.min(rest, most), batch: { no: batch.no, startedAt: batch.startedAt } };
  }

  const nextAt = batch ? nextBatchAt(throttle, batch.startedAt, facts.changeover) : now;
  if (now < nextAt) return { kind: 'wait', until: nextAt, because: 'interval' };
  const no = (batch?.no ?? 0) + 1;
  if (no !== facts.sendAnyway) {
    if (isHolding(throttle, facts)) return { kind: 'wait', until: null, because: 'open replies' };
    if (facts.isLate) return { kind: 'wait', until: null, because: 'late replies' };
    // Without a limit there is nothing to size a batch by: as approved, it has the approved size.
    if (throttle.pace === 'team' && throttle.holdAbove !== null) {
      if (facts.sized?.batch !== no) return { kind: 'wait', until: nextAt, because: 'interval' };
      if (facts.sized.isDeserted) return { kind: 'wait', until: null, because: 'nobody answers' };
      if (facts.sized.size === 0) return { kind: 'wait', until: null, because: 'no room' };
    }
  }
  return {
    kind: 'send',
    count: Math.min(sizeOfBatch(throttle, null, sizeFor(facts, no)), most),
    batch: { no, startedAt: now.toISOString() },
  };
}

/** Did it begin later than now, because the clock was set back in between? */
export function isFromFuture(batch: { startedAt: Instant }, now: Date): boolean {
  return Date.parse(batch.startedAt) - now.getTime() > clockToleranceMs;
}

/** The batch as it counts: one stamped by a wrong clock began when people resumed the campaign. */
export function asCounted<Batch extends { no: number; startedAt: Instant }>(
  batch: Batch | null,
  restamped: { batch: number; at: Instant } | null | undefined,
): Batch | null {
  return batch && batch.no === restamped?.batch ? { ...batch, startedAt: restamped.at } : batch;
}

/** The earliest start of the batch after one that started at `startedAt`. */
export function nextBatchAt(throttle: Throttle, startedAt: Instant, changeover?: Changeover | null): Date {
  const seconds = Math.max(throttle.everySeconds, changeover?.everySeconds ?? 0);
  return new Date(Date.parse(startedAt) + seconds * 1000);
}

/** How many people a batch takes at most; `sized`: as decided for a team's pace. */
export function sizeOfBatch(
  { batchSize, pace }: Throttle,
  changeover?: Changeover | null,
  sized: number | null = null,
): number {
  return Math.min(batchSize, changeover?.batchSize ?? batchSize, pace === 'team' && sized !== null ? sized : batchSize);
}

/** What was decided for this batch; null where nothing was, or a person sends it in spite of open replies. */
export function sizeFor({ sized, sendAnyway }: Pick<ThrottleFacts, 'sized' | 'sendAnyway'>, no: number): number | null {
  if (!sized || sendAnyway === no) return null;
  if (sized.batch === no) return sized.size;
  return sized.batch === no + 1 ? sized.before : null;
}
