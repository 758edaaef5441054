import { z } from 'zod';
import { Post } from '../campaign/campaign.ts';
import { ConversationId, Instant, UserId } from '../ids.ts';

/** Why somebody of a group got nothing of an answer to all. */
export const MissedBecause = z.enum([
  'opted_out',
  'wrote_again',
  'taken',
  'no_value',
  'too_long',
  'cannot_be_texted',
  'not_sent',
]);
export type MissedBecause = z.infer<typeof MissedBecause>;

/**
 * One text to everybody of a group, as a template. `proposed`: a colleague has to press as well. `interrupted`: a stop
 * or an outage of the provider ended it; whoever it did not reach still waits.
 */
export const GroupAnswer = z.object({
  id: z.string().min(1),
  text: z.string().min(1),
  by: UserId,
  at: Instant,
  /** Since when the last of those has waited whom its author saw: it goes to nobody who came later. */
  until: Instant,
  /** To how many people, at most: the longest-waiting first. */
  of: z.int().min(0),
  state: z.enum(['proposed', 'sending', 'done', 'interrupted']),
  /** The colleague who released it; null: it needed none. */
  releasedBy: UserId.nullable(),
  /** The first of those it did not reach. */
  missed: z.array(z.object({ conversationId: ConversationId, why: MissedBecause })).optional(),
});
export type GroupAnswer = z.infer<typeof GroupAnswer>;

/** A member's decision that further texts which say this are counted under a label and need nobody. */
export const Counting = z.object({ id: z.string().min(1), label: z.string().min(1), by: UserId, at: Instant });
export type Counting = z.infer<typeof Counting>;

/** What is kept of the open conversations of a campaign that say the same; who is in it, their texts tell. */
export const Group = z.object({
  version: z.int().min(1),
  /** See `whatItSays`. */
  says: z.string().min(1),
  /** The same as somebody wrote it. */
  example: z.string(),
  /** Its card, once posted. */
  post: Post.nullable(),
  answer: GroupAnswer.nullable(),
  /** What was sent to it before that, the newest last. */
  earlier: z.array(GroupAnswer).optional(),
  counts: Counting.nullable(),
});
export type Group = z.infer<typeof Group>;

/** So many of the answers before the last one are told. */
const mostEarlier = 3;

/** The group with another answer; what was sent before stays told. */
export function withAnswer(group: Group, answer: GroupAnswer): Group {
  const earlier = [...(group.earlier ?? []), ...(group.answer ? [group.answer] : [])].slice(-mostEarlier);
  return { ...group, answer, ...(earlier.length > 0 && { earlier }) };
}

/** At most this many are kept of a campaign. */
export const mostGroups = 100;

/** To more people than this, only a canned answer leaves on one member's word. */
export const mostTyped = 20;

/** Short enough that what is previewed fits into the window that sends it. */
export const longestGroupAnswer = 480;

export function newGroup({ says, example }: Pick<Group, 'says' | 'example'>): Group {
  return { version: 1, says, example, post: null, answer: null, counts: null };
}

/** Does nothing of it go on by itself? Then it may make room for another once nobody waits in it. */
export function isOver({ answer, counts }: Group): boolean {
  return counts === null && answer?.state !== 'proposed' && answer?.state !== 'sending';
}

/** What an outbound message of the answer was caused by: the same person never gets it twice. */
export function causeOf({ id }: Pick<GroupAnswer, 'id'>): string {
  return `group ${id}`;
}
