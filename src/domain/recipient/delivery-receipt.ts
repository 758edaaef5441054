import type { CampaignId, Instant } from '../ids.ts';
import type { RecipientState } from './recipient.ts';

/** What the provider's status webhook says of one message, in our words. */
export type DeliveryReceipt = {
  ref: string;
  messageId: string;
  status: 'submitted' | 'delivered' | 'undeliverable' | 'rejected';
  /** The provider's error code, when there is one. */
  code: string | null;
  /** The recipient's network, by its code, where the provider names it. */
  network?: string;
  at: Instant;
};

/** `seen`: repeated or outranked, nothing changed. `orphan`: no such recipient. `conflict`: a second, different final. */
export type ReceiptEffect =
  | { kind: 'applied'; campaignId: CampaignId; no: number; from: RecipientState; to: RecipientState }
  | { kind: 'seen' }
  | { kind: 'conflict'; campaignId: CampaignId; no: number }
  | { kind: 'orphan' };

const rank: Record<RecipientState, number> = {
  queued: 0,
  claimed: 1,
  unconfirmed: 2,
  closed: 2,
  submitted: 3,
  no_receipt: 4,
  delivered: 9,
  undeliverable: 9,
  rejected: 9,
  skipped: 9,
};

/** Receipts come in any order, any number of times: a state never moves down, and the first final one wins. */
export function mergeReceipt(
  state: RecipientState,
  status: DeliveryReceipt['status'],
): { kind: 'apply'; to: RecipientState } | { kind: 'seen' } | { kind: 'conflict' } {
  if (state === 'queued' || state === 'skipped') return { kind: 'conflict' };
  if (rank[status] > rank[state]) return { kind: 'apply', to: status };
  if (rank[state] === 9 && rank[status] === 9 && state !== status) return { kind: 'conflict' };
  return { kind: 'seen' };
}

/** Provider codes for people who do not want or may not get any more texts (STOP, blacklist, consent). */
export function meansOptedOut(code: string | null): boolean {
  return code === '1240' || code === '1483';
}
