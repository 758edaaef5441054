import { z } from 'zod';
import { Answering } from '../answering/answering.ts';
import { AgreedCounts } from '../consent/agreed-counts.ts';
import { ReviewBox } from '../consent/boxes.ts';
import { Consent } from '../consent/consent.ts';
import { CampaignId, ChannelId, Instant, SenderId, UserId } from '../ids.ts';
import { LeaveOut } from '../leave-out/leave-out.ts';
import { ListReading } from '../list/reading.ts';
import { Canary, CanaryState } from '../pace/canary.ts';
import { PaceLimits } from '../pace/pace-limits.ts';
import { SendingHours } from '../pace/sending-hours.ts';
import { Sized, Throttle } from '../pace/throttle.ts';
import { Foretold, Measured } from '../rehearsal/foretold.ts';
import { CampaignStatus } from './campaign-status.ts';
import { Nudging } from './nudge.ts';
import { SegmentSummary } from './segment-summary.ts';

export { SegmentSummary } from './segment-summary.ts';

/** Why a campaign is paused: a person wished it, or a guard stopped it. */
export const PauseReason = z.enum([
  'person',
  'provider_auth',
  'provider_not_found',
  'provider_balance',
  'provider_trouble',
  'bad_content',
  'missed_start',
  'approval_void',
  'storage',
  'restored',
  'list_damaged',
  'clock',
  'no_sender',
  'filtered',
  'undelivered',
  'many_opt_outs',
  'many_doubts',
]);
export type PauseReason = z.infer<typeof PauseReason>;

export const Pause = z.object({
  reason: PauseReason,
  by: UserId.nullable(),
  at: Instant,
  detail: z.string().nullable(),
});
export type Pause = z.infer<typeof Pause>;

/** Release by a second person, bound to the hash of exactly what they saw. */
export const Approval = z.object({
  by: UserId,
  at: Instant,
  contentHash: z.string(),
  /** The hash of all rules then; older approvals have none. */
  rules: z.string().optional(),
  /** What was ticked; most approvals ask for nothing. */
  ticked: z.array(ReviewBox).optional(),
  /** Who approved text, list and rules, where this is the approval of another pace for them. */
  first: z.object({ by: UserId, at: Instant }).optional(),
});
export type Approval = z.infer<typeof Approval>;

/** Who approved text and list, and when: whoever approves another pace sees nothing else. */
export function firstApproval({ first, by, at }: Approval): { by: UserId; at: Instant } {
  return first ?? { by, at };
}

/** All who approved something of it. */
export function approversOf({ approval }: { approval: Approval | null }): UserId[] {
  return approval ? [...new Set([firstApproval(approval).by, approval.by])] : [];
}

/** What the list holds and what was left out of it, as counted when it was read. */
export const ListSummary = z.object({
  size: z.int().min(0),
  /** Placeholder names of the list's columns, in the order of each row's values. */
  columns: z.array(z.string()),
  /** SHA-256 over every number and value, in order. */
  hash: z.string(),
  duplicates: z.int().min(0),
  invalid: z.int().min(0),
  /** How many were opted out at that time; screens count again. */
  optedOut: z.int().min(0),
  /** People left out because the list marks them as unsubscribed; lists stored before this was read have none. */
  marked: z.int().min(0).optional(),
  /** People of `size` left out by the campaign's own rules when it was read; screens count again. */
  leftOut: z.int().min(0).optional(),
  /** Rows that wait for the author's answer to a question about the list. */
  waiting: z.int().min(0).optional(),
  /** Cells that should say where people are and say nothing known, those of most people first; older lists have none. */
  unreadPlaces: z
    .array(z.object({ column: z.string(), text: z.string(), people: z.int().min(1) }))
    .max(5)
    .optional(),
  /** What was guessed and decided when the list was read. */
  reading: ListReading.optional(),
  /** When they agreed, where a column of the list says it. */
  agreed: AgreedCounts.optional(),
  /** The first lines left out, with the reason, as a sample. */
  rejected: z.array(z.object({ line: z.int(), value: z.string(), reason: z.string() })).max(5),
});
export type ListSummary = z.infer<typeof ListSummary>;

/** Where a draft's list came from: it is read again when the author decides a doubt about it. */
export const StoredSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), id: z.string() }),
  z.object({ kind: z.literal('files'), files: z.array(z.object({ id: z.string(), name: z.string() })).min(2) }),
  z.object({ kind: z.literal('pasted'), text: z.string() }),
]);
export type StoredSource = z.infer<typeof StoredSource>;

/** Where a post stands: its channel and the platform's own id of it. `many`: it has a line for each of several conversations. */
export const Post = z.object({ channel: ChannelId, id: z.string(), many: z.literal(true).optional() });
export type Post = z.infer<typeof Post>;

