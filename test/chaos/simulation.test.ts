import { expect, test } from 'vitest';
import { simulate } from '../../chaos/simulation/simulate.ts';

test('campaigns keep every promise through crashes, failing disks and a provider that says nothing', async () => {
  let campaigns = 0;
  let crashes = 0;
  for (let seed = 1; campaigns < 60; seed += 1) {
    const result = await simulate(seed);
    campaigns += result.campaigns;
    crashes += result.crashes;
  }
  expect(crashes).toBeGreaterThan(20);
}, 90_000);

test('the same seed takes the same steps', async () => {
  const runs = [await simulate(80), await simulate(80)];
  expect(runs[0]).toEqual(runs[1]);
});
