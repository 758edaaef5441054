import type { SendingHours } from '../../src/domain/pace/sending-hours.ts';
import { type Random, randomFrom } from './random.ts';

/** One team on a virtual clock: how its people answer, and when whom texts reach. Times are milliseconds from the start. */
export type World = {
  seed: number;
  startMs: number;
  hours: SendingHours | null;
  /** Phones of each campaign. */
  campaigns: readonly number[];
  /** From a text to its reply; infinite: never. */
  replyAfterMs(random: Random): number;
  agents: readonly Agent[];
};

export type Agent = {
  name: string;
  /** For one reply. */
  handlingMs(random: Random): number;
  isAway(ms: number): boolean;
};

export const minuteMs = 60_000;

/** A thousand phones, whose share of replies, bursts, breaks and leavers the seed decides. */
export function aWorld(seed: number): World {
  const random = randomFrom(seed);
  const many = 1 + random.whole(4);
  const agents = Array.from({ length: many }, (_, no): Agent => {
    const lunchAt = 60 + random.whole(180);
    const leaves = no > 0 && random.chance(0.4);
    const handlingS = 30 + random.whole(90);
    const untilMs = (leaves ? 60 + random.whole(240) : 100_000) * minuteMs;
    const lunchMs = random.chance(0.5) ? lunchAt * minuteMs : Number.POSITIVE_INFINITY;
    return {
      name: `agent ${no + 1}`,
      handlingMs: (draws) => draws.logNormal(handlingS, 0.6) * 1_000,
      isAway: (ms) => ms >= untilMs || (ms >= lunchMs && ms < lunchMs + 30 * minuteMs),
    };
  });
  // Two campaigns share the thousand.
  const campaigns = random.chance(0.25) ? [500, 500] : [1_000];
  const share = 0.05 + random.real() * 0.55;
  const delay = { median: 3 + random.real() * 17, sigma: 0.8 + random.real() * 0.8 };
  // The share of a batch's replies that come at once: somebody tells the others.
  const burst = random.chance(0.3) ? 0.3 + random.real() * 0.4 : 0;
  const replyAfterMs = (draws: Random): number => {
    if (!draws.chance(share)) return Number.POSITIVE_INFINITY;
    const minutes = draws.logNormal(delay.median, delay.sigma);
    return (draws.chance(burst) ? 2 : minutes) * minuteMs;
  };
  return { seed, startMs: Date.parse('2026-11-24T09:00:00Z'), hours: null, campaigns, replyAfterMs, agents };
}
