import { expect, test } from 'vitest';
import { simulate } from '../../chaos/simulation/simulate.ts';

test('in seeded worlds of crashes, broken disks and lost answers no promise is broken after any step', async () => {
  let campaigns = 0;
  let crashes = 0;
  for (let seed = 1; campaigns < 60; seed += 1) {
    const result = await simulate(seed);
    campaigns += result.campaigns;
    crashes += result.crashes;
  }
  expect(crashes).toBeGreaterThan(20);
});

test('the same seed lives through the same steps', async () => {
  expect(await simulate(4711)).toEqual(await simulate(4711));
});
