import type { Announcement } from '../../../domain/campaign/announcement.ts';
import type { Campaign, Post } from '../../../domain/campaign/campaign.ts';
import {
  asksForPeople,
  type Conversation,
  type InboundMessage,
  waitsFrom,
} from '../../../domain/reply/conversation.ts';
import type { Store } from '../../../ports/store.ts';
import type { Clock } from '../../../ports/world.ts';
import { type CrowdLine, crowdCard } from '../../ui/messages/replies/crowd.ts';
import type { Message } from '../../ui/parts/message.ts';
import { cardOf, firstOn, isSame } from '../plan/card-plan.ts';

type Facts = {
  store: Pick<Store, 'conversations' | 'suppressions'>;
  clock: Pick<Clock, 'now'>;
  addressOf?: (post: Post) => Promise<string | undefined>;
};

/** What is drawn: a post that stands, or the one that is owed for these. */
type Which = { post: Post } | { owed: readonly Announcement[] };

type Part = { conversation: Conversation; texts: [InboundMessage, ...InboundMessage[]] };

/** One post for many who wrote in the same minute, as they stand now. Null when it shows nobody. */
export async function renderCrowd(campaign: Campaign, which: Which, facts: Facts): Promise<Message | null> {
  const all = await facts.store.conversations.ofCampaign(campaign.id);
  const parts = partsOf(all, which).sort((a, b) => Date.parse(cameAt(a)) - Date.parse(cameAt(b)));
  const [first] = parts;
  if (!first) return null;
  const at = cameAt(first);
  const post = 'post' in which ? which.post : null;
  const lines = await Promise.all(parts.map((part) => lineOf(part, post, facts)));
  return crowdCard({ campaign, at, lines, isMore: isMore(all, at, post), now: facts.clock.now() });
}

function partsOf(all: readonly Conversation[], which: Which): Part[] {
  if ('post' in which) return all.flatMap((one) => (firstOn(one, which.post) < 0 ? [] : partOn(one, which.post)));
  const owed = new Set(which.owed.flatMap((one) => (one.kind === 'inbound' ? one.messageId : [])));
  const whose = new Set(which.owed.flatMap((one) => ('conversationId' in one ? one.conversationId : [])));
  return all.flatMap((one) => (whose.has(one.id) ? partOf(one, ({ id, post }) => post === null && owed.has(id)) : []));
}

/** With what came since and needs nobody: for that there is no new card. */
function partOn(conversation: Conversation, post: Post): Part[] {
  const { messages } = conversation;
  const card = cardOf(conversation);
  const isLast = card !== null && isSame(card, post);
  const last = messages.findLastIndex((message) => message.direction === 'in' && message.post !== null);
  return partOf(conversation, (text, index) =>
    text.post ? isSame(text.post, post) : isLast && index > last && !asksForPeople(text.reading),
  );
}

function partOf(conversation: Conversation, isShown: (text: InboundMessage, index: number) => boolean): Part[] {
  const [first, ...more] = conversation.messages.filter(
    (message, index): message is InboundMessage => message.direction === 'in' && isShown(message, index),
  );
  return first ? [{ conversation, texts: [first, ...more] }] : [];
}

async function lineOf(
  { conversation, texts }: Part,
  post: Post | null,
  { store, addressOf = async () => undefined }: Facts,
): Promise<CrowdLine> {
  const suppression = (await store.suppressions.get(conversation.number)) ?? null;
  const card = post && cardOf(conversation);
  const hasMoved = card && !isSame(card, post);
  return { conversation, texts, suppression, ...(hasMoved && { goesOn: { link: await addressOf(card) } }) };
}

/** Does another post before it show people of the same minute? */
function isMore(all: readonly Conversation[], at: string, post: Post | null): boolean {
  const minute = minuteOf(at);
  return all.some(({ messages }) =>
    messages.some((text) => {
      if (text.direction !== 'in' || !text.post?.many || minuteOf(waitsFrom(text)) !== minute) return false;
      return post === null || Number(text.post.id) < Number(post.id);
    }),
  );
}

/** A date that cannot be true tells nothing of its place. */
function cameAt({ texts: [text] }: Part): string {
  return waitsFrom(text);
}

function minuteOf(at: string): number {
  return Math.floor(Date.parse(at) / 60_000);
}
