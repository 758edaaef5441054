/** Chance that repeats: the same seed gives the same draws. */
export type Chance = {
  /** From 0 inclusive to 1 exclusive. */
  next(): number;
  /** Of mean 0 and deviation 1. */
  normal(): number;
  /** How many of so many happen, each with this probability. */
  binomial(of: number, probability: number): number;
  /** How many happen when so many are to be expected. */
  poisson(expected: number): number;
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
  const poisson = (expected: number): number => {
    if (expected <= 0) return 0;
    if (expected > 30) return Math.max(0, Math.round(expected + Math.sqrt(expected) * normal()));
    let left = Math.exp(-expected);
    const drawn = next();
    let below = left;
    let count = 0;
    while (drawn > below && count < 200) {
      count += 1;
      left *= expected / count;
      below += left;
    }
    return count;
  };
  const binomial = (of: number, probability: number): number => {
    if (of > 50) {
      const deviation = Math.sqrt(of * probability * (1 - probability));
      return Math.min(of, Math.max(0, Math.round(of * probability + deviation * normal())));
    }
    let count = 0;
    for (let at = 0; at < of; at += 1) if (next() < probability) count += 1;
    return count;
  };
  return { next, normal, binomial, poisson };
}
