import type { Announcement } from '../../../domain/campaign/announcement.ts';
import type { Post } from '../../../domain/campaign/campaign.ts';
import { cardOf, planCard } from './card-plan.ts';
import type { OutboxFacts } from './job.ts';
import { digestKey, digestsOf } from './newcomers.ts';

/** At most this many batch reports share one post. */
const mostMerged = 50;

/** Pending announcements by what takes a turn with them: a conversation, a campaign's notes in their order, or one post. */
export function partiesOf(facts: OutboxFacts): Map<string, [Announcement, ...Announcement[]]> {
  const parties = new Map<string, [Announcement, ...Announcement[]]>();
  const waiting = facts.pending.filter(({ id }) => !facts.parked.has(id));
  const digests = digestsOf(waiting, facts);
  for (const announcement of waiting) {
    const digest = digestKey(announcement, facts);
    const key = digest && digests.has(digest) ? digest : partyOf(announcement, facts);
    const known = parties.get(key);
    if (known) known.push(announcement);
    else parties.set(key, [announcement]);
  }
  for (const [key, announcements] of parties) {
    // The text says where the conversation belongs; a change of its card does not.
    const text = announcements.findIndex(({ kind }) => kind === 'inbound');
    if (text > 0) parties.set(key, [...announcements.splice(text, 1), ...announcements] as typeof announcements);
  }
  return parties;
}

function partyOf(announcement: Announcement, facts: OutboxFacts): string {
  const redrawn = redrawnBy(announcement, facts);
  if (redrawn) return `post ${redrawn.channel} ${redrawn.id}`;
  if ('conversationId' in announcement) return `conversation ${announcement.conversationId}`;
  if (announcement.kind === 'note') return `notes ${announcement.campaignId}`;
  return announcement.id;
}

/** The standing post that shows all of it once it is drawn again: the conversation is a line on it. */
export function redrawnBy(
  announcement: Announcement,
  { conversations, goneRoots, now }: Pick<OutboxFacts, 'conversations' | 'goneRoots' | 'now'>,
): Post | undefined {
  if (announcement.kind === 'conversation_changed' && announcement.post) return announcement.post;
  if (!('conversationId' in announcement) || !now) return undefined;
  const conversation = conversations?.get(announcement.conversationId);
  const card = conversation && cardOf(conversation);
  if (!conversation || !card?.many || goneRoots?.has(card.id)) return undefined;
  if (announcement.kind === 'conversation_changed') return card;
  const step = planCard(conversation, { channel: card.channel, thread: null }, now);
  return step.kind === 'line' ? card : undefined;
}

/** Consecutive batch reports become one post, and so does everything that a conversation owes. */
export function saidTogether(
  announcements: readonly [Announcement, ...Announcement[]],
): [Announcement, ...Announcement[]] {
  const [first, ...later] = announcements;
  if ('conversationId' in first) return [first, ...later];
  if (!isBatchReport(first)) return [first];
  const end = later.findIndex((note) => !isBatchReport(note));
  return [first, ...later.slice(0, end === -1 ? later.length : end).slice(0, mostMerged - 1)];
}

export function isBatchReport(announcement: Announcement): boolean {
  return announcement.kind === 'note' && announcement.note.kind === 'batch';
}
