import { nothingForeseen, outcomesOf } from '../../domain/answering/answering.ts';
import { type Campaign, expectedAudience } from '../../domain/campaign/campaign.ts';
import { isOver } from '../../domain/campaign/campaign-status.ts';
import { paceOf } from '../../domain/campaign/pace-of.ts';
import type { CampaignId, PhoneNumber, UserId } from '../../domain/ids.ts';
import { type NeverAnswered, neverAnswered } from '../../domain/nudge/never-answered.ts';
import { type Progress, progressOf } from '../../domain/pace/progress.ts';
import type { Reception, Standstill } from '../../domain/pace/standstill.ts';
import type { BatchPlan } from '../../domain/pace/throttle.ts';
import { personKey } from '../../domain/phone/person.ts';
import type { Recipient } from '../../domain/recipient/recipient.ts';
import { type AnswerWaits, answerWaits } from '../../domain/reply/answer-waits.ts';
import type { Conversation } from '../../domain/reply/conversation.ts';
import { countOutcomes, type OutcomeCount, wasCounted } from '../../domain/reply/counted.ts';
import type { Counting } from '../../domain/reply/group.ts';
import { hasOptOut, isOptedOutHere } from '../../domain/reply/opted-out-here.ts';
import type { TeamLoad } from '../../domain/team/load.ts';
import type { StoreReader } from '../../ports/store.ts';
import { requireAdmin } from '../authority.ts';
import { openedBy } from '../campaigns/opened-by.ts';
import type { ReadingDeps } from '../deps.ts';
import { needCampaign } from '../lifecycle/change-campaign.ts';
import { planNow } from '../lifecycle/plan-now.ts';
import { type Sizing, sizeToTell } from '../lifecycle/size-batch.ts';
import { loadOfTeam } from '../lifecycle/team.ts';
import { type Audience, audienceOf, recipientsAt } from '../list/stored-list.ts';
import { type PlaceWait, waitingPlaces } from '../places/waiting-places.ts';
import type { Dispatcher } from '../sending/dispatcher.ts';
import { expectedEnd } from './expected-end.ts';
import { type ExportDeps, exportedCsv, summarisedCsv, tellExport } from './export.ts';
import { type Grade, gradeOf } from './grade.ts';
import { createGroupReports, type GroupRecords } from './groups.ts';
import { type RulesAnswer, rulesFor } from './rules-answers.ts';
import { createWaitingReports, type WaitingRecords } from './waiting-reports.ts';
import { type Why, whyOf } from './why.ts';

/** The state of one campaign as the channel sees it. */
export type CampaignReport = {
  campaign: Campaign;
  /** The moment of the report. */
  at: Date;
  progress: Progress;
  /** How many get it; once it runs, as expected when its list was read. */
  audience: number;
  /** People who wrote something that is no opt-out or the like. */
  replies: number;
  unanswered: number;
  /** What its whole team has before it, which holds the next batch. */
  team: TeamLoad;
  /** What conversations ended with, by the campaign's outcomes. */
  outcomes: readonly OutcomeCount[];
  /** Same words that a member had counted, which no approved answer foresaw. */
  countings: readonly { example: string; counts: Counting }[];
  /** The replies that nobody answered, and who has, or decided, each. */
  neverAnswered: NeverAnswered;
  /** How long people waited for the team's answers; null: nobody has been answered. */
  waits: AnswerWaits | null;
  /** What was foretold at the approval beside what happened; null before every message has left, or when nothing was. */
  grade: Grade | null;
  /** People opted out now because of something said, decided or reported in this campaign. */
  optedOut: number;
  leftOut: LeftOut;
  batch: { no: number; of: number } | null;
  /** What the throttle would do now; null unless the campaign is running. */
  plan: BatchPlan | null;
  /** Who waits for the hours of where they may be, while it runs. */
  waitingPlaces: readonly PlaceWait[];
  /** What the next batch would be now, of a pace that follows the team; left out for any other. */
  sizing?: Sizing | null;
  /** Nobody can tell yet whether a backup was put back: nothing starts and nothing is sent. */
  isFolderInDoubt: boolean;
  /** Since when the provider has taken nothing; null while it takes messages, or nothing was tried. */
  standstill: Standstill | null;
  /** When the last message leaves if nothing holds it; null once over, and while nobody can say. */
  doneAt: Date | null;
};

