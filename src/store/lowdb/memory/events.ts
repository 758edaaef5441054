import { z } from 'zod';
import { KeptForm } from '../../../domain/answering/kept-form.ts';
import { ApiKey } from '../../../domain/api-key.ts';
import { Announcement, DoubtCard, NudgePost } from '../../../domain/campaign/announcement.ts';
import { Campaign, Post } from '../../../domain/campaign/campaign.ts';
import { ListImport } from '../../../domain/campaign/list-import.ts';
import { FolderAnswer, FolderQuestion, Opening } from '../../../domain/folder-standing.ts';
import { CampaignId, ConversationId, Instant, PhoneNumber, UserId } from '../../../domain/ids.ts';
import { Reminder } from '../../../domain/nudge/reminder.ts';
import { Residence } from '../../../domain/place/residence.ts';
import { RecipientState } from '../../../domain/recipient/recipient.ts';
import { Conversation, InboundMessage } from '../../../domain/reply/conversation.ts';
import { Group } from '../../../domain/reply/group.ts';
import { Suppression } from '../../../domain/reply/suppression.ts';

/** Milliseconds since 1970, the form of instants in frequent events. */
const At = z.int();
const No = z.int().min(0);

/** The campaign's list documents: each replacement of the list is a new generation. */
export const ListRef = z.object({
  generation: z.string().regex(/^[a-f0-9]{8}$/),
  size: z.int().min(0),
  /** One for each document; older lists have none. */
  sums: z.array(z.string()).optional(),
});
export type ListRef = z.infer<typeof ListRef>;

/** The end of a suppression; `also`: the same person's other suppressed numbers, lifted with it. */
export const Lift = z.object({
  number: PhoneNumber,
  also: z.array(PhoneNumber).optional(),
  by: z.string(),
  at: Instant,
});
export type Lift = z.infer<typeof Lift>;

const Result = z.discriminatedUnion('to', [
  z.object({ to: z.literal('submitted'), messageId: z.string() }),
  z.object({ to: z.literal('queued') }),
  z.object({ to: z.literal('rejected'), reason: z.string() }),
  z.object({ to: z.literal('unconfirmed'), reason: z.string() }),
  z.object({ to: z.literal('skipped'), reason: z.string() }),
]);

/** A receipt that contradicts what is known: kept as evidence, changes nothing. */
export const Conflict = z.object({
  no: No,
  attempt: z.int(),
  status: z.string(),
  code: z.string().nullable(),
  at: Instant,
});
export type Conflict = z.infer<typeof Conflict>;

/** Who decided what about an unconfirmed recipient. */
export const Decision = z.object({ no: No, decision: z.enum(['release', 'close']), by: UserId, at: At });
export type Decision = z.infer<typeof Decision>;

/** Where a post is remembered: the campaign's card or message, a nudge, a note about people in doubt, a group, or one inbound message. */
const PostPlace = z.discriminatedUnion('of', [
  z.object({ of: z.literal('campaign'), campaignId: CampaignId, slot: z.enum(['review', 'message', 'counted']) }),
  z.object({ of: z.literal('nudge'), campaignId: CampaignId, nudge: NudgePost.omit({ post: true }) }),
  z.object({ of: z.literal('doubt'), campaignId: CampaignId, card: DoubtCard.omit({ post: true }) }),
  /** The first card of a group makes its record. */
  z.object({
    of: z.literal('group'),
    campaignId: CampaignId,
    says: z.string(),
    example: z.string(),
    instead: z.string().optional(),
  }),
  z.object({ of: z.literal('inbound'), conversationId: ConversationId, messageId: z.string() }),
]);
export type PostPlace = z.infer<typeof PostPlace>;

/** What a text, or a decision about one, does besides. */
const consequences = {
  suppress: Suppression.optional(),
  /** Of the other people who may have written. */
  suppressAlso: z.array(Suppression).optional(),
  lift: Lift.optional(),
  /** Where the person said they live. */
  residence: Residence.optional(),
  announcements: z.array(Announcement),
};

/** The text of a book of rules under its hash. */
const KeptBook = z.object({ hash: z.string(), text: z.string() });

