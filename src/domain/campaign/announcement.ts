import { z } from 'zod';
import { CampaignId, ChannelId, ConversationId, Instant, UserId } from '../ids.ts';
import { PaceLimits } from '../pace/pace-limits.ts';
import { PauseReason, Post } from './campaign.ts';
import { NudgeStep } from './nudge.ts';

/** What is known of a campaign's first people, as it was told. */
const CanaryFigures = z.object({
  sent: z.int(),
  delivered: z.int(),
  failed: z.int(),
  replies: z.int(),
  optedOut: z.int(),
});
export type CanaryFigures = z.infer<typeof CanaryFigures>;

/** Something that a campaign's thread is told, once. */
export const Note = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('approved'), by: UserId }),
  z.object({ kind: z.literal('started') }),
  z.object({
    kind: z.literal('batch'),
    no: z.int(),
    accepted: z.int(),
    refused: z.int(),
    unconfirmed: z.int(),
    nextAt: Instant.nullable(),
  }),
  z.object({
    kind: z.literal('hold_began'),
    unanswered: z.int(),
    resumeAt: z.int(),
    /** How many of them answer other campaigns of the channel. */
    others: z.array(z.object({ name: z.string(), replies: z.int() })).optional(),
    /** Not their number holds, but that one has waited too long. */
    isLate: z.literal(true).optional(),
  }),
  /** Somebody sends the next batch in spite of the hold. */
  z.object({ kind: z.literal('sent_anyway'), by: UserId, unanswered: z.int(), reason: z.string() }),
  /** The hold has lasted long enough that somebody should look. */
  z.object({ kind: z.literal('hold_lasts'), unanswered: z.int(), since: Instant }),
  z.object({ kind: z.literal('hold_ended'), unanswered: z.int() }),
  /** Nobody decided about a text of this person in time, so it counts as an opt-out. */
  z.object({ kind: z.literal('hold_undecided'), who: z.string() }),
  /** The provider has taken no message for long enough that somebody should know. */
  z.object({ kind: z.literal('provider_waits'), because: z.enum(['busy', 'unreachable']), since: Instant }),
  z.object({ kind: z.literal('provider_takes') }),
  z.object({
    kind: z.literal('paused'),
    by: UserId.nullable(),
    reason: PauseReason,
    detail: z.string().nullable(),
    inFlight: z.int(),
  }),
  z.object({ kind: z.literal('resumed'), by: UserId }),
  z.object({ kind: z.literal('cancelled'), by: UserId, inFlight: z.int(), skipped: z.int() }),
  z.object({
    kind: z.literal('unconfirmed'),
    cause: z.string(),
    /** List positions of the people concerned, at most 20 of `count`. */
    nos: z.array(z.int()),
    count: z.int(),
  }),
  z.object({ kind: z.literal('sent_all') }),
  z.object({ kind: z.literal('completed') }),
  /** An admin took the whole list out. */
  z.object({ kind: z.literal('exported'), by: UserId }),
  z.object({ kind: z.literal('failed'), detail: z.string() }),
  /** Another pace took effect at once. */
  z.object({ kind: z.literal('pace_changed'), by: UserId, from: PaceLimits, to: PaceLimits }),
  /** A faster one waits for a second person. */
  z.object({ kind: z.literal('pace_proposed'), by: UserId, from: PaceLimits, to: PaceLimits }),
  z.object({
    kind: z.literal('pace_approved'),
    by: UserId,
    proposedBy: UserId,
    from: PaceLimits,
    to: PaceLimits,
  }),
  /** What was proposed was taken back. */
  z.object({ kind: z.literal('pace_kept'), by: UserId }),
  /** Its first people have been tried, and somebody decides; `because`: why the test does not. */
  z.object({ kind: z.literal('canary'), because: z.enum(['tried', 'opt_outs', 'unsure']), ...CanaryFigures.shape }),
  /** The others get it too: somebody, or the test (null), said so. */
  z.object({ kind: z.literal('canary_went_on'), by: UserId.nullable(), ...CanaryFigures.shape }),
]);
export type Note = z.infer<typeof Note>;

/** A note about people in doubt that stands in the thread: it is edited as receipts and decisions come. */
export const DoubtCard = z.object({
  post: Post,
  at: Instant,
  cause: z.string(),
  nos: z.array(z.int()),
  count: z.int(),
});
export type DoubtCard = z.infer<typeof DoubtCard>;

/** The post of the last nudge of a step. */
export const NudgePost = z.object({
  /** Of the nudge. */
  id: z.string(),
  step: NudgeStep,
  post: Post,
  /** When it stood. */
  at: Instant,
});
export type NudgePost = z.infer<typeof NudgePost>;

/** A post that the team is owed. It is stored before anybody tries to post it and removed once it stands. */
export const Announcement = z.intersection(
  z.object({
    id: z.string(),
    at: Instant,
    /** The campaign's author has it in person, because its channel was closed: the channel is still owed it. */
    toldInPerson: z.boolean().optional(),
  }),
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('review_card'), campaignId: CampaignId }),
    z.object({ kind: z.literal('campaign_message'), campaignId: CampaignId }),
    /** The card in the thread of all answers that were counted by themselves. */
    z.object({ kind: z.literal('counted_card'), campaignId: CampaignId }),
    /** The card of a group; `instead`: a group that is over and makes room for its record. */
    z.object({
      kind: z.literal('group_card'),
      campaignId: CampaignId,
      says: z.string().min(1),
      example: z.string(),
      instead: z.string().optional(),
    }),
    /** Its id is the nudge's, and its words come from what waits when it is posted. */
    z.object({ kind: z.literal('nudge'), campaignId: CampaignId, step: NudgeStep }),
    z.object({ kind: z.literal('note'), campaignId: CampaignId, note: Note }),
    /** One inbound message; `channel` is where texts that belong to no campaign go. */
    z.object({
      kind: z.literal('inbound'),
      campaignId: CampaignId.nullable(),
      channel: ChannelId.nullable(),
      conversationId: ConversationId,
      messageId: z.string(),
      /** Somebody asked to see this person of no campaign, however many there are. */
      asked: z.boolean().optional(),
    }),
    /** The conversation's posts show an old state: buttons to replace, an answer to add. */
    z.object({
      kind: z.literal('conversation_changed'),
      campaignId: CampaignId.nullable(),
      conversationId: ConversationId,
      /** Of a claim made `at` that moment: nothing is drawn before it is due, nor for a claim that is over by then. */
      claim: z.object({ at: Instant, dueAt: Instant }).optional(),
      /** Only this one of its former posts. */
      post: Post.optional(),
    }),
    /** A sentence for everybody in a channel. */
    z.object({ kind: z.literal('channel_notice'), campaignId: z.null(), channel: ChannelId, text: z.string() }),
    /** A sentence for one person. */
    z.object({ kind: z.literal('direct'), campaignId: CampaignId.nullable(), to: UserId, text: z.string() }),
    /** What waits for one person, who asked to be told each day: of which campaigns, as far as it is so when posted. */
    z.object({
      kind: z.literal('digest'),
      campaignId: z.null(),
      to: UserId,
      /** Those that they may approve. */
      approvals: z.array(CampaignId),
      /** Those with replies in their hands. */
      replies: z.array(CampaignId),
    }),
  ]),
);
export type Announcement = z.infer<typeof Announcement>;
