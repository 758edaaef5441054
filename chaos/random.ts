import { seededRandom } from '../playground/random.ts';

/** Chance that repeats: the same seed gives the same numbers on every machine. */
export type Random = {
  /** From 0 inclusive to 1 exclusive. */
  next(): number;
  /** A whole number between both, inclusive. */
  int(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(values: readonly T[]): T;
  shuffled<T>(values: readonly T[]): T[];
  /** Between both, short ones as likely as long ones: 1 to 10 as often as 100 to 1000. */
  spread(least: number, most: number): number;
  /** A separate sequence: one part's draws do not change another's. */
  fork(name: string): Random;
};

export function createRandom(seed: number): Random {
  const next = seededRandom(seed);
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (values) => values[int(0, values.length - 1)]!,
    shuffled(values) {
      const rest = [...values];
      return values.map(() => rest.splice(int(0, rest.length - 1), 1)[0]!);
    },
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
