import type { KeptForm } from '../domain/answering/kept-form.ts';
import type { ApiKey } from '../domain/api-key.ts';
import type { Announcement, DoubtCard, NudgePost } from '../domain/campaign/announcement.ts';
import type { Campaign, Post } from '../domain/campaign/campaign.ts';
import type { ListImport } from '../domain/campaign/list-import.ts';
import type { FolderMark, FolderQuestion, MarkVerdict } from '../domain/folder-standing.ts';
import type { CampaignId, Instant, PhoneNumber, UserId } from '../domain/ids.ts';
import type { Many } from '../domain/many.ts';
import type { Reminder } from '../domain/nudge/reminder.ts';
import type { Residence } from '../domain/place/residence.ts';
import type { ListedRecipient } from '../domain/recipient/recipient.ts';
import type { Group } from '../domain/reply/group.ts';
import type { Suppression } from '../domain/reply/suppression.ts';
import type { ConversationReader, ConversationStore } from './conversations.ts';
import type { RecipientReader, RecipientStore } from './recipients.ts';

/** The reading half of the store: it can change nothing and claim nobody. */
export type StoreReader = {
  readonly campaigns: CampaignReader;
  readonly recipients: RecipientReader;
  readonly suppressions: SuppressionReader;
  readonly conversations: ConversationReader;
  readonly residences: ResidenceReader;
  readonly folder: FolderReader;
  trouble(): string | undefined;
};

/**
 * The only memory. Every promise resolves when its change is durable, and rejects with a StorageError when it may not
 * be. Each method is atomic: no caller can race another.
 */
export type Store = {
  readonly campaigns: CampaignStore;
  readonly recipients: RecipientStore;
  readonly suppressions: SuppressionStore;
  readonly conversations: ConversationStore;
  readonly residences: ResidenceReader;
  readonly announcements: AnnouncementStore;
  readonly reminders: ReminderStore;
  readonly folder: FolderStore;
  readonly requests: RequestStore;
  readonly forms: FormStore;
  readonly apiKeys: ApiKeyStore;
  readonly imports: ImportStore;
  /** Resolves when everything readable now is durable: before anybody is told of another's changes. */
  durable(): Promise<void>;
  /** Undefined while changes can be made durable; otherwise what is wrong, as a sentence. */
  trouble(): string | undefined;
  close(): Promise<void>;
};

export class StorageError extends Error {
  override readonly name = 'StorageError';
  /** The store was closed in order: trying again is useless. */
  readonly isClosed: boolean;
  /** The stored data is not what was written: trying again is useless before somebody has repaired it. */
  readonly isDamage: boolean;

  constructor(message: string, { isClosed = false, isDamage = false } = {}) {
    super(message);
    this.isClosed = isClosed;
    this.isDamage = isDamage;
  }
}

type CampaignReader = {
  get(id: CampaignId): Promise<Campaign | undefined>;
  /**
   * Synchronous look into what is known now, for the last check before a request leaves. With `paceChangedAt`: only while
   * its pace was last changed then (null: never).
   */
  isRunning(id: CampaignId, paceChangedAt?: Instant | null): boolean;
  /** All campaigns, newest first. */
  list(): Promise<readonly Campaign[]>;
  posts(id: CampaignId): Promise<CampaignPosts>;
  /** Synchronous look at the text of the book of rules with that hash: undefined when it was never kept. */
  book(hash: string): string | undefined;
  /** What is kept of its open conversations that say the same: the oldest first. */
  groups(id: CampaignId): Promise<readonly Group[]>;
};

