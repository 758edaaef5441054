import { z } from 'zod';
import { CampaignId } from '../ids.ts';
import type { RecipientState } from '../recipient/recipient.ts';

/** What became of people in a campaign, for those who write to them again; `all`: everybody on its list. */
export const Result = z.union([
  z.object({ kind: z.enum(['all', 'delivered', 'failed', 'no_answer']) }),
  z.object({ kind: z.literal('outcome'), label: z.string() }),
]);
export type Result = z.infer<typeof Result>;

/** The people of another campaign in place of a list. */
export const ListFrom = z.object({ campaignId: CampaignId, result: Result });
export type ListFrom = z.infer<typeof ListFrom>;

/** One person of a campaign: what became of the message, and of what they wrote. */
export type Fate = { state: RecipientState; hasWritten: boolean; outcomes: readonly string[] };

export function isOf(result: Result, { state, hasWritten, outcomes }: Fate): boolean {
  switch (result.kind) {
    case 'all':
      return true;
    case 'delivered':
      return state === 'delivered';
    case 'failed':
      return state === 'rejected' || state === 'undeliverable';
    case 'no_answer':
      return !hasWritten && (state === 'delivered' || state === 'submitted' || state === 'no_receipt');
    case 'outcome':
      return outcomes.includes(result.label);
  }
}

const mostOfAName = 80;

/** “Reunion (copy)”, “Reunion: follow-up”: as long as a name may be. */
export function nameAfter(name: string, more: ' (copy)' | ': follow-up'): string {
  const before = name.slice(0, mostOfAName - more.length).replace(/[\uD800-\uDBFF]$/, '');
  return `${before}${more}`;
}
