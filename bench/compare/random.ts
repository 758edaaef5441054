/** The same numbers for the same seed, on every machine. */
export type Random = {
  real(): number;
  whole(below: number): number;
  chance(of: number): boolean;
  /** Around a median, never negative. */
  logNormal(median: number, sigma: number): number;
};

export function randomFrom(seed: number): Random {
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  const real = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - real())) * Math.cos(2 * Math.PI * real());
  return {
    real,
    whole: (below) => Math.floor(real() * below),
    chance: (of) => real() < of,
    logNormal: (median, sigma) => median * Math.exp(sigma * normal()),
  };
}
