import { CampaignError } from '../campaign-error.ts';
import type { CampaignId } from '../ids.ts';
import { type LeaveOut, type LeaveOutRule, leaveOutLimits } from './leave-out.ts';

/** Finds a campaign by name, short id or unique prefix; throws a CampaignError that says what to write instead. */
type Find = (query: string) => { id: CampaignId; name: string };

/** Reads one rule a line. Throws one CampaignError that names each wrong line and what to write. */
export function readLeaveOut(text: string, find: Find): LeaveOut {
  const rules: LeaveOutRule[] = [];
  const problems: string[] = [];
  for (const [index, typed] of text.split(/\r\n?|\n/).entries()) {
    const line = typed.trim().replace(/[.,;]+$/, '');
    if (line === '') continue;
    try {
      rules.push(readRule(line, rules, find));
    } catch (error) {
      if (!(error instanceof CampaignError)) throw error;
      problems.push(`Line ${index + 1}: ${error.message}`);
    }
  }
  if (rules.length > leaveOutLimits.rules) {
    problems.unshift(`There is room for ${leaveOutLimits.rules} lines, and these are ${rules.length}: take some out.`);
  }
  if (problems.length > 0) throw new CampaignError('bad_lines', problems.slice(0, 3).join(' '), 'leaveOut');
  return rules;
}

/** The same as its author would write it: read back, it is equal, whatever other campaigns are called meanwhile. */
export function writeLeaveOut(rules: LeaveOut): string {
  return rules
    .map((rule) =>
      rule.kind === 'texted'
        ? `texted in the last ${days(rule.days)}`
        : `in campaign ${rule.campaignId} (${rule.name})`,
    )
    .join('\n');
}

function readRule(line: string, before: readonly LeaveOutRule[], find: Find): LeaveOutRule {
  const texted = /^texted\b(.*)$/iu.exec(line);
  if (texted) return readTexted(texted[1] ?? '', before);
  const inCampaign = /^(?:in|on|from)\s+(?:the\s+)?(?:campaign\b)?\s*(.*)$/iu.exec(line);
  if (inCampaign) return readInCampaign(inCampaign[1] ?? '', before, find);
  throw problem(`write “texted in the last 30 days”, or “in campaign” and its name.`);
}

const unitDays: Record<string, number> = { d: 1, day: 1, days: 1, w: 7, week: 7, weeks: 7 };

function readTexted(rest: string, before: readonly LeaveOutRule[]): LeaveOutRule {
  const [, figure, unit = ''] =
    /^\s+(?:(?:in|within|during)\s+)?(?:the\s+)?(?:(?:last|past)\s+)?(?:(\d{1,6})\s*)?([a-z]+)$/iu.exec(rest) ?? [];
  const each = unitDays[unit.toLowerCase()];
  const found = each === undefined ? 0 : Number(figure ?? 1) * each;
  if (found < 1 || found > leaveOutLimits.days) {
    throw problem(`write “texted in the last 30 days”, with 1 to ${leaveOutLimits.days} days.`);
  }
  if (before.some(({ kind }) => kind === 'texted')) {
    throw problem('there is a line about texted people already: keep the one with more days.');
  }
  return { kind: 'texted', days: found };
}

function readInCampaign(rest: string, before: readonly LeaveOutRule[], find: Find): LeaveOutRule {
  const asked = rest
    .trim()
    .replace(/^["“”„'‘«](.*)["“”'’»]$/u, '$1')
    .trim();
  if (asked === '') throw problem('write the campaign’s name or short id behind “in campaign”.');
  // Written back, the id stands before the name.
  const [, id] = /^([a-z2-9]{8}) \(.*\)$/su.exec(asked) ?? [];
  const { id: campaignId, name } = find(id ?? asked);
  if (before.some((rule) => rule.kind === 'in_campaign' && rule.campaignId === campaignId)) {
    throw problem(`“${name}” stands there twice: take one out.`);
  }
  return { kind: 'in_campaign', campaignId, name };
}

function days(count: number): string {
  return count === 1 ? 'day' : `${count} days`;
}

function problem(sentence: string): CampaignError {
  return new CampaignError('bad_lines', sentence);
}
