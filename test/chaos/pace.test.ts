import { beforeAll, expect, test } from 'vitest';
import { paceBeside } from '../../chaos/simulation/pace.ts';

const seed = 1;
let well: Awaited<ReturnType<typeof paceBeside>>;
beforeAll(async () => {
  well = await paceBeside(seed, 'fine', 'afterwards');
  expect(well.running.length).toBeGreaterThan(50);
});

test.each(['limited', 'silent', 'late'] as const)(
  'half an hour of a Slack that is not well changes no moment of what runs, and starts nothing (%s)',
  async (mood) => {
    const ill = await paceBeside(seed, mood, 'meanwhile');
    expect(ill.running).toEqual(well.running);
    expect(ill.due).toEqual([]);
  },
);

test('the campaign that came due would have been sent had Slack been well', async () => {
  expect((await paceBeside(seed, 'fine', 'meanwhile')).due).toHaveLength(3);
});
