import type { Clock } from '../../clock.ts';
import { Refusal } from './refusal.ts';

/** The least calls per minute that Slack promises per method (its tiers); others are not limited here. */
const perMinute: Readonly<Record<string, number>> = {
  'chat.update': 50,
  'chat.delete': 50,
  'chat.postEphemeral': 100,
  'views.open': 100,
  'views.push': 100,
  'views.update': 100,
  'views.publish': 100,
  'users.info': 100,
  'users.list': 20,
  'usergroups.list': 20,
  'usergroups.users.list': 20,
  'files.info': 100,
  'files.getUploadURLExternal': 100,
  'files.completeUploadExternal': 100,
  'conversations.info': 50,
  'conversations.open': 50,
  'conversations.join': 50,
  'conversations.history': 50,
  'conversations.replies': 50,
  'conversations.list': 20,
  'conversations.members': 100,
  'reactions.add': 50,
  'apps.connections.open': 50,
};

export type RateLimits = {
  /** Counts a call; refuses it with `ratelimited` and a Retry-After when it comes too early. */
  call(method: string, channel: string | undefined): void;
};

/** One post per second and channel with `postBurst` at once, and each method's tier per minute. */
export function createRateLimits(clock: Clock, postBurst: number): RateLimits {
  const buckets = new Map<string, { left: number; at: number }>();
  const take = (key: string, capacity: number, perSecond: number) => {
    const now = clock.now();
    const before = buckets.get(key) ?? { left: capacity, at: now };
    const left = Math.min(capacity, before.left + (Math.max(0, now - before.at) / 1000) * perSecond);
    if (left < 1) {
      buckets.set(key, { left, at: now });
      throw new Refusal('ratelimited', {}, Math.max(1, Math.ceil((1 - left) / perSecond)));
    }
    buckets.set(key, { left: left - 1, at: now });
  };
  return {
    call: (method, channel) => {
      if (method === 'chat.postMessage') take(`post ${channel ?? ''}`, postBurst, 1);
      const tier = perMinute[method];
      if (tier) take(method, tier, tier / 60);
    },
  };
}
