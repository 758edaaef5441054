import type { Clock } from '../ports.ts';

const keptMs = 5 * 60_000;
const mostKept = 2_000;

/**
 * Answers are kept for five minutes, a failure for as long as `failureMs` says of it; those who ask at the same time
 * share one look-up.
 */
export function remembering<T>(
  clock: Clock,
  load: (key: string) => Promise<T>,
  failureMs: (error: unknown) => number = () => 0,
): (key: string) => Promise<T> {
  const kept = new Map<string, { value: Promise<T>; until: number }>();
  return (key) => {
    const known = kept.get(key);
    if (known && clock.monotonicMs() < known.until) return known.value;

    const entry = { value: load(key), until: clock.monotonicMs() + keptMs };
    kept.delete(key);
    kept.set(key, entry);
    if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
    entry.value.catch((error: unknown) => {
      entry.until = clock.monotonicMs() + failureMs(error);
    });
    return entry.value;
  };
}
