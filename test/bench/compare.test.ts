import { expect, test } from 'vitest';
import { compareWorld } from '../../bench/compare/judge.ts';
import { aWorld } from '../../bench/compare/world.ts';

test('a pace that follows the team keeps limit and promise in eight worlds, about as fast as the best fixed one', () => {
  const all = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => compareWorld(aWorld(seed)));
  for (const { team, held } of all) {
    expect(team.mostOpen).toBeLessThanOrEqual(10 + team.largestReplies);
    expect(team.largestBatch).toBeLessThanOrEqual(50);
    expect(team.finish).toBeLessThanOrEqual(held.finish * 3);
  }
  expect(all.filter(({ team }) => team.late === 0).length).toBeGreaterThanOrEqual(7);
  const later = all.flatMap(({ team, best }) => (best ? [team.finish / best.finish] : [])).sort((a, b) => a - b);
  expect(later[Math.floor(later.length / 2)]).toBeLessThanOrEqual(1.25);
  const better = all.filter(({ team, fixed }) => team.longestWait <= fixed.longestWait + 2);
  expect(better.length).toBeGreaterThanOrEqual(7);
});
