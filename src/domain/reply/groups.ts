import type { Instant } from '../ids.ts';
import type { Conversation, InboundMessage } from './conversation.ts';
import { isAnswer, isUnanswered } from './conversation.ts';
import { whatItSays } from './expected/same-words.ts';
import type { GroupAnswer } from './group.ts';
import { keeperOf, longestWaitingFirst, waitingSince } from './waiting.ts';

/** Fewer conversations than this that say the same are no group: each has its own card. */
export const smallestGroup = 3;

/** What says more than this is read one by one. */
const longestSaying = 160;

/** Conversations never change: a changed one is another. */
const known = new WeakMap<Conversation, string | null>();

/**
 * What the person says with all of their texts that wait, the same with each: null when a person has to read them one by
 * one, as with pictures, a possible opt-out, or a text of which nobody can tell who wrote it.
 */
export function saysOf(conversation: Conversation): string | null {
  const before = known.get(conversation);
  if (before !== undefined) return before;
  const says = sayingOf(conversation);
  known.set(conversation, says);
  return says;
}

function sayingOf(conversation: Conversation): string | null {
  if (conversation.campaignId === null || !isUnanswered(conversation)) return null;
  const [first, ...more] = textsThatWait(conversation);
  if (!first || ![first, ...more].every(isPlain)) return null;
  const says = whatItSays(first.text);
  if (says === '' || says.length > longestSaying) return null;
  return more.every(({ text }) => text === first.text || whatItSays(text) === says) ? says : null;
}

function isPlain({ reading, attachment, mayBeOf = [] }: InboundMessage): boolean {
  return reading === 'reply' && !attachment && mayBeOf.length === 0;
}

/** Everything written after the team's last answer, or after it was last handled. */
export function textsThatWait({ messages, decisions = [] }: Conversation): InboundMessage[] {
  const answered = messages.findLastIndex(isAnswer);
  const last = decisions.findLast(({ kind }) => kind === 'handled' || kind === 'reopened');
  const handled = last?.kind === 'handled' ? last.after : 0;
  return messages.slice(Math.max(answered + 1, handled)).filter((message) => message.direction === 'in');
}

/** Those that say this and that nobody keeps, the longest-waiting first. */
export function membersOf(waiting: readonly Conversation[], says: string, now: Date): Conversation[] {
  return longestWaitingFirst(waiting.filter((one) => isIn(one, says, now)));
}

/** Does the person say this, and does nobody keep it? */
export function isIn(conversation: Conversation, says: string, now: Date): boolean {
  return saysOf(conversation) === says && keeperOf(conversation, now) === null;
}

/** Those of a group whom an answer is meant for: who was in it when its author looked, and still is. */
export function meantBy(
  { until, of }: Pick<GroupAnswer, 'until' | 'of'>,
  members: readonly Conversation[],
): Conversation[] {
  return members.filter((one) => hasWaitedSince(until, one)).slice(0, of);
}

/** Did it wait by then, for what it waits for now? */
export function hasWaitedSince(until: Instant, conversation: Conversation): boolean {
  return Date.parse(waitingSince(conversation) ?? '') <= Date.parse(until);
}

/** All sayings that wait and that nobody keeps, each with those who say it, in no order. */
export function sayingsOf(waiting: readonly Conversation[], now: Date): Map<string, Conversation[]> {
  const sayings = new Map<string, Conversation[]>();
  for (const one of waiting) {
    const says = saysOf(one);
    if (says === null || keeperOf(one, now) !== null) continue;
    const members = sayings.get(says);
    if (members) members.push(one);
    else sayings.set(says, [one]);
  }
  return sayings;
}

/** Have all its texts a place in the chat of their own? Otherwise the card of its group is its place. */
export function hasCard({ messages }: Conversation): boolean {
  return messages.some((message) => message.direction === 'in' && message.post !== null);
}
