import { CampaignId } from '../ids.ts';
import { dayInWords, wallClock } from '../moment.ts';
import type { LeaveOut } from './leave-out.ts';

/** Why a campaign leaves a person out; `day`: of the last thing known about the other campaign's message, as 2026-05-03. */
export type LeftOutBecause =
  | { kind: 'texted'; campaignId: CampaignId; day: string }
  | { kind: 'in_campaign'; campaignId: CampaignId };

/** The short code that a recipient keeps. */
export function leftOutReason(because: LeftOutBecause): string {
  if (because.kind === 'in_campaign') return `in_${because.campaignId}`;
  return `texted_${because.campaignId}_${because.day}`;
}

/** Undefined for every other reason. */
export function readLeftOutReason(reason: string | null): LeftOutBecause | undefined {
  const [, kind, id, day] = /^(?:(in|texted)_)([a-z2-9]{8})(?:_(\d{4}-\d{2}-\d{2}))?$/.exec(reason ?? '') ?? [];
  const campaignId = CampaignId.safeParse(id);
  if (!campaignId.success) return undefined;
  if (kind === 'in') return day === undefined ? { kind: 'in_campaign', campaignId: campaignId.data } : undefined;
  return day === undefined ? undefined : { kind: 'texted', campaignId: campaignId.data, day };
}

/** How many people each rule leaves out, from how many have which reason. */
export function countByRule(rules: LeaveOut, reasons: Readonly<Record<string, number>>): number[] {
  const counts = rules.map(() => 0);
  for (const [reason, people] of Object.entries(reasons)) {
    const because = readLeftOutReason(reason);
    const at = because ? rules.findIndex((rule) => isBy(rule, because)) : -1;
    if (at >= 0) counts[at]! += people;
  }
  return counts;
}

function isBy(rule: LeaveOut[number], because: LeftOutBecause): boolean {
  if (rule.kind === 'texted') return because.kind === 'texted';
  return because.kind === 'in_campaign' && because.campaignId === rule.campaignId;
}

/** "was texted on 3 May 2026 by “Open evening”", "is in “Open evening”" */
export function leftOutInWords(because: LeftOutBecause, name: string | undefined): string {
  const other = name === undefined ? `campaign ${because.campaignId}` : `“${name}”`;
  return because.kind === 'texted'
    ? `was texted on ${dayInWords(because.day, 'UTC', true)} by ${other}`
    : `is in ${other}`;
}

/** The day of an instant in a zone, as 2026-05-03. Made once for many: asking for a zone is dear. */
export function dayIn(zone: string): (at: Date) => string {
  const known = new Map<number, string>();
  return (at) => {
    // Zones differ by whole quarters of an hour.
    const quarter = Math.floor(at.getTime() / 900_000);
    const day = known.get(quarter) ?? wallClock(at, zone).day;
    known.set(quarter, day);
    return day;
  };
}