/** Who gets nothing: queued people who have opted out, and skipped ones by the stored reason. */
export type LeftOut = { queued: number; skipped: Readonly<Record<string, number>> };

/** What the program itself reads, to post it: nobody is checked. */
export type ReportRecords = GroupRecords &
  WaitingRecords & {
    report(id: CampaignId): Promise<CampaignReport>;
    audience(id: CampaignId): Promise<Audience>;
    /** Named recipients of the list, for a note in the thread. */
    recipients(id: CampaignId, nos: readonly number[]): Promise<readonly Recipient[]>;
    /** The conversations that were counted by themselves, whatever a member then corrected, the newest first. */
    counted(id: CampaignId): Promise<Counted>;
    /** Everyone with what became of them and masked numbers, as CSV, for the channel. */
    summaryCsv(id: CampaignId): Promise<{ name: string; csv: string }>;
  };

/** Answers that were counted by themselves, under which labels, and the newest of them. */
export type Counted = {
  campaign: Campaign;
  outcomes: readonly OutcomeCount[];
  people: number;
  conversations: readonly Conversation[];
};

/** What people ask for: each is told who asks and checks it. */
export type ReportDoors = {
  /** For the window that shows them. */
  showCounted(id: CampaignId, by: UserId): Promise<Counted>;
  status(id: CampaignId, by: UserId): Promise<CampaignReport>;
  /** What became of the person with this number, as typed, and why. */
  why(typed: string, by: UserId): Promise<Why>;
  /** What the rules ask of texts to a country, a state or a number, as typed; of all with none. */
  rules(typed: string, by: UserId): Promise<RulesAnswer>;
  /** Everyone with what became of them and what was said, as CSV, for the admin who asks; the thread is told. */
  exportCsv(id: CampaignId, by: UserId): Promise<{ name: string; csv: string }>;
};

export type Reports = ReportRecords & ReportDoors;

/** Reports only look, except that an export is told in the campaign's thread. */
type ReportDeps = ReadingDeps & ExportDeps;

export function createReports(deps: ReportDeps, sending: Pick<Dispatcher, 'quietUntil' | 'reception'> = idle): Reports {
  const { store, people, log } = deps;

  const reports: Reports = {
    ...createGroupReports(deps),
    ...createWaitingReports(deps),

    status: async (id, by) => {
      await openedBy(deps, id, by);
      return reports.report(id);
    },

    report: async (id) => {
      const campaign = await needCampaign(store, id);
      const optedOut = await store.recipients.leftOut(id);
      // Read together, so that they are of one moment.
      const [{ counts, batch }, skipped] = await Promise.all([
        store.recipients.tally(id),
        store.recipients.skippedBecause(id),
      ]);
      const queued = Math.min(counts.queued, Math.max(0, optedOut - (skipped.opted_out ?? 0)));
      const conversations = await store.conversations.ofCampaign(id);
      const of = Math.ceil(expectedAudience(campaign) / paceOf(campaign).throttle.batchSize);
      const standstill = standstillOf(sending.reception(campaign.sender));
      const provider = { standstill, quietUntil: sending.quietUntil() };
      const plan = campaign.status === 'running' ? asAllowed(deps, await planNow(deps, campaign), provider) : null;
      const waits = await waitingPlaces(deps, campaign);
      return {
        campaign,
        at: deps.clock.now(),
        progress: progressOf(counts),
        audience: campaign.startedAt
          ? expectedAudience(campaign)
          : campaign.list.size - optedOut - (campaign.list.leftOut ?? 0),
        replies: countPeople(conversations.filter(hasReply).map(({ number }) => number)),
        unanswered: await store.conversations.unanswered(id),
        team: await loadOfTeam(deps, campaign),
        outcomes: countOutcomes(conversations, outcomesOf(campaign.answering ?? nothingForeseen)),
        countings: (await store.campaigns.groups(id)).flatMap(({ example, counts }) =>
          counts ? { example, counts } : [],
        ),
        neverAnswered: neverAnswered(conversations, deps.clock.now()),
        waits: answerWaits(conversations),
        grade: gradeOf(campaign, conversations, deps.clock.now()),
        optedOut: await countOptedOut(store, id, conversations),
        leftOut: { queued, skipped },
        batch: batch ? { no: batch.no, of: Math.max(of, batch.no) } : null,
        plan,
        waitingPlaces: waits,
        sizing: await sizeToTell(deps, campaign, plan),
        isFolderInDoubt: store.folder.isInDoubt(),
        standstill,
        doneAt:
          isOver(campaign.status) || waits.length > 0
            ? null
            : expectedEnd(deps, campaign, counts.queued - queued, plan),
      };
    },

    audience: async (id) => audienceOf(deps, await needCampaign(store, id)),

    recipients: (id, nos) => recipientsAt(store, id, nos),

    counted: async (id) => {
      const campaign = await needCampaign(store, id);
      const conversations = (await store.conversations.ofCampaign(id)).filter(wasCounted).sort(newestFirst);
      const outcomes = countOutcomes(conversations, outcomesOf(campaign.answering ?? nothingForeseen));
      return { campaign, outcomes, people: conversations.length, conversations };
    },

    showCounted: async (id, by) => {
      await openedBy(deps, id, by);
      return reports.counted(id);
    },

    why: (typed, by) => whyOf(deps, reports.report, { typed, by }),
    rules: (typed, by) => rulesFor(deps, typed, by),

    exportCsv: async (id, by) => {
      await requireAdmin(deps, await people.findNow(by), { what: 'export whole numbers' });
      const file = await exportedCsv(store, await needCampaign(store, id));
      await tellExport(deps, id, by);
      log.info({ campaignId: id, by }, 'Campaign exported');
      return file;
    },

    summaryCsv: async (id) => summarisedCsv(store, await needCampaign(store, id)),
  };
  return reports;
}

