import { z } from 'zod';

export const CampaignStatus = z.enum([
  'draft',
  'pending_approval',
  'scheduled',
  'running',
  'paused',
  'settling',
  'completed',
  'cancelling',
  'cancelled',
  'failed',
]);
export type CampaignStatus = z.infer<typeof CampaignStatus>;

/** As a sentence says it: "This campaign is a draft". */
export const statusInASentence: Record<CampaignStatus, string> = {
  draft: 'a draft',
  pending_approval: 'waiting for approval',
  scheduled: 'approved',
  running: 'running',
  paused: 'paused',
  settling: 'waiting for delivery receipts',
  completed: 'completed',
  cancelling: 'being cancelled',
  cancelled: 'cancelled',
  failed: 'stopped for good',
};

/** What may follow what. A status that is not listed here cannot be reached. */
const followers: Record<CampaignStatus, readonly CampaignStatus[]> = {
  draft: ['pending_approval', 'cancelled'],
  pending_approval: ['draft', 'scheduled', 'cancelled'],
  scheduled: ['running', 'paused', 'cancelling', 'failed'],
  running: ['paused', 'settling', 'cancelling', 'failed'],
  paused: ['scheduled', 'running', 'cancelling', 'failed'],
  settling: ['completed', 'running', 'failed'],
  completed: ['running'],
  cancelling: ['cancelled', 'failed'],
  cancelled: [],
  failed: [],
};

export function mayFollow(from: CampaignStatus, to: CampaignStatus): boolean {
  return followers[from].includes(to);
}

/* What a status means, asked by the buttons and by the rules alike, so that they agree. */

/** Nobody has approved it yet. An edit of what waits for approval takes it back to draft. */
export const mayEdit = isOneOf('draft', 'pending_approval');

export const mayPause = isOneOf('scheduled', 'running');
export const mayResume = isOneOf('paused');
export const mayChangePace = isOneOf('running', 'paused');
export const mayCancel = isOneOf('draft', 'pending_approval', 'scheduled', 'running', 'paused');

/** Approved and not through: it sends, or would once somebody lets it go on. */
export const couldSend = isOneOf('scheduled', 'running', 'paused');

/** Submitted and not over: the clock may have something to do. */
export const isWatched = isOneOf('pending_approval', 'scheduled', 'running', 'paused', 'settling', 'cancelling');

/** The clock moves it without anybody's help. */
export const isActive = isOneOf('scheduled', 'running', 'settling', 'cancelling');

/** Nothing changes any more except by late delivery receipts. */
export const isOver = isOneOf('completed', 'cancelled', 'failed');

/** People who have not got the message never get it. */
export const endsEarly = isOneOf('cancelling', 'cancelled', 'failed');

function isOneOf(...statuses: CampaignStatus[]): (status: CampaignStatus) => boolean {
  return (status) => statuses.includes(status);
}
