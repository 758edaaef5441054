import type { Announcement } from '../../../src/domain/campaign/announcement.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import type { DeliveryReceipt } from '../../../src/domain/recipient/delivery-receipt.ts';
import type { Claim } from '../../../src/domain/recipient/recipient.ts';
import { clientRef, type ListedRecipient } from '../../../src/domain/recipient/recipient.ts';
import type { Conversation } from '../../../src/domain/reply/conversation.ts';
import type { ReceivedMessage } from '../../../src/ports/conversations.ts';
import type { Store } from '../../../src/ports/store.ts';
import { aCampaign, aConversation, aNumber, anInbound, campaignId, conversationId } from '../../support/builders.ts';

export const now = new Date('2026-11-23T15:00:00.000Z');
export const later = new Date('2026-11-23T15:01:00.000Z');
export const startedAt = now.toISOString();

/** The first batch, large enough for everybody unless told. */
export function aBatch(size = 100_000, no = 1): { no: number; startedAt: string; size: number } {
  return { no, startedAt, size };
}

/** People called Person 0, Person 1, … */
export function aList(size: number): ListedRecipient[] {
  return Array.from({ length: size }, (_, no) => ({ number: aNumber(no), values: [`Person ${no}`] }));
}

/** A running campaign with so many queued recipients. */
export async function startCampaign(store: Store, size: number, overrides: Partial<Campaign> = {}): Promise<Campaign> {
  return store.campaigns.create(aCampaign(overrides), aList(size));
}

export async function claimAll(store: Store, limit = 100_000): Promise<readonly Claim[]> {
  return store.recipients.claim(campaignId, aBatch(), limit, now);
}

export async function nosClaimed(store: Store, limit: number, batch = aBatch()): Promise<number[]> {
  return (await store.recipients.claim(campaignId, batch, limit, now)).map(({ no }) => no);
}

/** Claims one recipient and records its message as accepted. */
export async function submitFirst(store: Store): Promise<Claim> {
  const [claim] = await store.recipients.claim(campaignId, aBatch(), 1, now);
  if (!claim) throw new Error('Nobody could be claimed.');
  await store.recipients.record(claim, { to: 'submitted', messageId: aMessageId(claim.no) }, now);
  return claim;
}

export function aMessageId(no: number): string {
  return `aaaaaaaa-bbbb-4ccc-8ddd-${String(no).padStart(12, '0')}`;
}

export function aReceipt(no: number, overrides: Partial<DeliveryReceipt> & { attempt?: number } = {}): DeliveryReceipt {
  const { attempt = 1, ...rest } = overrides;
  const ref = clientRef({ campaignId, no, attempt });
  return { ref, messageId: aMessageId(no), status: 'delivered', code: null, at: later.toISOString(), ...rest };
}

/** A conversation without its texts, as it comes with one of them. */
export function aConversationHead(overrides: Partial<Conversation> = {}): ReceivedMessage['conversation'] {
  const { messages: _messages, version: _version, ...head } = aConversation(overrides);
  return head;
}

/** The first text of that conversation, with nothing else that it causes. */
export function received(overrides: Partial<ReceivedMessage> = {}): ReceivedMessage {
  return { message: anInbound(), conversation: aConversationHead(), announcements: [], ...overrides };
}

/** What is to be posted of that text. */
export const owed = {
  id: 'a1',
  at: startedAt,
  kind: 'inbound',
  campaignId,
  channel: null,
  conversationId,
  messageId: 'in-1',
} as const satisfies Announcement;

/** What holds now must hold after a restart too. */
export async function* nowAndReopened(store: Store, reopen: () => Promise<Store>): AsyncGenerator<Store> {
  yield store;
  yield await reopen();
}
