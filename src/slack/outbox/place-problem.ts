import type { Announcement } from '../../domain/campaign/announcement.ts';
import type { CampaignId } from '../../domain/ids.ts';

/** Posts that are lost for good: deleted, or too old to be edited. Other refusals are the channel's state, which may change. */
const goneCodes = new Set([
  'message_not_found',
  'thread_not_found',
  'cant_update_message',
  'edit_window_closed',
  'is_inactive',
]);

export function isGone(code: string): boolean {
  return goneCodes.has(code);
}

/** Tells a campaign's author why its channel stays silent, and what to do about it. */
export function placeProblem(code: string, kind: Announcement['kind'], campaignId: CampaignId): string {
  const consequence =
    kind === 'review_card'
      ? 'Nobody can approve it until then; the review card follows by itself within a minute.'
      : `Nothing is lost and sending goes on: until then its news and replies come to you here, and the channel gets them all once it takes them. \`/sms-campaign pause ${campaignId}\` stops it.`;
  return `Trickle cannot post in the channel of your campaign: ${reasons[code] ?? `Slack says “${code}”. Check the channel and invite Trickle to it.`} ${consequence}`;
}

const reasons: Record<string, string> = {
  not_in_channel: 'it is not a member. Open the channel and type `/invite @Trickle`.',
  channel_not_found: 'it cannot see that channel. If it is a private one, open it and type `/invite @Trickle`.',
  is_archived: 'the channel was archived. Ask your Slack admin to restore it.',
  restricted_action: 'posting there is restricted. Ask your Slack admin to let Trickle post.',
  restricted_action_read_only_channel: 'the channel is read-only. Ask your Slack admin to let Trickle post.',
  restricted_action_thread_only_channel:
    'only replies in threads are allowed there. Ask your Slack admin to let Trickle post.',
};
