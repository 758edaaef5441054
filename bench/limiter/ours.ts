import { systemClock } from '../../src/clock.ts';
import { createRateLimits } from '../../src/services/sending/rate-limits.ts';
import { sender } from '../../test/support/builders.ts';
import type { CreateLimiter } from './limiter.ts';

export const createLimiter: CreateLimiter = async (perSecond) => {
  const limits = createRateLimits(
    { senders: new Map([[sender, perSecond]]), accountRate: 10 * perSecond },
    systemClock,
  );
  return async (act) => {
    await limits.take(sender);
    return act();
  };
};