export interface CampaignStore extends CampaignReader {
  /** The campaign and its list become visible together. For a second one of the same origin the first is returned. */
  create(campaign: Campaign, list: Many<ListedRecipient>): Promise<Campaign>;
  /**
   * Compare-and-set: stored with the next version, together with the announcements that the change owes and the book of
   * rules that its approval names, only while the stored version is the given one. Also stale: an approved campaign that would be over while somebody is queued or
   * claimed, or would get the size of a batch that has begun. A new list replaces the old one in the same step (drafts only);
   * the import that it came with, if that was noted, tells from then on that it is stored.
   */
  save(
    campaign: Campaign,
    also?: {
      announcements?: readonly Announcement[];
      list?: Many<ListedRecipient>;
      book?: KeptBook;
      imported?: ListImport['id'];
    },
  ): Promise<Campaign | 'stale'>;
  /**
   * Compare-and-set on the version, together with the announcements that the change owes; version 0 makes a new one. Its
   * post stays as it is known.
   */
  saveGroup(
    id: CampaignId,
    group: Omit<Group, 'post'>,
    also?: { announcements?: readonly Announcement[] },
  ): Promise<Group | 'stale'>;
  /**
   * Deletes a draft that was never submitted, with its list. False, and nothing changes, for a missing draft, another
   * version or anything else: what others have seen stays.
   */
  discard(id: CampaignId, version?: number): Promise<boolean>;
}

/** A book of rules as text under its hash. It is kept once, as long as campaigns name it that may still text somebody. */
export type KeptBook = { hash: string; text: string };

/** Where the campaign stands in the chat: its review card, and the message whose thread is the campaign's. */
export type CampaignPosts = {
  review: Post | null;
  message: Post | null;
  /** The card of the answers that were counted by themselves. */
  counted?: Post | null | undefined;
  /** The last nudge of each step. */
  nudges?: readonly NudgePost[] | undefined;
  /** The newest notes about people in doubt. */
  doubts?: readonly DoubtCard[] | undefined;
};

/** For people: every number stands for the person who has it, in any spelling (see `personKey`). */
type SuppressionReader = {
  get(number: PhoneNumber): Promise<Suppression | undefined>;
  /** Synchronous look into what is known now, for the last check before a request leaves. */
  blocks(number: PhoneNumber): boolean;
  /** Those of the numbers whose people have opted out. */
  among(numbers: Iterable<PhoneNumber>): Promise<ReadonlySet<PhoneNumber>>;
  /** The people opted out by the carrier's word about a message of this campaign. */
  reportedIn(campaignId: CampaignId): Promise<readonly PhoneNumber[]>;
  /** Of people. */
  count(): Promise<number>;
  /** Those on which nobody has decided yet. Its cost grows with them, not with all suppressions. */
  held(): Promise<readonly Suppression[]>;
  /** All of them, in no order, some thousands at a time: each page as it is then. */
  pages(): AsyncIterable<readonly Suppression[]>;
};

export interface SuppressionStore extends SuppressionReader {
  /**
   * Idempotent for each person; an opt-out beats a hold, and the first of a kind stays. Of a later one only its moment
   * is kept: an earlier START lifts nothing.
   */
  add(suppression: Suppression): Promise<void>;
  /**
   * Opt-outs known elsewhere, in one step: of two of a person the older word stays, with the moment of the newest; an
   * undated one changes nothing for whom is opted out already. The same again changes nothing. Tells how many people
   * were opted out by it, and how many were already.
   */
  addMany(optOuts: readonly Suppression[]): Promise<{ added: number; known: number }>;
  /** Lifts everything of the person and owes the announcements in one step. False, without a change, if nothing was there. */
  remove(number: PhoneNumber, by: string, at: Instant, announcements?: readonly Announcement[]): Promise<boolean>;
}

/** Where people said they live: stored with the conversation in which a member noted it. */
export type ResidenceReader = { get(number: PhoneNumber): Promise<Residence | undefined> };

