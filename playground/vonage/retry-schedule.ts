const firstRetryMs = 5_000;
const longestRetryMs = 15 * 60_000;
const droppedAfterMs = 24 * 60 * 60_000;

/** When a failed webhook is tried again: after 5 s, doubling to 15 min, then every 15 min; undefined once 24 h are over. */
export function retryAfterMs(failures: number, elapsedMs: number): number | undefined {
  const waitMs = Math.min(firstRetryMs * 2 ** (failures - 1), longestRetryMs);
  return elapsedMs + waitMs > droppedAfterMs ? undefined : waitMs;
}
