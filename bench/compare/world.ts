import { randomFrom } from './random.ts';

/** One team on a virtual clock: how its people answer, and when whom texts reach. */
export type World = {
  seed: number;
  /** Phones of each campaign; two campaigns share the thousand. */
  campaigns: readonly number[];
  share: number;
  /** Median and spread of the delay of a reply, in minutes. */
  delay: { median: number; sigma: number };
  /** Shares of a batch's replies that come at once: somebody tells the others. */
  burst: number;
  agents: readonly Agent[];
};

/** `handlingS`: the median of the time for one reply. */
export type Agent = {
  name: string;
  handlingS: number;
  from: number;
  until: number;
  lunch: { from: number; until: number } | null;
};

export const minuteMs = 60_000;

/** A thousand phones, whose share of replies, bursts, breaks and leavers the seed decides. */
export function aWorld(seed: number): World {
  const random = randomFrom(seed);
  const many = 1 + random.whole(4);
  const agents = Array.from({ length: many }, (_, no): Agent => {
    const lunchAt = 60 + random.whole(180);
    const leaves = no > 0 && random.chance(0.4);
    return {
      name: `agent ${no + 1}`,
      handlingS: 30 + random.whole(90),
      from: 0,
      until: (leaves ? 60 + random.whole(240) : 100_000) * minuteMs,
      lunch: random.chance(0.5) ? { from: lunchAt * minuteMs, until: (lunchAt + 30) * minuteMs } : null,
    };
  });
  return {
    seed,
    campaigns: random.chance(0.25) ? [500, 500] : [1_000],
    share: 0.05 + random.real() * 0.55,
    delay: { median: 3 + random.real() * 17, sigma: 0.8 + random.real() * 0.8 },
    burst: random.chance(0.3) ? 0.3 + random.real() * 0.4 : 0,
    agents,
  };
}
