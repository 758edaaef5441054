import type { Post } from '../../domain/campaign.ts';
import type { CampaignId, ConversationId, PhoneNumber } from '../../domain/ids.ts';
import { type Conversation, isUnanswered } from '../../domain/reply/conversation.ts';
import { conversationsDocument } from './document-names.ts';
import type { EventOf, PostPlace } from './events.ts';
import { type Memory, touch } from './memory.ts';

export function conversationWith(
  memory: Memory,
  campaignId: CampaignId | null,
  number: PhoneNumber,
): Conversation | undefined {
  const id = memory.conversations.byPlace.get(campaignId)?.get(number);
  return id && memory.conversations.byId.get(id);
}

export function addInbound(memory: Memory, { conversation, message }: EventOf<'inbound'>): void {
  if (!touch(memory, conversationsDocument(conversation.campaignId, conversation.id))) return;
  const known = memory.conversations.byId.get(conversation.id);
  const { status, handledBy } = conversation;
  putConversation(
    memory,
    known
      ? { ...known, status, handledBy, version: known.version + 1, messages: [...known.messages, message] }
      : { ...conversation, version: 1, messages: [message] },
  );
}

export function saveConversation(memory: Memory, conversation: Conversation): void {
  if (touch(memory, conversationsDocument(conversation.campaignId, conversation.id))) {
    putConversation(memory, conversation);
  }
}

export function abandonConversations(memory: Memory, ids: readonly ConversationId[]): void {
  for (const id of ids) {
    const known = memory.conversations.byId.get(id);
    if (!known || !touch(memory, conversationsDocument(known.campaignId, id))) continue;
    const messages = known.messages.map((message) =>
      message.direction === 'out' && message.state === 'claimed'
        ? { ...message, state: 'unconfirmed' as const, reason: 'crash' }
        : message,
    );
    putConversation(memory, { ...known, version: known.version + 1, messages });
  }
}

export function setInboundPost(memory: Memory, place: Extract<PostPlace, { of: 'inbound' }>, post: Post): void {
  const known = memory.conversations.byId.get(place.conversationId);
  if (!known || !touch(memory, conversationsDocument(known.campaignId, known.id))) return;
  const messages = known.messages.map((message) =>
    message.direction === 'in' && message.id === place.messageId ? { ...message, post } : message,
  );
  putConversation(memory, { ...known, version: known.version + 1, messages });
}

/** Puts one conversation in, in place of its former self, and keeps every index true. */
export function putConversation(memory: Memory, conversation: Conversation): void {
  const { byId, byPlace, unanswered, inboundIds } = memory.conversations;
  const { id, campaignId, number } = conversation;
  const before = byId.get(id);
  byId.set(id, conversation);
  const numbers = byPlace.get(campaignId) ?? new Map<PhoneNumber, ConversationId>();
  byPlace.set(campaignId, numbers.set(number, id));
  const change = Number(isUnanswered(conversation)) - Number(before !== undefined && isUnanswered(before));
  if (change !== 0) unanswered.set(campaignId, (unanswered.get(campaignId) ?? 0) + change);
  for (const message of conversation.messages) {
    if (message.direction === 'in') inboundIds.add(message.id);
  }
}