/** Everything that can change in the store. One event is all or nothing, whatever it touches. */
export const Event = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('campaign_created'), campaign: Campaign, list: ListRef }),
  z.object({
    kind: z.literal('campaign_saved'),
    campaign: Campaign,
    list: ListRef.optional(),
    announcements: z.array(Announcement),
    /** The book of rules that the approval names; `instead`: the hashes of those that nothing needs any more. */
    book: KeptBook.extend({ instead: z.array(z.string()) }).optional(),
    /** The import that its list came with. */
    imported: z.string().optional(),
  }),
  z.object({
    kind: z.literal('group_saved'),
    campaignId: CampaignId,
    group: Group,
    announcements: z.array(Announcement),
  }),
  z.object({ kind: z.literal('campaign_discarded'), campaignId: CampaignId }),
  z.object({
    kind: z.literal('claimed'),
    campaignId: CampaignId,
    batch: z.object({ no: z.int().min(1), startedAt: Instant }),
    nos: z.array(No),
    /** Opted-out people met on the way. */
    optedOut: z.array(No),
    /** People met on the way who have another place on the list, under another spelling of their number. */
    repeated: z.array(No).optional(),
    /** People met on the way whom another campaign has texted lately, by the reason. */
    leftOut: z.record(z.string(), z.array(No)).optional(),
    /** Which rules were asked for which of `nos`; older events do not tell. */
    rules: z.record(z.string(), z.array(No)).optional(),
    at: At,
  }),
  /** Claims that never became durable, so that nobody sent them: back into the queue. */
  z.object({ kind: z.literal('unclaimed'), campaignId: CampaignId, batchNo: z.int(), nos: z.array(No), at: At }),
  z.object({
    kind: z.literal('recorded'),
    campaignId: CampaignId,
    no: No,
    /** The batch it was claimed for. */
    batchNo: z.int(),
    result: Result,
    at: At,
  }),
  z.object({ kind: z.literal('identified'), campaignId: CampaignId, no: No, messageId: z.string() }),
  z.object({
    kind: z.literal('receipt'),
    campaignId: CampaignId,
    no: No,
    to: RecipientState,
    messageId: z.string(),
    code: z.string().nullable(),
    at: At,
  }),
  z.object({ kind: z.literal('receipt_conflict'), campaignId: CampaignId, conflict: Conflict }),
  z.object({ kind: z.literal('abandoned'), campaignId: CampaignId, nos: z.array(No), at: At }),
  z.object({ kind: z.literal('queue_skipped'), campaignId: CampaignId, reason: z.string(), at: At }),
  z.object({ kind: z.literal('resolved'), campaignId: CampaignId, decision: Decision }),
  z.object({ kind: z.literal('receipts_expired'), campaignId: CampaignId, before: At, at: At }),
  z.object({ kind: z.literal('suppressed'), suppression: Suppression }),
  /** From a file: the older word of a person stays. */
  z.object({ kind: z.literal('suppressed_many'), suppressions: z.array(Suppression) }),
  z.object({ kind: z.literal('lifted'), lift: Lift, announcements: z.array(Announcement).optional() }),
  z.object({
    kind: z.literal('inbound'),
    message: InboundMessage,
    conversation: Conversation.omit({ messages: true, version: true }),
    ...consequences,
  }),
  z.object({ kind: z.literal('conversation_saved'), conversation: Conversation, ...consequences }),
  z.object({ kind: z.literal('conversations_abandoned'), ids: z.array(ConversationId) }),
  z.object({
    kind: z.literal('announced'),
    announcements: z.array(Announcement),
    /** The news that they tell, which nobody is told again; older events have none. */
    news: z.array(z.string()).optional(),
  }),
  z.object({
    kind: z.literal('announcement_done'),
    id: z.string(),
    post: Post.nullable(),
    place: PostPlace.nullable(),
  }),
  z.object({ kind: z.literal('reminder_saved'), reminder: Reminder, announcements: z.array(Announcement) }),
  z.object({ kind: z.literal('reminder_removed'), member: UserId }),
  z.object({ kind: z.literal('api_key_saved'), key: ApiKey, announcements: z.array(Announcement) }),
  /** Something has opened the folder; a question: the store is new. */
  z.object({ kind: z.literal('opened'), opening: Opening, question: FolderQuestion.optional() }),
  z.object({ kind: z.literal('folder_questioned'), question: FolderQuestion }),
  /** An admin says that the folder is as it is meant to be: marks from before `opening` no longer count. */
  z.object({ kind: z.literal('folder_vouched'), answer: FolderAnswer, opening: Opening }),
  /** A person's request in the chat, signed at that second, was taken. */
  z.object({ kind: z.literal('request_taken'), signedAt: z.int() }),
  z.object({ kind: z.literal('import_noted'), import: ListImport }),
  z.object({ kind: z.literal('import_ended'), id: z.string() }),
  z.object({ kind: z.literal('form_kept'), key: z.string(), form: KeptForm, forgotten: z.array(z.string()) }),
]);
export type Event = z.infer<typeof Event>;
export type EventOf<Kind extends Event['kind']> = Extract<Event, { kind: Kind }>;