const idle: Pick<Dispatcher, 'quietUntil' | 'reception'> = {
  quietUntil: () => null,
  reception: () => ({ kind: 'unknown' }),
};

/** A shorter wait is over before anybody has read of it. */
const shownWaitMs = 15_000;

type Provider = { quietUntil: Date | null; standstill: Standstill | null };

/** Nothing is sent while storing fails, the folder is in doubt, or the provider takes nothing or wants us to wait. */
function asAllowed({ store, clock }: ReadingDeps, plan: BatchPlan, { quietUntil, standstill }: Provider): BatchPlan {
  if (plan.kind === 'finished') return plan;
  if (store.trouble() !== undefined) return { kind: 'wait', until: null, because: 'storage' };
  if (store.folder.isInDoubt()) return { kind: 'wait', until: null, because: 'folder' };
  const isTrying =
    plan.kind === 'send' || (plan.kind === 'wait' && plan.because === 'in flight' && standstill !== null);
  if (!isTrying || !(quietUntil || standstill)) return plan;
  const isShown = quietUntil !== null && (!standstill || quietUntil.getTime() - clock.now().getTime() >= shownWaitMs);
  return { kind: 'wait', until: isShown ? quietUntil : null, because: 'provider' };
}

function standstillOf(reception: Reception): Standstill | null {
  return reception.kind === 'standstill' ? { since: reception.since, because: reception.because } : null;
}

function newestFirst(a: Conversation, b: Conversation): number {
  const latest = ({ outcome }: Conversation) => outcome?.at ?? '';
  return latest(a) < latest(b) ? 1 : latest(a) > latest(b) ? -1 : a.id < b.id ? -1 : 1;
}

function hasReply({ messages }: Conversation): boolean {
  return messages.some(
    (message) =>
      message.direction === 'in' &&
      (message.reading === 'reply' || message.reading === 'maybe_opt_out' || message.reading === 'expected'),
  );
}

/** Stores from before person keys may have two conversations of one person. */
function countPeople(numbers: readonly PhoneNumber[]): number {
  return new Set(numbers.map(personKey)).size;
}

async function countOptedOut(
  store: StoreReader,
  id: CampaignId,
  conversations: readonly Conversation[],
): Promise<number> {
  const numbers = [...(await store.suppressions.reportedIn(id))];
  for (const conversation of conversations.filter(hasOptOut)) {
    const suppression = await store.suppressions.get(conversation.number);
    if (isOptedOutHere(conversation, suppression)) numbers.push(conversation.number);
  }
  return countPeople(numbers);
}
