import type { Announcement } from '../../domain/campaign/announcement.ts';
import type { Post } from '../../domain/campaign/campaign.ts';
import type { Store } from '../../ports/store.ts';
import type { ReportRecords } from '../../services/reports/reports.ts';
import { digestMessage } from '../ui/messages/nudging/digest.ts';
import type { Message } from '../ui/parts/message.ts';

type Facts = {
  store: Pick<Store, 'campaigns'>;
  reports: Pick<ReportRecords, 'waitingFor'>;
  addressOf?: (post: Post) => Promise<string | undefined>;
};

/** What still waits for the member. Null when all of it is done meanwhile. */
export async function renderDigest(
  { to, approvals, replies }: Extract<Announcement, { kind: 'digest' }>,
  { store, reports, addressOf = async () => undefined }: Facts,
): Promise<Message | null> {
  const found = await reports.waitingFor(to, { approvals, replies });
  const linkTo = async (post: Post | null) => (post ? addressOf(post) : undefined);
  const digest = {
    approvals: await Promise.all(
      found.approvals.map(async (campaign) => ({
        campaign,
        link: await linkTo((await store.campaigns.posts(campaign.id)).review),
      })),
    ),
    replies: await Promise.all(
      found.replies.map(async ({ campaign, replies: open }) => ({
        campaign,
        replies: open,
        link: await linkTo((await store.campaigns.posts(campaign.id)).message),
      })),
    ),
  };
  return digest.approvals.length + digest.replies.length > 0 ? digestMessage(digest) : null;
}
