/** Counts what each of many does within the last `windowMs`; of too many names the longest silent are forgotten. */
export type SlidingWindow = {
  /** Counts one more if there is room: then 0, else in how many ms there will be. */
  take(name: string): number;
  /** The same without counting. */
  waitMs(name: string): number;
};

const mostNames = 10_000;

export function slidingWindow({
  most,
  windowMs,
  nowMs,
}: {
  most: number;
  windowMs: number;
  nowMs: () => number;
}): SlidingWindow {
  const moments = new Map<string, number[]>();

  const recent = (name: string): number[] => {
    const since = nowMs() - windowMs;
    const all = moments.get(name) ?? [];
    const first = all.findIndex((moment) => moment > since);
    return first === -1 ? [] : all.slice(first);
  };
  const waitMs = (name: string): number => {
    const all = recent(name);
    return all.length < most ? 0 : Math.max(1, all[all.length - most]! + windowMs - nowMs());
  };
  return {
    waitMs,
    take(name) {
      const wait = waitMs(name);
      if (wait > 0) return wait;
      const all = [...recent(name), nowMs()];
      moments.delete(name);
      moments.set(name, all);
      if (moments.size > mostNames) moments.delete(moments.keys().next().value!);
      return 0;
    },
  };
}
