import { z } from 'zod';
import type { CampaignId, Instant, PhoneNumber, UserId } from '../ids.ts';

/**
 * queued → claimed → submitted → delivered | undeliverable | rejected. `skipped`: never sent, with a reason.
 * `unconfirmed`: claimed, and nobody can know whether it went out. `closed`: a person gave up on an unconfirmed one.
 */
export const RecipientState = z.enum([
  'queued',
  'claimed',
  'unconfirmed',
  'submitted',
  'no_receipt',
  'delivered',
  'undeliverable',
  'rejected',
  'skipped',
  'closed',
]);
export type RecipientState = z.infer<typeof RecipientState>;

/** A stored row of the list: the values stand in the order of the campaign's `list.columns`. */
export type ListedRecipient = {
  number: PhoneNumber;
  values: readonly string[];
  /** Its line in the file; lists stored before lines were kept have none. */
  line?: number;
  /** The reason for which the campaign's rules leave the person out (`leftOutReason`): part of what is approved. */
  leftOut?: string;
  /** Where they may be, as `placeKey` writes it; lists stored before that was asked have none. */
  place?: string;
};

/** One phone number in one campaign. */
export type Recipient = {
  campaignId: CampaignId;
  /** Position in the list, from 0. */
  no: number;
  /** Its line in the file, if kept. */
  line?: number;
  /** Left out from the beginning: the reason, as on the list. */
  leftOut?: string;
  number: PhoneNumber;
  values: readonly string[];
  state: RecipientState;
  /** 1 until a person releases an unconfirmed recipient. */
  attempt: number;
  /** Why it was skipped, rejected or left unconfirmed: a short code such as `opted_out`, `crash`, `1240`. */
  reason: string | null;
  /** The provider's id of the message, once known. */
  messageId: string | null;
  /** The batch it went out with, from 1; 0 before. */
  batch: number;
  changedAt: Instant | null;
  /** Where they may be, by `placeKey`. */
  place?: string;
  /** The ids of the rules that the last claim had asked, with blanks between; none before, and of older claims. */
  rules?: string;
  /** Who last decided about it while it was unconfirmed. */
  decidedBy?: UserId;
};

/** An older claim is given up without sending: too much may have changed since it was made. */
export const claimLastsMs = 5_000;

/** A durable mark "about to send": the reference is on disk before the request leaves. */
export type Claim = {
  campaignId: CampaignId;
  no: number;
  attempt: number;
  number: PhoneNumber;
  values: readonly string[];
  claimedAt: Date;
  /** Where the person may be, by `placeKey`; empty: nobody has asked. */
  place: string;
};

export type StateCounts = Record<RecipientState, number>;

export function noCounts(): StateCounts {
  return Object.fromEntries(RecipientState.options.map((state) => [state, 0])) as StateCounts;
}

/** Our reference at the provider: opaque, no personal data, at most 40 characters. */
export function clientRef(claim: { campaignId: CampaignId; no: number; attempt: number }): string {
  return `v1.${claim.campaignId}.${claim.no}.${claim.attempt}`;
}

export function readClientRef(ref: string): { campaignId: CampaignId; no: number; attempt: number } | undefined {
  const match = /^v1\.([a-z2-9]{8})\.(\d{1,9})\.(\d{1,3})$/.exec(ref);
  if (!match) return undefined;
  return { campaignId: match[1] as CampaignId, no: Number(match[2]), attempt: Number(match[3]) };
}
