import type { Announcement } from '../../../domain/campaign/announcement.ts';
import type { Post } from '../../../domain/campaign/campaign.ts';
import type { Conversation } from '../../../domain/reply/conversation.ts';
import type { Clock } from '../../../ports/world.ts';
import type { Message } from '../../ui/parts/message.ts';
import { oweEnd } from '../claims.ts';
import type { Pace } from '../pace.ts';
import type { Crowds } from '../plan/crowds.ts';
import type { Job } from '../plan/outbox-plan.ts';
import type { Poster } from '../poster.ts';
import { type Facts, renderAnnouncements } from '../render-announcement.ts';
import { alone, edit, oweFormerPosts, shrinkFormerCards } from '../say-conversation.ts';
import { renderCrowd } from './render-crowd.ts';

type Deps = Facts & {
  poster: Poster;
  pace: Pace;
  clock: Clock;
  signal: AbortSignal;
  crowds: Crowds;
  /** Deleted posts. */
  goneRoots: Set<string>;
  postOnce(job: Job, render: () => Promise<Message | null>): Promise<Post | 'under_way' | null>;
  markSaid(announcements: readonly Announcement[], post: Post | null): Promise<void>;
};

/** Posts with a line for each of many conversations: made once, and drawn again as these are answered and handled. */
export function createCrowdSpeaker(deps: Deps) {
  const { store, poster, crowds, goneRoots, postOnce, markSaid } = deps;

  const readConversations = async ({ announcements }: Job): Promise<Conversation[]> => {
    const ids = new Set(announcements.flatMap((one) => ('conversationId' in one ? one.conversationId : [])));
    const found = await Promise.all([...ids].map((id) => store.conversations.get(id)));
    return found.filter((conversation) => conversation !== undefined);
  };

  return {
    async say(job: Job): Promise<'said' | 'under_way'> {
      const posted = await postOnce(job, async () => {
        const message = await renderAnnouncements(job, deps);
        return message && alone(message, job);
      });
      if (posted === 'under_way') return posted;
      if (job.home) crowds.told(job.home.campaign.id);
      for (const conversation of await readConversations(job)) await oweFormerPosts(conversation, deps);
      return 'said';
    },

    /** The latest state of everybody on it, whatever was owed to it. */
    async redraw(job: Job, post: Post): Promise<'said'> {
      const conversations = await readConversations(job);
      if (!post.many) {
        for (const conversation of conversations) await shrinkFormerCards(conversation, deps);
        await markSaid(job.announcements, null);
        return 'said';
      }
      const facts = { ...deps, addressOf: poster.addressOf };
      const message = job.home && (await renderCrowd(job.home.campaign, { post }, facts));
      if (message && !(await edit(post, alone(message, job), deps))) {
        // Somebody deleted it. A text that came to it since gets a card of its own.
        goneRoots.add(post.id);
        await markSaid(
          job.announcements.filter(({ kind }) => kind !== 'inbound'),
          null,
        );
        return 'said';
      }
      for (const conversation of conversations) await oweEnd(job, conversation, deps);
      await markSaid(job.announcements, post);
      return 'said';
    },
  };
}
