import type { CampaignId, Instant, PhoneNumber, SenderId, UserId } from '../domain/ids.ts';
import type { LeaveOut } from '../domain/leave-out/leave-out.ts';
import type { Many } from '../domain/many.ts';
import type { DeliveryReceipt, ReceiptEffect } from '../domain/recipient/delivery-receipt.ts';
import type { Claim, ListedRecipient, Recipient, StateCounts } from '../domain/recipient/recipient.ts';
import type { Cap } from '../domain/rules/cap.ts';

/* The people on the lists, with what became of each. */

export type Tally = {
  counts: StateCounts;
  batch: { no: number; startedAt: Instant; taken: number } | null;
  /** Queued people whom claims pass over because they are held, once nobody else is queued; 0 before. */
  held: number;
};

/** What the rules say now of everybody in a place, by its `placeKey`: a claim may take them, passes over them, or skips them: for
 * the cap, where that is what they waited for.
 * `rules`: the ids of those that were asked; kept with each claim. */
export type { Cap };

export type ByPlace = (place: string) => PlaceStanding;
export type PlaceStanding =
  | { kind: 'open'; caps: readonly Cap[]; rules?: readonly string[] }
  | { kind: 'wait' }
  | { kind: 'skip'; reason: string; caps?: readonly Cap[] };

export type RecipientReader = {
  /** How many are queued in each place, by its `placeKey`; '': nobody has asked where. */
  queuedByPlace(campaignId: CampaignId): Promise<readonly { place: string; queued: number }[]>;
  /** How many of those have opted out, in places where anybody has. */
  optedOutByPlace(campaignId: CampaignId): Promise<ReadonlyMap<string, number>>;
  /**
   * How many a claim by these rules may find. Once it has passed over everybody left, none, and `until` is the end of the
   * first cap that somebody has reached; null: nobody waits for one.
   */
  claimable(campaignId: CampaignId, byPlace: ByPlace, now: Date): Promise<{ people: number; until: Date | null }>;
  /** Synchronous look at where a recipient is taken to be now, by its `placeKey`: the last check before a request leaves. */
  placeNow(campaignId: CampaignId, no: number): string;
  tally(campaignId: CampaignId): Promise<Tally>;
  /** `behind`: only those behind this place of the list. */
  batchCounts(campaignId: CampaignId, batch: number, behind?: number): Promise<StateCounts>;
  /** The last place of the list that went out with this batch; -1: none. */
  lastOfBatch(campaignId: CampaignId, batch: number): Promise<number>;
  /** The last receipts that said what became of a message, as far down the list as there are any; the newest last. */
  lastReceipts(campaignId: CampaignId, most: number): Promise<readonly LastReceipt[]>;
  /**
   * How many got the text, or may have, by how many minutes ago something was last heard of it: up to each end, and more
   * than the last.
   */
  textedAgo(campaignId: CampaignId, ends: readonly number[], now: Date): Promise<number[]>;
  /** In list order, from position `from`, filtered by state when given. */
  page(
    campaignId: CampaignId,
    query: { from: number; limit: number; state?: Recipient['state'] },
  ): Promise<readonly Recipient[]>;
  get(campaignId: CampaignId, no: number): Promise<Recipient | undefined>;
  /** Of the list as it is stored now (`domain/list/hash.ts`), without building anybody. Rejects as soon as it is aborted. */
  hashOfList(campaignId: CampaignId, signal: AbortSignal): Promise<string | undefined>;
  /** Also if the rest of the row cannot be read. */
  numberOf(campaignId: CampaignId, no: number): Promise<PhoneNumber | undefined>;
  /** How many people who are to get this campaign's message one of the others has texted since the instant. */
  overlap(campaignId: CampaignId, others: readonly CampaignId[], since: Date): Promise<number>;
  /** How many people who are to get this campaign's message are still queued in others, and in which. */
  alsoQueued(
    campaignId: CampaignId,
    others: readonly CampaignId[],
  ): Promise<{ people: number; campaigns: readonly CampaignId[] }>;
  /**
   * Whom the rules leave out of these people: of each, the first rule that fits. A text that may have arrived
   * counts as one; the campaign itself never does.
   */
  leftOutOf(
    list: Many<Pick<ListedRecipient, 'number'>>,
    wish: { rules: LeaveOut; campaignId: CampaignId; now: Date },
  ): Promise<LeftOut>;
  /** How many queued people who have not opted out the campaign's own rule leaves out, texted by another one since. */
  textedMeanwhile(campaignId: CampaignId, now: Date): Promise<number>;
  /** How many get nothing of it because they opted out: queued ones as of now, skipped ones as of then. */
  leftOut(campaignId: CampaignId): Promise<number>;
  /** How many are skipped, by the stored reason. */
  skippedBecause(campaignId: CampaignId): Promise<Readonly<Record<string, number>>>;
  /** The person's recipient that was texted last, of this sender if there is one, else of any; with the list's number. */
  lastTexted(number: PhoneNumber, sender: SenderId): Promise<Recipient | undefined>;
  /** The person's places on the lists of these campaigns, in their order, in at most so many campaigns. */
  onLists(number: PhoneNumber, campaigns: readonly CampaignId[], most: number): Promise<readonly Recipient[]>;
  /** The recipients last texted at this number, newest first, a few at most. */
  texted(number: PhoneNumber): Promise<readonly Recipient[]>;
};

