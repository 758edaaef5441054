import type { Throttle } from '../pace/throttle.ts';

/** Another campaign of the team: how many people are still to get it, and the ages of its texts: see `delayEnds`. */
export type OtherCampaign = { size: number; throttle: Throttle; ages: readonly number[] };

/** What the team has before it besides: replies that wait, and so many other campaigns, of which `others` may take some for one. */
export type Busy = { open: number; campaigns: number; others: readonly OtherCampaign[] };

export const notBusy: Busy = { open: 0, campaigns: 0, others: [] };

/** Each one makes a rehearsal longer. */
const mostApart = 2;
const soonMs = 3_600_000;

/**
 * What is left of it when a campaign begins so much later: who waits now has been answered by then, and the others have gone on
 * at their pace. The smallest of many are taken for one.
 */
export function busyIn(laterMs: number, { open, others }: Omit<Busy, 'campaigns'>): Busy {
  const isSoon = laterMs < soonMs;
  const left = others.map(({ size, throttle, ages }) => ({
    throttle,
    size: Math.max(0, size - sentIn(laterMs, throttle)),
    ages: isSoon ? ages : ages.map(() => 0),
  }));
  const felt = left.filter(({ size, ages }) => size > 0 || ages.some((count) => count > 0));
  const bySize = felt.sort((a, b) => b.size - a.size);
  const rest = bySize.slice(mostApart - 1);
  return {
    open: isSoon ? open : 0,
    campaigns: bySize.length,
    others: rest.length < 2 ? bySize : [...bySize.slice(0, mostApart - 1), rest.reduce(asOne)],
  };
}

function sentIn(laterMs: number, { batchSize, everySeconds }: Throttle): number {
  return laterMs < soonMs ? 0 : Math.floor(laterMs / 1_000 / everySeconds) * batchSize;
}

/** Of the same speed together. */
function asOne(a: OtherCampaign, b: OtherCampaign): OtherCampaign {
  const everySeconds = Math.min(a.throttle.everySeconds, b.throttle.everySeconds);
  const share = ({ throttle }: OtherCampaign) => (throttle.batchSize * everySeconds) / throttle.everySeconds;
  const [one, other] = [a.throttle.holdAbove, b.throttle.holdAbove];
  return {
    size: a.size + b.size,
    throttle: {
      batchSize: Math.max(1, Math.round(share(a) + share(b))),
      everySeconds,
      holdAbove: one === null || other === null ? null : Math.max(one, other),
    },
    ages: a.ages.map((count, at) => count + (b.ages[at] ?? 0)),
  };
}
