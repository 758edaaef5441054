import { nothingForeseen } from '../answering/answering.ts';
import { readAnswerWithin } from '../answering/answering-texts.ts';
import { CampaignError } from '../campaign-error.ts';
import type { Instant, UserId } from '../ids.ts';
import { formatDuration, readDuration } from '../pace/duration.ts';
import { isSlower } from '../pace/is-slower.ts';
import type { PaceLimits } from '../pace/pace-limits.ts';
import { formatSendingHours, readSendingHours } from '../pace/sending-hours.ts';
import { isFromFuture } from '../pace/throttle.ts';
import { createFieldReader } from '../read-fields.ts';
import { contentHash } from './approval.ts';
import { type Campaign, firstApproval } from './campaign.ts';
import { needsLimit, readBatchSize, readHold } from './campaign-form.ts';
import { approvedLimits, changeoverOf, paceOf } from './pace-of.ts';

/** A pace as a person fills it in: every field is text, empty when it was left out. */
export type PaceInput = { batchSize: string; every: string; hold: string; answerWithin: string; hours: string };

export function writePace({ throttle, hours, answerWithinSeconds }: PaceLimits): PaceInput {
  return {
    batchSize: String(throttle.batchSize),
    every: formatDuration(throttle.everySeconds),
    hold: throttle.holdAbove === null ? '' : String(throttle.holdAbove),
    answerWithin: answerWithinSeconds === null ? '' : formatDuration(answerWithinSeconds),
    hours: hours ? formatSendingHours(hours) : 'any time',
  };
}

/** Reads all of it and throws one FormError that names every wrong field. What no field says stays. */
export function readPace(input: PaceInput, campaign: Campaign): PaceLimits {
  const { read, refuseProblems } = createFieldReader();
  const batchSize = read('batchSize', () => readBatchSize(input.batchSize));
  const everySeconds = read('every', () => readDuration(input.every));
  const { pace } = paceOf(campaign).throttle;
  const holdAbove = read('hold', () => (pace === 'team' ? readTeamHold(input.hold) : readHold(input.hold)));
  const answerWithinSeconds = read('answerWithin', () => readAnswerWithin(input.answerWithin));
  const hours = read('hours', () => readSendingHours(input.hours, campaign.zone));
  refuseProblems();
  const throttle = {
    ...paceOf(campaign).throttle,
    batchSize: batchSize!,
    everySeconds: everySeconds!,
    holdAbove: holdAbove!,
  };
  return { throttle, hours: hours!, answerWithinSeconds: answerWithinSeconds! };
}

/** A pace that follows the team keeps to a limit, so that without one no batch would ever have a size. */
function readTeamHold(text: string): number {
  const holdAbove = readHold(text);
  if (holdAbove !== null) return holdAbove;
  throw new CampaignError('bad_number', `${needsLimit}.`, 'hold');
}

/** Two paces that limit the same. */
export function isSamePace(one: PaceLimits, other: PaceLimits): boolean {
  return isSlower(one, other) && isSlower(other, one) && one.throttle.everySeconds === other.throttle.everySeconds;
}

/** The campaign with this pace as its content: what somebody has to approve. */
export function withPace(campaign: Campaign, { throttle, hours, answerWithinSeconds }: PaceLimits): Campaign {
  const answering = campaign.answering ?? nothingForeseen;
  const isSame = answering.answerWithinSeconds === answerWithinSeconds;
  return { ...campaign, throttle, hours, ...(!isSame && { answering: { ...answering, answerWithinSeconds } }) };
}

/** What somebody sees of a proposed pace, as the hash of all that they would approve with it. */
export function proposalHash(campaign: Campaign): string | null {
  return campaign.paceProposal ? contentHash(withPace(campaign, campaign.paceProposal.pace)) : null;
}

type Batch = { no: number; startedAt: Instant } | null;
type Step = { by: UserId; now: Date; batch: Batch };

/** At once: it keeps to what was approved. Voids what was proposed before. */
export function slowedTo(campaign: Campaign, pace: PaceLimits, { by, now, batch }: Step): Campaign {
  const { throttle, hours, answerWithinSeconds } = pace;
  const isAsApproved = answerWithinSeconds === approvedLimits(campaign).answerWithinSeconds;
  const at = now.toISOString();
  const { paceProposal: _void, ...rest } = campaign;
  return {
    ...rest,
    slowed: { throttle, hours, ...(!isAsApproved && { answerWithinSeconds: answerWithinSeconds! }), by, at },
    paceChanged: changeover(campaign, batch, now),
  };
}

/** By a second person who saw exactly this. All else rests on the approval before, with its rules. */
export function approvedAt(campaign: Campaign, pace: PaceLimits, { by, now, batch }: Step): Campaign {
  const { paceProposal: _done, slowed: _over, ...rest } = withPace(campaign, pace);
  const before = campaign.approval && { ...campaign.approval, first: firstApproval(campaign.approval) };
  const approval = { ...before, by, at: now.toISOString(), contentHash: contentHash(rest) };
  return { ...rest, approval, paceChanged: changeover(campaign, batch, now) };
}

/** Never at the same moment as the change before: claims tell paces apart by it. */
function changeover(campaign: Campaign, batch: Batch, now: Date): NonNullable<Campaign['paceChanged']> {
  const { batchSize } = paceOf(campaign).throttle;
  const former = changeoverOf(campaign, batch);
  const before = campaign.paceChanged ? Date.parse(campaign.paceChanged.at) + 1 : 0;
  // The clock may have stepped back a little since the batch began.
  const began = batch && !isFromFuture(batch, now) ? Date.parse(batch.startedAt) : 0;
  return {
    at: new Date(Math.max(now.getTime(), before, began)).toISOString(),
    batchSize: Math.min(batchSize, former?.batchSize ?? batchSize),
  };
}
