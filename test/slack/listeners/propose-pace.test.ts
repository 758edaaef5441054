import { expect, test } from 'vitest';
import { UserId } from '../../../src/domain/ids.ts';
import { draftBy, reviewCard, submit } from '../campaigns.ts';
import { type Bench, benchForEach } from '../slack-bench.ts';

let bench: Bench;
benchForEach((fresh) => {
  bench = fresh;
});

const stored = async () => (await bench.services.campaigns.list())[0]!;

test('“Propose another pace” sends it back, “Use this pace” submits it with that, and the review says what changed', async () => {
  await submit(bench, await draftBy(bench, UserId.parse('U0ADA'), { batchSize: '50', every: '5m', hours: 'any time' }));
  const ben = bench.slack.as('ben');
  await ben.pressIn(await reviewCard(bench.slack), 'Review');
  await ben.modal('Review campaign');
  await ben.press('Propose another pace');
  await ben.modal('Propose another pace');
  await ben.fill({ 'Batch size': '35' });
  await ben.submit();
  expect(await stored()).toMatchObject({ status: 'draft', sentBack: { by: 'U0BEN', throttle: { batchSize: 35 } } });

  const { messages } = bench.slack.channel('sms');
  const decided = await bench.slack.until(() => messages().find(({ buttons }) => buttons.includes('Use this pace')), {
    what: 'the decided card',
  });
  expect(decided.text).toContain('Another pace: 35 people every 5 minutes');
  await bench.slack.as('ada').pressIn(decided, 'Use this pace');
  const again = await reviewCard(bench.slack);
  expect(await stored()).toMatchObject({ throttle: { batchSize: 35 }, lastEditedBy: 'U0ADA' });

  await ben.pressIn(again, 'Review');
  const review = await ben.modal('Review campaign');
  expect(review.text).toContain('What changed since');
  expect(review.text).toContain('Batch size: 50 → 35');
  await ben.fill({ 'Nobody said how these people agreed': true });
  await ben.submit();
  expect((await stored()).approval?.by).toBe('U0BEN');
});
