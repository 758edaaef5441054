import type { CampaignId, PhoneNumber } from '../../domain/ids.ts';
import {
  type DeliveryReceipt,
  meansOptedOut,
  mergeReceipt,
  type ReceiptEffect,
} from '../../domain/recipient/delivery-receipt.ts';
import { readClientRef } from '../../domain/recipient/recipient.ts';
import { readConversationRef } from '../../domain/reply/conversation.ts';
import type { Store } from '../../ports/store.ts';
import type { Deps } from '../deps.ts';
import { isTestRef } from '../new-id.ts';
import { createDeliveryWatch } from './delivery-watch.ts';
import { toldOwner } from './own-phone-news.ts';

/** What the provider tells later about a message. */
export type Receipts = {
  /** Resolves when the effect is durable; safe to repeat, in any order. */
  receive(receipt: DeliveryReceipt): Promise<ReceiptEffect>;
};

export function createReceipts(deps: Deps): Receipts {
  const { store, announcer, log } = deps;
  const watch = createDeliveryWatch(deps);

  return {
    receive: async (told) => {
      const receipt = told.ref === '' ? await withRef(deps, told) : told;
      if (readConversationRef(receipt.ref)) return receiveForAnswer(deps, receipt);
      // A test to the author's own phone is on nobody's list.
      if (isTestRef(receipt.ref)) return { kind: 'seen' };
      const ref = readClientRef(receipt.ref);
      // The opt-out comes first: should we stop between the two, the repeated webhook completes the rest.
      if (ref && meansOptedOut(receipt.code)) await suppress(deps, ref, receipt);

      const effect = await store.recipients.receive(receipt);
      if (effect.kind === 'applied') {
        announcer.refresh(effect.campaignId);
        await watch.observe(receipt, effect);
      }
      if (effect.kind === 'conflict' || effect.kind === 'orphan') {
        log.warn({ effect: effect.kind, ref: receipt.ref, status: receipt.status }, 'A delivery receipt did not fit');
      }
      return effect;
    },
  };
}

/**
 * The provider may leave our reference out; then its own id leads to the recipient, once the answer to the request has
 * told it. Without a reference, receipts of answers in conversations, and those that come before the answer, stay orphans.
 */
async function withRef({ store, clock }: Deps, receipt: DeliveryReceipt): Promise<DeliveryReceipt> {
  const ref = await store.recipients.refOf(receipt.messageId, clock.now());
  return ref === undefined ? receipt : { ...receipt, ref };
}

async function suppress(
  { store }: Deps,
  ref: NonNullable<ReturnType<typeof readClientRef>>,
  receipt: DeliveryReceipt,
): Promise<void> {
  const number = await store.recipients.numberOf(ref.campaignId, ref.no);
  if (number) await optOut(store, { number, campaignId: ref.campaignId }, receipt);
}

function optOut(
  store: Store,
  { number, campaignId }: { number: PhoneNumber; campaignId: CampaignId | null },
  { at }: DeliveryReceipt,
): Promise<void> {
  const known = { number, kind: 'opted_out' as const, at, source: 'carrier' };
  return store.suppressions.add(campaignId ? { ...known, campaignId } : known);
}

async function receiveForAnswer(deps: Deps, receipt: DeliveryReceipt): Promise<ReceiptEffect> {
  const { store, announcer } = deps;
  const ref = readConversationRef(receipt.ref);
  for (;;) {
    const conversation = ref && (await store.conversations.get(ref.conversationId));
    const message = conversation?.messages.find((candidate) => candidate.id === receipt.ref);
    if (!conversation || message?.direction !== 'out') return { kind: 'orphan' };
    if (meansOptedOut(receipt.code)) await optOut(store, conversation, receipt);

    const merged = mergeReceipt(message.state === 'not_sent' ? 'queued' : message.state, receipt.status);
    if (merged.kind !== 'apply') return { kind: 'seen' };
    const changed = { ...message, state: receipt.status, reason: receipt.code };
    const messages = conversation.messages.map((candidate) => (candidate === message ? changed : candidate));
    const announcements = await toldOwner(deps, changed);
    const saved = await store.conversations.save({ ...conversation, messages }, { announcements });
    if (saved === 'stale') continue;

    if (announcements.length > 0) announcer.wake();
    if (conversation.campaignId) announcer.refresh(conversation.campaignId);
    return { kind: 'seen' };
  }
}
