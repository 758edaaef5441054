import { afterAll, beforeAll, expect, test } from 'vitest';
import { listOf } from '../../../playground/sample-lists.ts';
import { campaignMessage, type Scene, takeTour } from '../../../playground/tours/tour.ts';
import { describeInBrowser, type OpenPlayground, openPlayground } from './support/open-playground.ts';

describeInBrowser('the story of a campaign, played on the page', () => {
  let playground: OpenPlayground;

  beforeAll(async () => {
    playground = await openPlayground({ replyPercent: 40 });
  }, 120_000);
  afterAll(async () => {
    await playground.close();
  }, 60_000);

  test('leads three people from the form to a completed campaign, with a hold by open replies on the way', async () => {
    const { page, world, complaints } = playground;
    const scenes: Scene[] = [];
    await takeTour(page, {
      campaign: 'Summer picnic',
      size: { list: listOf(48), batch: 16, hold: 3 },
      onScene: async (scene) => {
        scenes.push(scene);
        // On a slow page enough replies may be open only after the second batch.
        if (scene === 'hold') expect([16, 32]).toContain(world().vonage.accepted.length);
      },
    });

    expect(scenes).toEqual(['form', 'preview', 'review', 'hold', 'thread', 'phones', 'completed']);
    expect(await campaignMessage(page, 'Summer picnic').textContent()).toMatch(/48 people: \d+ sent(?!.*to come)/);
    const campaignTexts = world().vonage.accepted.filter(({ text }) => text.includes('picnic'));
    expect(new Set(campaignTexts.map(({ to }) => to)).size).toBe(48);
    expect(campaignTexts).toHaveLength(48);
    expect(world().slack.problems).toEqual([]);
    expect(complaints()).toEqual([]);
  }, 600_000);
});