const Fields = z.object({
  id: CampaignId,
  /** Rises by one at each change; every change names the version it was made from. */
  version: z.int().min(1),
  /** The form submission that created it: the same submission twice is one campaign. */
  origin: z.string(),
  name: z.string().min(1).max(80),
  status: CampaignStatus,
  sender: SenderId,
  template: z.string().min(1),
  throttle: Throttle,
  /** When messages may leave; null means at any time. */
  hours: SendingHours.nullable(),
  /** The pace in force where it is slower than the approved one. */
  slowed: z
    .object({
      throttle: Throttle,
      hours: SendingHours.nullable(),
      /** Left out: as approved. */
      answerWithinSeconds: z.int().optional(),
      by: UserId,
      at: Instant,
    })
    .optional(),
  /** When its pace was last changed, and the most that a batch begun before takes. */
  paceChanged: z.object({ at: Instant, batchSize: z.int().min(1) }).optional(),
  /** A pace faster than approved, which a second person has to approve. */
  paceProposal: z.object({ by: UserId, at: Instant, pace: PaceLimits }).optional(),
  /** Null: as soon as approved. */
  startAt: Instant.nullable(),
  /** Zone in which people read this campaign's times. */
  zone: z.string(),
  channel: ChannelId,
  /** Campaigns written before answers could be foreseen have none. */
  /** From then on nobody gets it any more: who is still waiting is skipped. */
  notAfter: Instant.optional(),
  answering: Answering.optional(),
  /** Whom it leaves out of its list. */
  leaveOut: LeaveOut.optional(),
  /** It is tried on the first people before the others get it; none for most. */
  canary: Canary.optional(),
  canaryState: CanaryState.optional(),
  /** What its author says of how these people agreed; left out: nothing, and it is marketing. */
  consent: Consent.optional(),
  /**
   * A person resumed it then: what came of the batches before this one, and of this one up to that place of the list, stops it
   * no more. Left out: of all of it; -1: nobody of it was texted by then.
   */
  watchedFrom: z.object({ at: Instant, batch: z.int().min(0), upTo: z.int().min(-1).optional() }).optional(),
  list: ListSummary,
  /** Kept until the approval. */
  listSource: StoredSource.nullable().optional(),
  segments: SegmentSummary,
  createdBy: UserId,
  createdAt: Instant,
  lastEditedBy: UserId,
  /** Everybody who changed it since it was written; never emptied, since their words may still stand in it. */
  editedBy: z.array(UserId).optional(),
  editedAt: Instant.optional(),
  submittedAt: Instant.nullable(),
  /** Who last asked for the approval; kept when it goes back to draft. */
  submittedBy: UserId.optional(),
  /** Everybody who asked for the approval; never emptied. Older campaigns know only the last one. */
  submitters: z.array(UserId).optional(),
  /** How many people were to get it then; older submissions do not say. */
  submittedFor: z.int().min(0).optional(),
  approval: Approval.nullable(),
  /** `throttle`: the one that they propose instead. */
  sentBack: z.object({ by: UserId, at: Instant, reason: z.string(), throttle: Throttle.optional() }).nullable(),
  pause: Pause.nullable(),
  /** Since when open replies hold the next batch back. */
  holdSince: Instant.nullable(),
  /** The batch that a person sends in spite of open replies, and why; kept until another one is. */
  sendAnyway: z.object({ batch: z.int().min(1), by: UserId, at: Instant, reason: z.string() }).optional(),
  /** The newest batch of the team's pace whose size was decided; it may not have begun. */
  sized: Sized.optional(),
  /** The hold, by its beginning, of which the thread was told that it lasts long. */
  longHoldTold: Instant.optional(),
  /** Since when receipts were waited for as the thread was told of it. */
  settlingTold: Instant.optional(),
  /** The beginning of the standstill that the thread was told of; null once the provider takes messages again. */
  standstillTold: Instant.nullable().optional(),
  startedAt: Instant.nullable(),
  /** Since when its start waits to learn from the chat whether its approver may still approve. */
  startWaitsSince: Instant.nullable().optional(),
  /** When the last recipient was sent: from then on receipts are awaited. */
  settlingSince: Instant.nullable(),
  endedAt: Instant.nullable(),
  /** The last batch that the thread was told of. */
  reportedBatch: z.int().min(0),
  /** The thread names the unconfirmed recipients that changed until then. */
  unconfirmedToldAt: Instant.nullable(),
  /** How it was answered, in counts; campaigns that have not been looked at since have none. */
  measured: Measured.optional(),
  /** What the approver was told to expect. */
  foretold: Foretold.optional(),
  /** Campaigns in which no reply has waited too long have none. */
  nudging: Nudging.optional(),
  /** This batch counts as begun at that instant: its own stamp is from a clock that was ahead and was set back since. */
  restamped: z
    .object({ batch: z.int().min(1), at: Instant })
    .nullable()
    .optional(),
});

const Content = Fields.pick({
  name: true,
  sender: true,
  template: true,
  throttle: true,
  hours: true,
  startAt: true,
  notAfter: true,
  channel: true,
  answering: true,
  leaveOut: true,
  canary: true,
  consent: true,
  list: true,
});

export const Campaign = Fields.extend({
  /**
   * What reviewers had before them when it last went back to draft, so that they are shown the difference. `people`: how many
   * are on the list since then, and how many no more; null: it changed again and
   * again, and nobody can tell. `moved`: who they are, by hashes, while they are few.
   */
  formerly: z
    .object({
      at: Instant,
      content: Content,
      people: z.object({ added: z.int().min(0), gone: z.int().min(0) }).nullable(),
      moved: z.object({ added: z.array(z.string()), gone: z.array(z.string()) }).optional(),
    })
    .optional(),
});
export type Campaign = z.infer<typeof Campaign>;

/** Everybody whose words may stand in it; campaigns stored before all were kept know the first and the last. */
export function writersOf(campaign: Pick<Campaign, 'createdBy' | 'lastEditedBy' | 'editedBy'>): readonly UserId[] {
  return [...new Set([campaign.createdBy, ...(campaign.editedBy ?? []), campaign.lastEditedBy])];
}

export function submittersOf({ submitters, submittedBy }: Pick<Campaign, 'submitters' | 'submittedBy'>): UserId[] {
  return [...new Set([...(submitters ?? []), ...(submittedBy ? [submittedBy] : [])])];
}

/** How many people the campaign is for, as counted when its list was read. */
export function expectedAudience({ list }: Pick<Campaign, 'list'>): number {
  return list.size - list.optedOut - (list.leftOut ?? 0);
}
