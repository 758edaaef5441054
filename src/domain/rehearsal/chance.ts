/** Chance that repeats: the same seed gives the same draws. */
export type Chance = {
  /** From 0 inclusive to 1 exclusive. */
  next(): number;
  /** Of mean 0 and deviation 1. */
  normal(): number;
  /** How many of so many happen, each with this probability. */
  binomial(of: number, probability: number): number;
};

export function createChance(seed: number): Chance {
  // Zero would stay zero.
  let state = (seed | 0) ^ 0x9e3779b9 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
  // The first draws of neighbouring seeds are alike.
  for (let at = 0; at < 8; at += 1) next();
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const binomial = (of: number, probability: number): number => {
    if (of > 50) {
      const deviation = Math.sqrt(of * probability * (1 - probability));
      return Math.min(of, Math.max(0, Math.round(of * probability + deviation * normal())));
    }
    let count = 0;
    for (let at = 0; at < of; at += 1) if (next() < probability) count += 1;
    return count;
  };
  return { next, normal, binomial };
}

/**
 * A value of the counts with these upper ends, `drawn` from 0 to 1 of `shares` that add up: within its count each is as likely
 * as another. The last count has no end, and is as wide as all before.
 */
export function drawnFrom(ends: readonly number[], shares: readonly number[], drawn: number): number {
  const found = shares.findIndex((share) => drawn < share);
  const at = found === -1 ? shares.length - 1 : found;
  const from = ends[at - 1] ?? 0;
  const to = ends[at] ?? from * 2;
  const [below, above] = [shares[at - 1] ?? 0, shares[at] ?? 1];
  return from + ((drawn - below) / Math.max(1e-9, above - below)) * (to - from);
}
