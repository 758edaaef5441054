import { expect, test } from 'vitest';
import { paceBeside } from '../../chaos/simulation/pace.ts';

test.each([
  [1, 'limited'],
  [2, 'silent'],
  [3, 'late'],
] as const)(
  'half an hour of a Slack that is not well changes no moment of what runs, and starts nothing (seed %d, %s)',
  async (seed, mood) => {
    const well = await paceBeside(seed, 'fine', 'afterwards');
    const ill = await paceBeside(seed, mood, 'meanwhile');
    expect(well.running.length).toBeGreaterThan(50);
    expect(ill.running).toEqual(well.running);
    expect(ill.due).toEqual([]);
  },
);

test('the campaign that came due would have been sent had Slack been well', async () => {
  expect((await paceBeside(1, 'fine', 'meanwhile')).due).toHaveLength(3);
});
