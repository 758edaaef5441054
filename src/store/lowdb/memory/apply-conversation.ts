import type { Post } from '../../../domain/campaign/campaign.ts';
import type { CampaignId, ConversationId, PhoneNumber } from '../../../domain/ids.ts';
import { type PersonKey, personKey } from '../../../domain/phone/person.ts';
import { type Conversation, type InboundMessage, isUnanswered } from '../../../domain/reply/conversation.ts';
import { createTurns } from '../../../domain/turns.ts';
import { conversationsDocument } from './document-names.ts';
import type { EventOf, PostPlace } from './events.ts';
import { type Memory, touch } from './memory.ts';

export function conversationWith(
  memory: Memory,
  campaignId: CampaignId | null,
  number: PhoneNumber,
): Conversation | undefined {
  return conversationsOf(memory, campaignId, number).sort(openAndLatestFirst)[0];
}

/** One person's under one campaign. A second one is never made; former stores have some. */
export function conversationsOf(memory: Memory, campaignId: CampaignId | null, number: PhoneNumber): Conversation[] {
  const { byId, byPlace } = memory.conversations;
  const ids = byPlace.get(campaignId)?.get(personKey(number)) ?? [];
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** What the person has written under any campaign, including what is filed under another person and may be theirs. */
export function writtenBy(memory: Memory, number: PhoneNumber): { own: Conversation[]; perhaps: Conversation[] } {
  const { byId, byPlace, perhapsOf } = memory.conversations;
  const perhaps = [...(perhapsOf.get(personKey(number)) ?? [])].flatMap((id) => byId.get(id) ?? []);
  return { own: [...byPlace.keys()].flatMap((campaignId) => conversationsOf(memory, campaignId, number)), perhaps };
}

/** Another person's text that may be this person's? */
export function mayBeTheirs(message: Conversation['messages'][number], number: PhoneNumber): message is InboundMessage {
  if (message.direction !== 'in') return false;
  return (message.mayBeOf ?? []).some((other) => personKey(other) === personKey(number));
}

/** All under one campaign. */
export function conversationsIn(memory: Memory, campaignId: CampaignId | null): Conversation[] {
  return [...eachIn(memory, campaignId)];
}

/** The same, while others get their turn: there may be a hundred thousand. */
export async function conversationsInTurns(memory: Memory, campaignId: CampaignId | null): Promise<Conversation[]> {
  const turns = createTurns();
  const found: Conversation[] = [];
  for (const conversation of eachIn(memory, campaignId)) {
    found.push(conversation);
    if (found.length % turnsEvery === 0 && turns.areDue()) await turns.give();
  }
  return found;
}

const turnsEvery = 1_000;

function* eachIn({ conversations: { byId, byPlace } }: Memory, campaignId: CampaignId | null): Generator<Conversation> {
  for (const ids of byPlace.get(campaignId)?.values() ?? []) {
    for (const id of ids) {
      const conversation = byId.get(id);
      if (conversation) yield conversation;
    }
  }
}

/** The same in whatever order the documents were read. */
function openAndLatestFirst(a: Conversation, b: Conversation): number {
  const isHandled = ({ status }: Conversation) => Number(status === 'handled');
  const latest = ({ messages }: Conversation) => Math.max(...messages.map(({ at }) => Date.parse(at)), 0);
  return isHandled(a) - isHandled(b) || latest(b) - latest(a) || (a.id < b.id ? -1 : 1);
}

export function addInbound(memory: Memory, { conversation, message }: EventOf<'inbound'>): void {
  if (!touch(memory, conversationsDocument(conversation.campaignId, conversation.id))) return;
  const known = memory.conversations.byId.get(conversation.id);
  const { status, handledBy, outcome } = conversation;
  const taken = { status, handledBy, ...(outcome !== undefined && { outcome }) };
  putConversation(
    memory,
    known
      ? { ...known, ...taken, version: known.version + 1, messages: [...known.messages, message] }
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
  const index = known.messages.findLastIndex(({ direction, id }) => direction === 'in' && id === place.messageId);
  const message = known.messages[index];
  if (message?.direction !== 'in') return;
  // No index changes by it, and one phone may have written thousands.
  const messages = known.messages.with(index, { ...message, post });
  memory.conversations.byId.set(known.id, { ...known, version: known.version + 1, messages });
}

/** Puts one conversation in, replacing its former self, and keeps every index true. */
export function putConversation(memory: Memory, conversation: Conversation): void {
  const { byId, byPlace, perhapsOf, unanswered, inboundIds } = memory.conversations;
  const { id, campaignId } = conversation;
  const before = byId.get(id);
  byId.set(id, conversation);
  if (!before) indexConversation(byPlace, conversation);
  const waiting = unanswered.get(campaignId) ?? new Set();
  unanswered.set(campaignId, waiting);
  if (isUnanswered(conversation)) waiting.add(id);
  else waiting.delete(id);
  for (const message of conversation.messages) {
    if (message.direction !== 'in') continue;
    inboundIds.add(message.id);
    for (const number of message.mayBeOf ?? []) {
      const key = personKey(number);
      perhapsOf.set(key, (perhapsOf.get(key) ?? new Set()).add(id));
    }
  }
}

function indexConversation(
  byPlace: Memory['conversations']['byPlace'],
  { id, campaignId, number }: Conversation,
): void {
  const people = byPlace.get(campaignId) ?? new Map<PersonKey, readonly ConversationId[]>();
  const key = personKey(number);
  byPlace.set(campaignId, people.set(key, [...(people.get(key) ?? []), id]));
}
