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
    const line = typed.trim().replace(/[.,;]$/, '');
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
  const words = line.split(/\s+/u);
  const first = words[0]?.toLowerCase() ?? '';
  if (first === 'texted') return readTexted(words.slice(1), before);
  if (['in', 'on', 'from'].includes(first))
    return readInCampaign(withoutWords(words.slice(1), ['the', 'campaign']), before, find);
  throw problem('write “texted in the last 30 days”, or “in campaign” and its name.');
}

const unitDays: Record<string, number> = { d: 1, day: 1, days: 1, w: 7, week: 7, weeks: 7 };

function readTexted(words: readonly string[], before: readonly LeaveOutRule[]): LeaveOutRule {
  const rest = withoutWords(words, ['in', 'within', 'during', 'the', 'last', 'past']).join('');
  const [, figure, unit = ''] = /^(\d{1,6})?([a-z]{1,5})$/i.exec(rest) ?? [];
  const found = (unitDays[unit.toLowerCase()] ?? 0) * Number(figure ?? 1);
  if (found < 1 || found > leaveOutLimits.days) {
    throw problem(`write “texted in the last 30 days”, with 1 to ${leaveOutLimits.days} days.`);
  }
  if (before.some(({ kind }) => kind === 'texted')) {
    throw problem('there is a line about texted people already: keep the one with more days.');
  }
  return { kind: 'texted', days: found };
}

function readInCampaign(words: readonly string[], before: readonly LeaveOutRule[], find: Find): LeaveOutRule {
  const asked = withoutQuotes(words.join(' '));
  if (asked === '') throw problem('write the campaign’s name or short id behind “in campaign”.');
  // Written back, the id stands before the name.
  const [, id] = /^([a-z2-9]{8}) \(.*\)$/su.exec(asked) ?? [];
  const { id: campaignId, name } = find(id ?? asked);
  if (before.some((rule) => rule.kind === 'in_campaign' && rule.campaignId === campaignId)) {
    throw problem(`“${name}” stands there twice: take one out.`);
  }
  return { kind: 'in_campaign', campaignId, name };
}

/** Without those of the words that it begins with, each at most once and in this order. */
function withoutWords(words: readonly string[], those: readonly string[]): readonly string[] {
  return those.reduce((left, word) => (left[0]?.toLowerCase() === word ? left.slice(1) : left), words);
}

function withoutQuotes(text: string): string {
  const isQuoted = text.length > 1 && /^["“”„'‘«]/u.test(text) && /["“”'’»]$/u.test(text);
  return isQuoted ? text.slice(1, -1).trim() : text;
}

function days(count: number): string {
  return count === 1 ? 'day' : `${count} days`;
}

function problem(sentence: string): CampaignError {
  return new CampaignError('bad_lines', sentence);
}
