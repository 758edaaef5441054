/** The most of these moments, in milliseconds and in order, that lie within any one second; and how many came a second. */
export function arrivalsOf(atMs: readonly number[]): { mostInASecond: number; perSecond: number } {
  let from = 0;
  let most = 0;
  for (const [at, ms] of atMs.entries()) {
    while (ms - atMs[from]! >= 1_000) from += 1;
    most = Math.max(most, at - from + 1);
  }
  const seconds = ((atMs.at(-1) ?? 0) - (atMs[0] ?? 0)) / 1_000;
  return { mostInASecond: most, perSecond: seconds > 0 ? (atMs.length - 1) / seconds : 0 };
}
