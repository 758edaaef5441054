import type { KeptForm } from '../../../domain/answering/kept-form.ts';
import type { ApiKey } from '../../../domain/api-key.ts';
import type { Announcement } from '../../../domain/campaign/announcement.ts';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { ListImport } from '../../../domain/campaign/list-import.ts';
import { type FolderKnowledge, unknownFolder } from '../../../domain/folder-standing.ts';
import type { CampaignId, ConversationId, PhoneNumber, UserId } from '../../../domain/ids.ts';
import type { Reminder } from '../../../domain/nudge/reminder.ts';
import type { PersonKey } from '../../../domain/phone/person.ts';
import type { Residence } from '../../../domain/place/residence.ts';
import type { Conversation } from '../../../domain/reply/conversation.ts';
import type { Group } from '../../../domain/reply/group.ts';
import type { Suppression } from '../../../domain/reply/suppression.ts';
import type { Tally } from '../../../ports/recipients.ts';
import type { CampaignPosts } from '../../../ports/store.ts';
import { stateDocumentOf, suppressionShards } from './document-names.ts';
import type { Conflict, Decision, Lift, ListRef } from './events.ts';
import type { NumberColumn } from './number-column.ts';
import type { RecipientColumns } from './recipient-columns.ts';

/** What is known now: always the documents plus the events after them. */
export type Memory = {
  /** The newest event that was applied. */
  seq: number;
  readonly campaigns: Map<CampaignId, CampaignMemory>;
  readonly origins: Map<string, CampaignId>;
  readonly suppressions: SuppressionMemory;
  readonly conversations: ConversationMemory;
  readonly announcements: Map<string, Announcement>;
  /** What is told once, by its name. */
  readonly toldNews: Set<string>;
  readonly reminders: Map<UserId, Reminder>;
  readonly residences: Map<PersonKey, Residence>;
  /** By their ids, with revoked ones. */
  readonly apiKeys: Map<string, ApiKey>;
  folder: FolderKnowledge;
  /** In seconds: people's requests signed until then have been taken. */
  takenUntil: number | null;
  /** By their keys. */
  readonly forms: Map<string, KeptForm>;
  readonly imports: Map<string, ListImport>;
  /** Texts of books of rules, by their hashes. */
  readonly books: Map<string, string>;
  /** The newest event that each document contains. */
  readonly documents: Map<string, number>;
  /** Documents that are newer here than on disk. */
  readonly dirty: Set<string>;
  /** Deleted documents, by the event that did it: they may still be on disk. */
  readonly discarded: Map<string, number>;
  /** Documents that the event being applied has changed. */
  readonly touched: Set<string>;
};

export type CampaignMemory = {
  campaign: Campaign;
  list: ListRef;
  posts: CampaignPosts;
  /** The oldest first. */
  groups: readonly Group[];
  batch: Tally['batch'];
  readonly conflicts: Conflict[];
  readonly decisions: Decision[];
  columns: RecipientColumns;
  /** Empty until the list documents are read. */
  numbers: NumberColumn;
};

export type SuppressionMemory = {
  /** By the literal number, like the documents. */
  readonly shards: readonly SuppressionShard[];
  /** Numbers in the shards that are not their person's key: few. With the key itself, these are all of a person. */
  readonly otherSpellings: Map<PersonKey, Set<PhoneNumber>>;
  /** Numbers of records on which nobody has decided. */
  readonly held: Set<PhoneNumber>;
  /** The people of records that name a campaign. */
  readonly byCampaign: Map<CampaignId, Set<PhoneNumber>>;
};

type SuppressionShard = {
  readonly current: Map<PhoneNumber, Suppression>;
  /** Evidence of who lifted what. */
  readonly lifted: { was: Suppression; lift: Lift }[];
};

type ConversationMemory = {
  readonly byId: Map<ConversationId, Conversation>;
  /** By campaign, then by person: more than one each only in stores older than person keys. */
  readonly byPlace: Map<CampaignId | null, Map<PersonKey, readonly ConversationId[]>>;
  /** Other people's, with texts that this person may have written: see `mayBeOf`. */
  readonly perhapsOf: Map<PersonKey, Set<ConversationId>>;
  readonly unanswered: Map<CampaignId | null, Set<ConversationId>>;
  readonly inboundIds: Set<string>;
};

export function emptyMemory(): Memory {
  return {
    seq: 0,
    campaigns: new Map(),
    origins: new Map(),
    suppressions: {
      shards: Array.from({ length: suppressionShards }, () => ({ current: new Map(), lifted: [] })),
      otherSpellings: new Map(),
      held: new Set(),
      byCampaign: new Map(),
    },
    conversations: {
      byId: new Map(),
      byPlace: new Map(),
      perhapsOf: new Map(),
      unanswered: new Map(),
      inboundIds: new Set(),
    },
    announcements: new Map(),
    toldNews: new Set(),
    reminders: new Map(),
    residences: new Map(),
    apiKeys: new Map(),
    folder: unknownFolder(),
    takenUntil: null,
    forms: new Map(),
    imports: new Map(),
    books: new Map(),
    documents: new Map(),
    dirty: new Set(),
    discarded: new Map(),
    touched: new Set(),
  };
}

/**
 * May the event being applied change this document? Not when the document was written after that event and so contains
 * it. Documents are written at different moments, so each is asked about.
 */
export function touch(memory: Memory, document: string): boolean {
  if (memory.touched.has(document)) return true;
  if ((memory.documents.get(document) ?? 0) >= memory.seq) return false;
  memory.documents.set(document, memory.seq);
  memory.touched.add(document);
  memory.dirty.add(document);
  return true;
}

export function touchRecipient(memory: Memory, campaignId: CampaignId, no: number): boolean {
  return touch(memory, stateDocumentOf(campaignId, no));
}
