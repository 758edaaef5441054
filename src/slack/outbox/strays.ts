import type { Campaign, Post } from '../../domain/campaign/campaign.ts';
import { keepNewest } from '../../domain/keep-newest.ts';
import { aboutCampaign } from '../ui/messages/about-campaign.ts';
import type { Message } from '../ui/parts/message.ts';

const mostThreads = 200;
const mostBelow = 50;
const mostNamed = 2_000;

/**
 * Posts below a deleted message stand alone in the channel. Knows what was posted below each message since it was last
 * seen to stand, and which posts therefore bear their campaign's name.
 */
export function createStrays() {
  const below = new Map<string, { post: Post; message: Message }[]>();
  const named = new Map<string, Campaign>();
  const keyOf = ({ channel, id }: Pick<Post, 'channel' | 'id'>) => `${channel} ${id}`;

  return {
    posted(root: Post, post: Post, message: Message) {
      const posts = [...(below.get(keyOf(root)) ?? []), { post, message }].slice(-mostBelow);
      keepNewest(below, keyOf(root), posts, mostThreads);
    },
    stands(root: Post) {
      below.delete(keyOf(root));
    },
    /** What was posted below it, which bears the campaign's name from now on. */
    take(root: Post, campaign: Campaign): { post: Post; message: Message }[] {
      const posts = below.get(keyOf(root)) ?? [];
      below.delete(keyOf(root));
      for (const { post } of posts) keepNewest(named, keyOf(post), campaign, mostNamed);
      return posts;
    },
    /** The message as it is shown in this place. */
    shown(post: Post, message: Message): Message {
      const campaign = named.get(keyOf(post));
      return campaign ? aboutCampaign(message, campaign) : message;
    },
  };
}
