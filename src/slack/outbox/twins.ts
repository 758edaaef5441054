import type { Announcement } from '../../domain/campaign/announcement.ts';
import type { Post } from '../../domain/campaign/campaign.ts';
import type { Clock, Log } from '../../ports/world.ts';
import { describeError } from '../api/describe-error.ts';
import type { PostingPlace } from './plan/outbox-plan.ts';
import type { Poster } from './poster.ts';

/** Slack has carried out no call later than this after it was given up. */
const latestMs = 90_000;

/** Posts made again because the first seemed lost: if that one turns up late, it is taken away. */
export type Twins = {
  /** A post of this announcement begins. */
  attempted(id: string): void;
  /** It got no answer in time, and may still be carried out. */
  givenUp(id: string): void;
  /** This post says it; any other one that says nothing more is too many. */
  stands(announcement: Announcement, place: PostingPlace, post: Post): void;
  /** Looks for late ones whose time is over. Never rejects. */
  tick(): Promise<void>;
};

export function createTwins({ poster, clock, log }: { poster: Poster; clock: Clock; log: Log }): Twins {
  const attempts = new Map<string, { count: number; lookAtMs: number }>();
  const watched = new Map<string, { since: Date; place: PostingPlace; post: Post; lookAtMs: number }>();

  const look = async (id: string, { since, place, post }: { since: Date; place: PostingPlace; post: Post }) => {
    const removed = await poster.removeTwins(place, { id, since, keep: post });
    if (removed > 0) log.info({ removed }, 'A post that Slack made late was taken away again');
  };

  return {
    attempted(id) {
      const { count = 0, lookAtMs = 0 } = attempts.get(id) ?? {};
      attempts.set(id, { count: count + 1, lookAtMs });
    },
    givenUp(id) {
      attempts.set(id, { count: attempts.get(id)?.count ?? 1, lookAtMs: clock.real.monotonicMs() + latestMs });
    },
    stands({ id, at }, place, post) {
      const { count = 0, lookAtMs = 0 } = attempts.get(id) ?? {};
      attempts.delete(id);
      if (count > 1 && lookAtMs > 0) watched.set(id, { since: new Date(at), place, post, lookAtMs });
    },
    async tick() {
      for (const [id, found] of [...watched]) {
        if (clock.real.monotonicMs() < found.lookAtMs) continue;
        watched.delete(id);
        await look(id, found).catch((error) => log.warn(describeError(error), 'A late post could not be looked for'));
      }
    },
  };
}
