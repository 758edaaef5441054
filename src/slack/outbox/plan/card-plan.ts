import type { Post } from '../../../domain/campaign/campaign.ts';
import { asksForPeople, type Conversation } from '../../../domain/reply/conversation.ts';
import type { PostingPlace } from './job.ts';

/**
 * How a conversation's card comes to show everything: a new post with the messages from `from` on, or an edit. `line`: it
 * is one of many on that post, which is drawn again.
 */
export type CardStep =
  | { kind: 'post'; from: number }
  | { kind: 'grow'; post: Post; from: number }
  | { kind: 'line'; post: Post; from: number };

/** An older card has scrolled out of sight: nobody would see an edit. */
export const cardIsOldMs = 10 * 60_000;

/** A growing card is edited at most this often: one phone may write ten texts a second. */
export const cardRestsMs = 4_000;

/**
 * One card for a conversation. It grows while somebody may still look at it; a text that needs somebody gets a new one. A
 * line among many does not grow: such a text gets a card of its own.
 */
export function planCard(conversation: Conversation, place: PostingPlace, now: Date): CardStep {
  const { messages } = conversation;
  const last = messages.findLastIndex((message) => message.direction === 'in' && message.post !== null);
  const current = cardOf(conversation);
  if (!current) return { kind: 'post', from: 0 };

  const news = messages.findIndex((message, index) => index > last && message.direction === 'in');
  const kind = current.many ? ('line' as const) : ('grow' as const);
  const grow = { kind, post: current, from: firstOn(conversation, current) };
  if (news < 0) return grow;
  const post = { kind: 'post' as const, from: news };
  if (current.channel !== place.channel) return post;
  const needsSomebody = messages.slice(news).some((text) => text.direction === 'in' && asksForPeople(text.reading));
  if (!needsSomebody) return grow;
  return current.many || isDone(conversation) || now.getTime() - postedAtMs(current) > cardIsOldMs ? post : grow;
}

/** The post with the conversation's newest posted text. */
export function cardOf({ messages }: Conversation): Post | null {
  const last = messages.findLast((message) => message.direction === 'in' && message.post !== null);
  return last?.direction === 'in' ? last.post : null;
}

/** The first of the messages on this card. */
export function firstOn({ messages }: Conversation, card: Post): number {
  return messages.findIndex(
    (message) => message.direction === 'in' && message.post !== null && isSame(message.post, card),
  );
}

/** The earlier cards, newest first, each with the part of the conversation that it showed. */
export function formerCards(conversation: Conversation): { post: Post; from: number; to: number }[] {
  const posts: Post[] = [];
  for (const message of conversation.messages) {
    const post = message.direction === 'in' ? message.post : null;
    if (post && !posts.some((known) => isSame(known, post))) posts.push(post);
  }
  const begins = posts.map((post) => ({ post, from: firstOn(conversation, post) }));
  const parts = begins.map((part, index) => ({ ...part, to: begins[index + 1]?.from ?? conversation.messages.length }));
  return parts.slice(0, -1).reverse();
}

/** Somebody answered or decided after the last text on the card that asked for it: they have turned away from it. */
function isDone({ messages, decisions = [] }: Conversation): boolean {
  const asked = messages.findLastIndex(
    (text) => text.direction === 'in' && text.post !== null && asksForPeople(text.reading),
  );
  const isAnswered = messages.some(
    (message, index) => index > asked && message.direction === 'out' && message.purpose === 'answer',
  );
  return isAnswered || decisions.some(({ after }) => after > asked);
}

/** Slack's id of a post is the moment when it was posted, in seconds. */
export function postedAtMs({ id }: Post): number {
  return Number(id) * 1_000 || 0;
}

export function isSame(a: Post, b: Post): boolean {
  return a.channel === b.channel && a.id === b.id;
}
