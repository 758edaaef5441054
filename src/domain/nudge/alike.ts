import type { Conversation } from '../reply/conversation.ts';
import { saysOf, smallestGroup } from '../reply/groups.ts';

/** Of replies, how many are one of several that say the same, and of how many such groups. */
export type Alike = { replies: number; groups: number };

export function alikeAmong(waiting: readonly Conversation[]): Alike {
  const sayings = new Map<string, number>();
  for (const one of waiting) {
    const says = saysOf(one);
    if (says !== null) sayings.set(says, (sayings.get(says) ?? 0) + 1);
  }
  const groups = [...sayings.values()].filter((size) => size >= smallestGroup);
  return { replies: groups.reduce((sum, size) => sum + size, 0), groups: groups.length };
}

/** Behind a number of replies: " (one group)", " (9 in 2 groups)"; nothing if all differ. */
export function alikeInWords(of: number, { replies, groups }: Alike): string {
  if (groups === 0) return '';
  const what = groups === 1 ? 'one group' : `${groups} groups`;
  return replies === of ? ` (${what})` : ` (${replies} in ${what})`;
}
