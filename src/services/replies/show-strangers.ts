import { CampaignError } from '../../domain/campaign-error.ts';
import { type Conversation, waitsToBeSeen } from '../../domain/reply/conversation.ts';
import type { Deps } from '../deps.ts';
import { newAnnouncementId } from '../new-id.ts';
import { channelForStrangers } from './receive-text.ts';

const mostShown = 10;

/** Owes the channel the next few people of no campaign who were only counted, the longest-waiting first. */
export async function showStrangers({
  store,
  settings,
  announcer,
}: Pick<Deps, 'store' | 'settings' | 'announcer'>): Promise<{ shown: number; left: number }> {
  const channel = await channelForStrangers(store, settings.inboxChannel);
  if (!channel) {
    const sentence = 'There is no channel to show them in yet. Start a campaign, or set INBOX_CHANNEL.';
    throw new CampaignError('no_channel', sentence);
  }
  const pending = await store.announcements.pending();
  const owed = new Set(pending.map((one) => (one.kind === 'inbound' ? one.conversationId : null)));
  const waiting = (await store.conversations.ofCampaign(null))
    .filter((conversation) => !owed.has(conversation.id) && waitsToBeSeen(conversation) && !isShown(conversation))
    .sort((one, other) => (lastText(one)?.at ?? '').localeCompare(lastText(other)?.at ?? ''));
  const next = waiting.slice(0, mostShown);
  const announcements = next.flatMap((conversation) => {
    const text = lastText(conversation);
    const { id: conversationId } = conversation;
    if (!text) return [];
    const base = { id: newAnnouncementId(), at: text.at, campaignId: null, channel };
    return [{ ...base, kind: 'inbound' as const, conversationId, messageId: text.id, asked: true }];
  });
  await store.announcements.add(announcements);
  announcer.wake();
  return { shown: next.length, left: waiting.length - next.length };
}

function lastText({ messages }: Conversation) {
  const text = messages.findLast(({ direction }) => direction === 'in');
  return text?.direction === 'in' ? text : undefined;
}

function isShown({ messages }: Conversation): boolean {
  return messages.some((text) => text.direction === 'in' && text.post !== null);
}
