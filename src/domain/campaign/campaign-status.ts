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

/** Statuses in which the clock still has something to do. */
export function isActive(status: CampaignStatus): boolean {
  return ['scheduled', 'running', 'settling', 'cancelling'].includes(status);
}

/** It is approved and not through: it sends, or would once somebody lets it go on. */
export function couldSend(status: CampaignStatus): boolean {
  return ['scheduled', 'running', 'paused'].includes(status);
}

/** Nothing can change any more, but for late delivery receipts. */
export function isOver(status: CampaignStatus): boolean {
  return ['completed', 'cancelled', 'failed'].includes(status);
}