/** `code`: the provider's, where the message was not delivered. */
export type LastReceipt = { no: number; batch: number; isDelivered: boolean; code: string | null };

/** Whom rules leave out of a list, by position. */
export type LeftOut = {
  people: number;
  /** `at`: when something was last heard of that campaign’s text; null: the person is in it, texted or not. */
  of(no: number): { campaignId: CampaignId; at: Date | null } | undefined;
};

export interface RecipientStore extends RecipientReader {
  /**
   * Marks up to `limit` queued recipients as claimed, in list order. Gives nobody unless the campaign is running, and
   * never takes a batch beyond its size, nor by a pace that was changed since (`pace`: when it last had been). On the way, opted-out people become skipped, held ones are passed over, people
   * with another place on the list become skipped unless the provider refused that one, and so do people whom the
   * campaign leaves out because another one has texted them lately. `byPlace`: what the rules say of where they are: who has to
   * wait there, or has had as many texts as a cap allows, of all campaigns, is passed over. Left out: no rule is asked.
   */
  claim(
    campaignId: CampaignId,
    batch: { no: number; startedAt: Instant; size: number; pace?: Instant | null },
    limit: number,
    now: Date,
    byPlace?: ByPlace,
  ): Promise<readonly Claim[]>;
  /**
   * Writes what became of a claim. `queue`: surely not sent, back into the queue with the same attempt; `skip`: never
   * to be sent. Ignored unless that very claim still holds the recipient, except for a missing message id: a repeated
   * result of a returned claim must not touch the next one.
   */
  record(
    claim: Pick<Claim, 'campaignId' | 'no' | 'attempt' | 'claimedAt'>,
    result: ClaimResult,
    now: Date,
  ): Promise<void>;
  /** Takes effect once, in any order, any number of times. Resolves only when the effect is durable, also for `seen`. */
  receive(receipt: DeliveryReceipt): Promise<ReceiptEffect>;
  /**
   * Our reference of the recipient's message with this provider's id, for receipts without it. Only campaigns that send
   * or ended within four days, and about a million of their recipients, are searched.
   */
  refOf(messageId: string, now: Date): Promise<string | undefined>;
  /** Found claims are nobody's: they become unconfirmed(crash). Called once at start, before the first claim. */
  abandonClaims(now: Date): Promise<readonly { campaignId: CampaignId; nos: readonly number[] }[]>;
  /** Everybody still queued becomes skipped; returns how many. */
  skipQueued(campaignId: CampaignId, reason: string, now: Date): Promise<number>;
  /**
   * A named person's decision about one unconfirmed recipient: `release` queues it with the next attempt. False when it
   * is not unconfirmed, or its campaign sends nothing any more and it is to be released.
   */
  resolve(campaignId: CampaignId, no: number, decision: 'release' | 'close', by: UserId, now: Date): Promise<boolean>;
  /** Recipients submitted before the instant and still without a receipt become no_receipt. Returns how many. */
  expireReceipts(campaignId: CampaignId, before: Date, now: Date): Promise<number>;
}

export type ClaimResult =
  | { to: 'submitted'; messageId: string }
  | { to: 'queued' }
  | { to: 'rejected'; reason: string }
  | { to: 'unconfirmed'; reason: string }
  | { to: 'skipped'; reason: string };
