import { expect, test } from 'vitest';
import { simulate } from '../../chaos/simulation/simulate.ts';

/** One seed for each kind of rule book; `npm run chaos:simulate` plays more. */
const lives = [
  [308, 'real'],
  [311, 'law alone'],
  [302, 'own caps'],
  [303, 'own hours'],
] as const;

test('nobody is texted who said no, while a place of theirs is closed, or more often than it allows, whatever fails', async () => {
  const sums = { judged: 0, again: 0, expired: 0, skipped: 0, moves: 0, crashes: 0 };
  for (const [seed, life] of lives) {
    const { places, crashes } = await simulate(seed, life);
    sums.crashes += crashes;
    for (const what of ['judged', 'again', 'expired', 'skipped', 'moves'] as const) sums[what] += places[what];
  }
  expect(sums.judged).toBeGreaterThan(80);
  expect(sums.again).toBeGreaterThan(20);
  expect(sums.expired).toBeGreaterThan(1);
  expect(sums.skipped).toBeGreaterThan(100);
  expect(sums.moves).toBeGreaterThan(5);
  expect(sums.crashes).toBeGreaterThan(3);
}, 180_000);
