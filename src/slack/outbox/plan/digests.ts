import type { Post } from '../../../domain/campaign/campaign.ts';
import type { ConversationId } from '../../../domain/ids.ts';
import { type Conversation, waitsToBeSeen } from '../../../domain/reply/conversation.ts';
import type { Clock } from '../../../ports/world.ts';
import { cardIsOldMs } from './card-plan.ts';

/** The post that tells a channel of many people of no campaign, and the people it counts. */
export type Digest = { post: Post | null; asking: Set<ConversationId>; others: Set<ConversationId> };

/** It is edited at most this often, so that a crowd takes few of a channel's turns. */
const restsMs = 15_000;

export type Digests = {
  /** The channel's digest with these people counted in; a new one once the last has scrolled out of sight. */
  countIn(channel: string, conversations: readonly Conversation[]): Digest;
  told(channel: string, post: Post): void;
  /** Channels that were told a moment ago. */
  resting(): ReadonlySet<string>;
};

export function createDigests(clock: Clock): Digests {
  const digests = new Map<string, Digest & { sinceMs: number; restsUntilMs: number }>();
  return {
    countIn(channel, conversations) {
      const known = digests.get(channel);
      const isFresh = known && clock.monotonicMs() - known.sinceMs < cardIsOldMs;
      const digest = isFresh
        ? known
        : {
            post: null,
            asking: new Set<ConversationId>(),
            others: new Set<ConversationId>(),
            sinceMs: clock.monotonicMs(),
            restsUntilMs: 0,
          };
      digests.set(channel, digest);
      for (const conversation of conversations) {
        const asks = waitsToBeSeen(conversation);
        if (asks) digest.others.delete(conversation.id);
        if (asks || !digest.asking.has(conversation.id)) (asks ? digest.asking : digest.others).add(conversation.id);
      }
      return digest;
    },
    told(channel, post) {
      const digest = digests.get(channel);
      if (digest) Object.assign(digest, { post, restsUntilMs: clock.monotonicMs() + restsMs });
    },
    resting() {
      const now = clock.monotonicMs();
      return new Set([...digests].flatMap(([channel, { restsUntilMs }]) => (restsUntilMs > now ? channel : [])));
    },
  };
}
