import type { Campaign } from '../../../../src/domain/campaign/campaign.ts';
import { CampaignId } from '../../../../src/domain/ids.ts';
import type { Finding } from '../../../../src/domain/rules/audit.ts';
import type { Home, HomeLine } from '../../../../src/services/reports/home.ts';
import { worstCampaign, worstReport } from './campaigns.ts';
import type { Data } from './data.ts';

/** As many entries as a page of the Home tab has, of that kind, each of another campaign, with the checklist above. */
export function worstHome(data: Data, kind: HomeLine['kind'], overrides: Partial<Home> = {}): Home {
  const lines = Array.from({ length: 30 }, (_, no): HomeLine => {
    const id = CampaignId.parse(`homepa${String.fromCharCode(97 + Math.floor(no / 26), 97 + (no % 26))}`);
    return worstLine(kind, data, { id });
  });
  const checklist = (['admins', 'approvers', 'inbox', 'test', 'receipts', 'texts'] as const).map((what, no) => ({
    what,
    isDone: no % 2 === 0,
  }));
  const at = new Date('2026-11-23T15:00:00.000Z');
  const findings = worstFindings(data);
  return { at, zone: 'Europe/Berlin', mayWrite: true, checklist, findings, page: 0, pages: 40, lines, ...overrides };
}

function worstLine(kind: HomeLine['kind'], data: Data, changes: Partial<Campaign>): HomeLine {
  if (kind === 'under_way' || kind === 'recent') {
    const status = kind === 'recent' ? 'completed' : 'paused';
    return { kind, report: worstReport(data, { campaign: worstCampaign(data, { ...changes, status }) }) };
  }
  return { kind, campaign: worstCampaign(data, changes), replies: 1e6, held: 999_999, waitedMs: 1e12 };
}

/** More than are named, one of each kind first. */
function worstFindings({ name, text }: Data): Finding[] {
  const day = '2027-06-30';
  const many = Array.from({ length: 300 }, (_, no) => `override/US-TX/opt_out_text/${no}`);
  const places = Array.from({ length: 300 }, () => 'US-DC');
  const entries = { ids: many, until: day, by: name, because: text };
  return [
    { kind: 'calendar', ends: day, closedFrom: day, step: 90, sets: ['US-federal'], places },
    { kind: 'calendar', ends: day, closedFrom: day, step: 0, sets: ['US-federal'], places },
    { kind: 'stale', readOn: day, rules: 1e6, places },
    { kind: 'ending', ...entries },
    { kind: 'ended', ...entries },
    { kind: 'zone_data', version: '2024b' },
    { kind: 'looser', ...entries },
    { kind: 'house_off', setting: 'HOUSE_HOURS', text: `The hours of the house do not apply here: ${text}`, places },
    ...Array.from({ length: 20 }, (): Finding => ({ kind: 'looser', ...entries })),
  ];
}
