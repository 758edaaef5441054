import { whyNotAdminister, whyNotCreate, whyNotOpen } from '../../domain/campaign/permissions.ts';
import type { UserId } from '../../domain/ids.ts';
import type { Finding } from '../../domain/rules/audit.ts';
import { requireReader } from '../authority.ts';
import type { ReadingDeps } from '../deps.ts';
import { type ChecklistItem, checklistFor } from './checklist.ts';
import { type HomeEntry, homeEntries } from './home-entries.ts';
import type { CampaignReport, ReportRecords } from './reports.ts';

/** The same, of campaigns that go on or went on with how they stand. */
export type HomeLine =
  | Exclude<HomeEntry, { kind: 'under_way' | 'recent' }>
  | { kind: 'under_way' | 'recent'; report: CampaignReport };

/** One page of what a person can go on with. */
export type Home = {
  at: Date;
  /** The clock on which they read times. */
  zone: string;
  /** May they write campaigns and answer replies? */
  mayWrite: boolean;
  /** What is left to set up, for admins; null: nothing, or it is not theirs. */
  checklist: readonly ChecklistItem[] | null;
  /** What admins should look at of the rules. */
  findings: readonly Finding[];
  /** From 0; never beyond the last one. */
  page: number;
  pages: number;
  lines: readonly HomeLine[];
};

export type HomeDoors = {
  /** What waits for the person, then for the team, then what goes on; only what they may see. */
  home(wish: { page: number; by: UserId }): Promise<Home>;
};

/** Slack shows a hundred blocks; an entry takes two. */
const perPage = 30;

export function createHome(deps: ReadingDeps, reports: Pick<ReportRecords, 'report'>): HomeDoors {
  const { store, people, clock, settings } = deps;
  const { roles } = settings;

  const withReport = async (entry: HomeEntry): Promise<HomeLine> =>
    entry.kind === 'under_way' || entry.kind === 'recent'
      ? { kind: entry.kind, report: await reports.report(entry.campaign.id) }
      : entry;

  return {
    home: async ({ page, by }) => {
      const person = await people.find(by);
      requireReader(deps, person);
      const campaigns = (await store.campaigns.list()).filter((one) => !whyNotOpen(person, one, roles));
      const waiting = await Promise.all(
        [...campaigns, null].map(async (campaign) => ({
          campaign,
          conversations: await store.conversations.waiting(campaign?.id ?? null),
        })),
      );
      const now = clock.now();
      const entries = homeEntries(person, { campaigns, waiting }, { roles, now });
      const pages = Math.max(1, Math.ceil(entries.length / perPage));
      const shown = Math.min(Math.max(0, page), pages - 1);
      const isSetUpHere = shown === 0 && !whyNotAdminister(person, roles);
      return {
        at: now,
        zone: person.zone || settings.zone,
        mayWrite: !whyNotCreate(person, roles),
        checklist: isSetUpHere ? await checklistFor(deps, by) : null,
        findings: isSetUpHere ? deps.rules.findings(now).filter(isOpen) : [],
        page: shown,
        pages,
        lines: await Promise.all(entries.slice(shown * perPage, (shown + 1) * perPage).map(withReport)),
      };
    },
  };
}

/** What comes into force soon needs nobody. */
function isOpen({ kind }: Finding): boolean {
  return kind !== 'coming';
}
