import { keepNewest } from '../../domain/keep-newest.ts';
import type { Clock } from '../../ports/world.ts';

const keptMs = 5 * 60_000;
const mostKept = 2_000;

type Remembering<T> = {
  /** An answer of the last five minutes; those who ask at the same time share one look-up. */
  get(key: string): Promise<T>;
  /** Asks again, whatever is known; the answer is kept, and a failure leaves what was known. */
  again(key: string): Promise<T>;
  /** An answer of the last `withinMs`; otherwise asks again. */
  lately(key: string, withinMs: number): Promise<T>;
  /** An answer of the last five minutes, without asking. */
  known(key: string): Promise<T> | undefined;
};

/** Keeps answers for five minutes, a failure for as long as `failureMs` says. */
export function remembering<T>(
  clock: Clock,
  load: (key: string) => Promise<T>,
  failureMs: (error: unknown) => number = () => 0,
): Remembering<T> {
  const kept = new Map<string, { value: Promise<T>; askedMs: number; until: number }>();
  const keep = (key: string, value: Promise<T>, askedMs = clock.monotonicMs()) => {
    const entry = { value, askedMs, until: clock.monotonicMs() + keptMs };
    keepNewest(kept, key, entry, mostKept);
    return entry;
  };

  const current = (key: string) => {
    const entry = kept.get(key);
    return entry && clock.monotonicMs() < entry.until ? entry : undefined;
  };
  const again = async (key: string): Promise<T> => {
    const askedMs = clock.monotonicMs();
    const value = await load(key);
    keep(key, Promise.resolve(value), askedMs);
    return value;
  };

  return {
    get(key) {
      const known = current(key);
      if (known) return known.value;

      const entry = keep(key, load(key));
      entry.value.catch((error: unknown) => {
        entry.until = clock.monotonicMs() + failureMs(error);
      });
      return entry.value;
    },
    again,
    lately(key, withinMs) {
      const known = current(key);
      return known && clock.monotonicMs() - known.askedMs < withinMs ? known.value : again(key);
    },
    known: (key) => current(key)?.value,
  };
}
