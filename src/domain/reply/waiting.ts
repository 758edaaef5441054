import type { Instant, UserId } from '../ids.ts';
import { type Conversation, handledUntil, isAnswer, isUnanswered, waitsForTeam, waitsFrom } from './conversation.ts';

/** How long an opened conversation is kept for the agent before whom it lies. */
export const claimMs = 10 * 60_000;

/** The agent before whom it lies now; claims end by themselves. */
export function claimantOf({ claim }: Conversation, now: Date): UserId | null {
  return claim && Date.parse(claim.until) > now.getTime() ? claim.by : null;
}

/** In whose hands it is: the agent before whom it lies, else the member it was passed to. Null: in nobody's. */
export function ownerOf(conversation: Conversation, now: Date): UserId | null {
  return claimantOf(conversation, now) ?? conversation.owner?.member ?? null;
}

/**
 * Who keeps it from everybody else: the agent before whom it lies, else the member whom a colleague passed it to. Whom the
 * last nudge gave it has to see that it is answered: anybody may.
 */
export function keeperOf(conversation: Conversation, now: Date): UserId | null {
  const { owner } = conversation;
  return claimantOf(conversation, now) ?? (owner && owner.from !== null ? owner.member : null);
}

/** Since when the person has waited: their first text that the team neither answered nor handled. Null: they wait for nothing. */
export function waitingSince(conversation: Conversation): Instant | null {
  if (!isUnanswered(conversation)) return null;
  const answered = conversation.messages.findLastIndex(isAnswer);
  const first = conversation.messages.slice(Math.max(answered + 1, handledUntil(conversation))).find(waitsForTeam);
  return first ? waitsFrom(first) : null;
}

/** Those that wait for the team, the longest first; of equals the smaller id. */
export function longestWaitingFirst(conversations: readonly Conversation[]): Conversation[] {
  return conversations
    .flatMap((conversation) => {
      const since = waitingSince(conversation);
      return since === null ? [] : [{ conversation, since: Date.parse(since) }];
    })
    .sort((a, b) => a.since - b.since || (a.conversation.id < b.conversation.id ? -1 : 1))
    .map(({ conversation }) => conversation);
}

/**
 * What an agent may be shown of those: not what a colleague keeps. What is their own comes first, then in the order given.
 */
export function openTo(waiting: readonly Conversation[], agent: UserId, now: Date): Conversation[] {
  const isTheirs = (one: Conversation) => ownerOf(one, now) === agent;
  return [...waiting.filter(isTheirs), ...waiting.filter((one) => !isTheirs(one) && keeperOf(one, now) === null)];
}