/** The outbox: what the team is owed, in order. */
export type AnnouncementStore = {
  add(announcements: readonly Announcement[]): Promise<void>;
  /** Together with the names of the news that they tell. False, and nothing changes, when all of these were told before. */
  addOnce(news: readonly string[], announcements: readonly Announcement[]): Promise<boolean>;
  pending(): Promise<readonly Announcement[]>;
  /** Removes it; `post` is remembered where its kind belongs: the campaign's posts, or the inbound message. */
  done(id: string, post: Post | null): Promise<void>;
};

/** What the store knows of its own place: enough to notice that it is new, or older than the world. */
type FolderReader = {
  /** What an admin has to answer before anything is sent, as known now; null: nothing. Synchronous. */
  question(): FolderQuestion | null;
  /**
   * What is durable now, to be kept outside and compared at a later start. Null while the folder may be older than the
   * world: then the outside mark is the better witness.
   */
  mark(): FolderMark | null;
  /** Is that still so, and nobody has been asked to decide? */
  isInDoubt(): boolean;
};

export interface FolderStore extends FolderReader {
  /** How often it has been opened, and whether this opening made it. */
  openedAs(): { epoch: number; isNew: boolean };
  /** What a mark kept outside says about this folder. */
  compare(mark: FolderMark): MarkVerdict;
  /** Roughly until when it knows what happened; null: it does not tell. */
  knownUntil(): Instant | null;
  /** Nobody can tell yet whether it is older than the world. */
  doubt(is: boolean): void;
  /** May anything be sent from it? Synchronous, for the last look before a claim. */
  isSound(): boolean;
  /** Asks; an open question stays as it is, except that of a new folder that turns out to be an old one. */
  ask(question: FolderQuestion): Promise<void>;
  /** An admin's answer: once for each question. Marks kept outside before it no longer count. */
  vouch(by: UserId, at: Instant): Promise<void>;
}

/** When members want to be told what waits for them: one for each member. */
export type ReminderStore = {
  all(): Promise<readonly Reminder[]>;
  get(member: UserId): Promise<Reminder | undefined>;
  /** In place of the member's former one, together with the announcements that go with it. */
  save(reminder: Reminder, announcements?: readonly Announcement[]): Promise<void>;
  remove(member: UserId): Promise<void>;
};

/** What people asked for in the chat, so that no request from before a restart acts again. */
export type RequestStore = {
  /** In seconds by the signer's clock: requests signed until then have been taken. Null: none ever was. */
  takenUntil(): number | null;
  /** Resolves when it is known: durable before anything that the request changes. */
  take(signedAt: number): Promise<void>;
};

/** Lists whose reading was begun and has not ended: the note of one goes only when its draft exists, or its author was told. */
export type ImportStore = {
  all(): Promise<readonly ListImport[]>;
  /** In place of a former note of the same id. */
  note(one: ListImport): Promise<void>;
  end(id: string): Promise<void>;
};

/** What people entered in forms that they have not submitted yet. */
export type FormStore = {
  /** Takes the place of what was kept under the key. Forgets forms older than a week, and a person's oldest above twenty. */
  keep(key: string, form: KeptForm): Promise<void>;
  /** Undefined when nothing was kept under it, or it is forgotten. */
  get(key: string): Promise<KeptForm | undefined>;
};

/** Keys of other programs. Reading is synchronous where each request asks. */
export type ApiKeyStore = {
  /** With revoked ones, in the order in which they were made. */
  all(): Promise<readonly ApiKey[]>;
  /** Is there one that is not revoked? */
  isAny(): boolean;
  get(id: string): ApiKey | undefined;
  /** Together with what the team is told. Nothing changes when a live key has that name, in any letter case, or there are too many. */
  add(key: ApiKey, announcements?: readonly Announcement[]): Promise<'added' | 'taken' | 'full'>;
  /** Together with what the team is told. False, and nothing changes, when there is no such key or it was revoked before. */
  revoke(id: string, revoked: { by: UserId; at: Instant }, announcements?: readonly Announcement[]): Promise<boolean>;
  /** Kept at most once an hour. */
  used(id: string, at: Date): Promise<void>;
};
