import type { Announcement, Note } from '../domain/campaign/announcement.ts';
import type { Post } from '../domain/campaign/campaign.ts';
import type { NudgeStep } from '../domain/campaign/nudge.ts';
import type { CampaignId, ChannelId, ConversationId, Instant, UserId } from '../domain/ids.ts';
import { announcementIdOf, newAnnouncementId } from './new-id.ts';

/*
 * What the team is owed. An announcement is stored in the same step as its cause, and the outbox posts it: nothing is told
 * that is not so, and nothing that is so stays untold.
 */

/** A line in the campaign's thread. */
export function note(campaignId: CampaignId, now: Date, content: Note): Announcement {
  return announcement(now, { kind: 'note', campaignId, note: content });
}

/** A post of the campaign's own, in its channel or its thread. */
export function post(
  kind: 'review_card' | 'campaign_message' | 'counted_card',
  campaignId: CampaignId,
  now: Date,
): Announcement {
  return announcement(now, { kind, campaignId });
}

/**
 * The card of a group; `instead`: a group whose record makes room for it. Several people may make it due at the same
 * moment: until another one stands it is the same announcement.
 */
export function groupCard(
  campaignId: CampaignId,
  { says, example, instead, post }: { says: string; example: string; instead?: string | undefined; post: Post | null },
  now: Date,
): Announcement {
  const id = announcementIdOf('group card', campaignId, says, post?.id ?? '');
  const content = { kind: 'group_card' as const, campaignId, says, example, ...(instead && { instead }) };
  return { ...announcement(now, content), id };
}

/** The post that says which replies have waited too long; its id is the nudge's. */
export function nudgePost(campaignId: CampaignId, step: NudgeStep, now: Date): Announced<'nudge'> {
  return { id: newAnnouncementId(), at: now.toISOString(), kind: 'nudge', campaignId, step };
}

/** What waits for one person, of these campaigns. */
export function digest(
  to: UserId,
  { approvals, replies }: { approvals: CampaignId[]; replies: CampaignId[] },
  now: Date,
): Announcement {
  return announcement(now, { kind: 'digest', campaignId: null, to, approvals, replies });
}

/** A message to one person; `about` a campaign, or null. */
export function direct(to: UserId, about: CampaignId | null, now: Date, text: string): Announcement {
  return announcement(now, { kind: 'direct', campaignId: about, to, text });
}

/** A text of the conversation that the team has to see. */
export function replyCame(
  { id, campaignId, messageId }: { id: ConversationId; campaignId: CampaignId | null; messageId: string },
  now: Date,
): Announcement {
  return announcement(now, { kind: 'inbound', campaignId, channel: null, conversationId: id, messageId });
}

/** The conversation's card has to be drawn again. */
export function conversationChanged(
  { id, campaignId }: { id: ConversationId; campaignId: CampaignId | null },
  now: Date,
): Announcement {
  return announcement(now, { kind: 'conversation_changed', campaignId, conversationId: id });
}

/** A former post of the conversation has to be drawn again; the same announcement as long as it is owed. */
export function formerPostChanged(
  { id, campaignId }: { id: ConversationId; campaignId: CampaignId | null },
  post: Post,
  now: Date,
): Announcement {
  const content = { kind: 'conversation_changed' as const, campaignId, conversationId: id, post };
  return { ...announcement(now, content), id: announcementIdOf('former post', id, post.channel, post.id) };
}

/** The conversation was claimed, which its card says once the claim is due to be told. */
export function conversationClaimed(
  { id, campaignId }: { id: ConversationId; campaignId: CampaignId | null },
  claim: { at: Instant; dueAt: Instant },
  now: Date,
): Announcement {
  return announcement(now, { kind: 'conversation_changed', campaignId, conversationId: id, claim });
}

/** A line in a channel that belongs to no campaign. */
export function channelNotice(channel: ChannelId, now: Date, text: string): Announcement {
  return announcement(now, { kind: 'channel_notice', campaignId: null, channel, text });
}

type Announced<Kind> = Extract<Announcement, { kind: Kind }>;

type Content<One = Announcement> = One extends unknown ? Omit<One, 'id' | 'at'> : never;

function announcement(now: Date, content: Content): Announcement {
  return { id: newAnnouncementId(), at: now.toISOString(), ...content };
}
