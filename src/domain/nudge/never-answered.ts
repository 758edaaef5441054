import type { UserId } from '../ids.ts';
import { type Conversation, isAnswer, isUnanswered, waitsForTeam } from '../reply/conversation.ts';
import { ownerOf } from '../reply/waiting.ts';

/** Members with a number each, the largest first; null: nobody. */
export type Hands = readonly { member: UserId | null; replies: number }[];

/** The replies that got no answer: those that still wait, by whose hands they are in, and those that somebody handled. */
export type NeverAnswered = { waiting: Hands; handled: Hands };

export function neverAnswered(conversations: readonly Conversation[], now: Date): NeverAnswered {
  const waiting = conversations.filter(isUnanswered).map((one) => ownerOf(one, now));
  const handled = conversations.flatMap((one) => (isHandledWithoutAnswer(one) ? one.handledBy : []));
  return { waiting: countHands(waiting), handled: countHands(handled) };
}

/** A member said that the last reply needs no answer. */
function isHandledWithoutAnswer({ status, handledBy, messages }: Conversation): boolean {
  if (status !== 'handled' || handledBy === null) return false;
  const last = messages.findLast((message) => waitsForTeam(message) || isAnswer(message));
  return last?.direction === 'in';
}

function countHands(members: readonly (UserId | null)[]): Hands {
  const counts = [...Map.groupBy(members, (member) => member)].map(([member, all]) => ({
    member,
    replies: all.length,
  }));
  return counts.sort((a, b) => b.replies - a.replies);
}
