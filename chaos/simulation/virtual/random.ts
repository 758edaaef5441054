/** Chance that repeats: the same seed gives the same numbers on every machine. */
export type Random = {
  /** From 0 inclusive to 1 exclusive. */
  next(): number;
  /** A whole number between both, inclusive. */
  int(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(values: readonly T[]): T;
  /** Between both, short ones as likely as long ones: 1 to 10 as often as 100 to 1000. */
  spread(least: number, most: number): number;
  /** A sequence of its own: how often one part asks does not change what another one gets. */
  fork(name: string): Random;
};

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  /** The generator known as mulberry32. */
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    int: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (probability) => next() < probability,
    pick: (values) => values[Math.floor(next() * values.length)]!,
    spread: (least, most) => least * (most / least) ** next(),
    fork: (name) => createRandom(hash(`${seed}.${name}`)),
  };
}

/** FNV-1a, also for telling whether two runs took the same steps. */
export function hash(text: string, start = 0x811c9dc5): number {
  let mixed = start;
  for (let at = 0; at < text.length; at += 1) mixed = Math.imul(mixed ^ text.charCodeAt(at), 0x01000193);
  return mixed >>> 0;
}
