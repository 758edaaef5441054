import type { Announcement } from '../../../domain/campaign/announcement.ts';
import { saysOf } from '../../../domain/reply/groups.ts';
import type { AnnouncementStore } from '../../../ports/store.ts';
import { conversationsIn } from '../memory/apply-conversation.ts';
import type { PostPlace } from '../memory/events.ts';
import type { Memory } from '../memory/memory.ts';
import type { Changes } from './changes.ts';

export function announcementStore(changes: Changes, now: () => Date): AnnouncementStore {
  const { memory } = changes;
  return {
    async add(announcements) {
      await changes.ready();
      if (announcements.length > 0) await changes.commit({ kind: 'announced', announcements: [...announcements] });
    },
    async addOnce(news, announcements) {
      await changes.ready();
      if (news.every((one) => memory.toldNews.has(one))) {
        await changes.durable();
        return false;
      }
      await changes.commit({ kind: 'announced', announcements: [...announcements], news: [...news] });
      return true;
    },
    pending: async () => [...memory.announcements.values()],
    async done(id, post) {
      await changes.ready();
      const announcement = memory.announcements.get(id);
      if (!announcement) return changes.durable();
      await changes.commit({ kind: 'announcement_done', id, post, place: placeOf(memory, announcement, now()) });
    },
  };
}

/** Where an announcement's post is remembered, if anywhere. */
function placeOf(memory: Memory, owed: Announcement, now: Date): PostPlace | null {
  switch (owed.kind) {
    case 'review_card':
      return { of: 'campaign', campaignId: owed.campaignId, slot: 'review' };
    case 'campaign_message':
      return { of: 'campaign', campaignId: owed.campaignId, slot: 'message' };
    case 'counted_card':
      return { of: 'campaign', campaignId: owed.campaignId, slot: 'counted' };
    case 'group_card':
      return groupPlace(memory, owed);
    case 'nudge': {
      const { id, campaignId, step } = owed;
      return { of: 'nudge', campaignId, nudge: { id, step, at: now.toISOString() } };
    }
    case 'note':
      return doubtPlace(owed);
    case 'inbound':
      return { of: 'inbound', conversationId: owed.conversationId, messageId: owed.messageId };
    default:
      return null;
  }
}

function doubtPlace({ campaignId, note, at }: Extract<Announcement, { kind: 'note' }>): PostPlace | null {
  if (note.kind !== 'unconfirmed') return null;
  const { cause, nos, count } = note;
  return { of: 'doubt', campaignId, card: { at, cause, nos, count } };
}

/** A group makes no room while somebody waits in it: its card may be their only place. */
function groupPlace(
  memory: Memory,
  { campaignId, says, example, instead }: Extract<Announcement, { kind: 'group_card' }>,
): PostPlace {
  const isMissed = conversationsIn(memory, campaignId).some((one) => saysOf(one) === instead);
  return { of: 'group', campaignId, says, example, ...(instead && !isMissed && { instead }) };
}
