import { z } from 'zod';
import { CampaignId } from '../ids.ts';

/** The field behind **More settings**, by the label that people see. */
export const leaveOutLabel = 'Leave out';

export const leaveOutLimits = { rules: 10, days: 365 } as const;

/** Whom a campaign leaves out of its own list. `name`: the other campaign's, as it was called then. */
export const LeaveOutRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('texted'), days: z.int().min(1).max(leaveOutLimits.days) }),
  z.object({ kind: z.literal('in_campaign'), campaignId: CampaignId, name: z.string() }),
]);
export type LeaveOutRule = z.infer<typeof LeaveOutRule>;

/** The first rule that fits a person counts. At most one of them is about when people were texted. */
export const LeaveOut = z.array(LeaveOutRule).max(leaveOutLimits.rules);
export type LeaveOut = z.infer<typeof LeaveOut>;

const dayMs = 86_400_000;

/** Since when a person must not have been texted by another campaign; null: that makes no difference. */
export function textedSince(rules: LeaveOut | undefined, now: Date): Date | null {
  const rule = rules?.find(({ kind }) => kind === 'texted');
  return rule?.kind === 'texted' ? new Date(now.getTime() - rule.days * dayMs) : null;
}

/** "texted in the last 30 days", "in “Open evening”" */
export function ruleInWords(rule: LeaveOutRule): string {
  if (rule.kind === 'in_campaign') return `in “${rule.name}”`;
  return `texted in the last ${rule.days === 1 ? 'day' : `${rule.days} days`}`;
}
