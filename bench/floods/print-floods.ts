import type { FloodFigures } from './run-flood.ts';

export function printFloods(figures: FloodFigures, tookMs: number): string {
  const { people, wroteS, shownS, posts, outOfOrderS, broken } = figures;
  return [
    `${people} people wrote within ${Math.round(wroteS)} s, each something of their own.`,
    `All were shown ${Math.round(shownS)} s after the first text, in ${posts} posts.`,
    `Nobody stands below somebody who wrote more than ${outOfOrderS.toFixed(1)} s later.`,
    ...broken.map((what) => `BROKEN: ${what}`),
    `(${(tookMs / 1_000).toFixed(0)} s)`,
  ].join('\n');
}
