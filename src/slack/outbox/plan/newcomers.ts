import type { Announcement } from '../../../domain/campaign/announcement.ts';
import type { ChannelId, ConversationId } from '../../../domain/ids.ts';

type Facts = { strangers: ChannelId | null; cards?: ReadonlyMap<ConversationId, ChannelId> };

/** At most this many waiting people of no campaign are shown one by one in a channel. */
const mostNewcomers = 5;

const prefix = 'many of no campaign in ';

export function isDigestOf(party: string): boolean {
  return party.startsWith(prefix);
}

/** The digest that would tell of a text: of a person of no campaign who has no card yet, and whom nobody has asked to see. */
export function digestKey(announcement: Announcement, { strangers, cards }: Facts): string | undefined {
  if (announcement.kind !== 'inbound' || announcement.campaignId !== null) return undefined;
  if (announcement.asked || cards?.has(announcement.conversationId)) return undefined;
  return `${prefix}${announcement.channel ?? strangers}`;
}

/** The digests of channels in which more than a few wait. */
export function digestsOf(waiting: readonly Announcement[], facts: Facts): ReadonlySet<string> {
  const people = new Map<string, Set<ConversationId>>();
  for (const announcement of waiting) {
    const key = digestKey(announcement, facts);
    if (key === undefined || !('conversationId' in announcement)) continue;
    people.set(key, (people.get(key) ?? new Set()).add(announcement.conversationId));
  }
  return new Set([...people].flatMap(([key, { size }]) => (size > mostNewcomers ? key : [])));
}
