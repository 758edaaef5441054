import type { Rule } from '../../src/domain/rules/rule.ts';
import { offsetAt } from './oracle.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
/** Besides the edge itself: a second and a minute to both sides. */
const besideMs = [-60_000, -1_000, 0, 1_000, 60_000];

/** Each edge of a window and each change of a clock between both, with the moments beside them, in order and once. */
export function momentsThatMatter(
  zones: readonly string[],
  rules: readonly Rule[],
  { fromMs, toMs }: { fromMs: number; toMs: number },
): number[] {
  const edges = edgesOf(rules);
  const found = new Set<number>();
  const add = (ms: number) => {
    for (const beside of besideMs) found.add(ms + beside);
  };
  for (const zone of zones) {
    for (let day = fromMs; day < toMs; day += dayMs) {
      const [before, after] = [offsetAt(zone, day - hourMs * 14), offsetAt(zone, day + hourMs * 38)];
      for (const edge of edges) for (const offset of new Set([before, after])) add(day + edge - offset);
      if (before !== after) for (const at of aroundChange(zone, day)) add(at);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** Minutes of the day at which windows begin and end, and at which none may be begun any more; in milliseconds. */
function edgesOf(rules: readonly Rule[]): number[] {
  const edges = new Set([0]);
  for (const { says } of rules) {
    if (says.kind !== 'hours') continue;
    for (const { from, to } of says.windows) {
      for (const time of [from, to]) edges.add(Number(time.slice(0, 2)) * hourMs + Number(time.slice(3)) * 60_000);
      for (const margin of [5, 30])
        edges.add(Number(to.slice(0, 2)) * hourMs + (Number(to.slice(3)) - margin) * 60_000);
    }
  }
  return [...edges];
}

/** Each quarter of an hour from three hours before the clock is set to three hours after. */
function aroundChange(zone: string, day: number): number[] {
  let [low, high] = [day - 14 * hourMs, day + 38 * hourMs];
  const before = offsetAt(zone, low);
  while (high - low > 900_000) {
    const middle = Math.floor((low + high) / 2 / 900_000) * 900_000;
    if (offsetAt(zone, middle) === before) low = middle;
    else high = middle;
  }
  return Array.from({ length: 25 }, (_, quarter) => high + (quarter - 12) * 900_000);
}
