import { beforeEach, expect, test } from 'vitest';
import { UserId } from '../../../src/domain/ids.ts';
import { approve, draftBy, submit } from '../campaigns.ts';
import { type Bench, benchForEach } from '../slack-bench.ts';

let bench: Bench;
benchForEach((fresh) => {
  bench = fresh;
});

const message = (button: string) =>
  bench.slack.until(
    () =>
      bench.slack
        .channel('sms')
        .messages()
        .find(({ buttons, thread }) => buttons.includes(button) && thread.length > 0),
    { what: `a campaign’s message with “${button}”` },
  );

const stored = async () => (await bench.services.campaigns.list())[0]!;

const told = (words: string) =>
  bench.slack.until(
    () =>
      bench.slack
        .channel('sms')
        .messages()
        .flatMap(({ thread }) => thread)
        .find(({ text }) => text.includes(words)),
    { what: `a note with “${words}”` },
  );

/** Ada's campaign, 50 every 5 minutes, approved by Ben and paused. */
beforeEach(async () => {
  const campaign = await draftBy(bench, UserId.parse('U0ADA'), { batchSize: '50', every: '5m', hours: 'any time' });
  await submit(bench, campaign);
  const approved = await approve(bench, campaign, UserId.parse('U0BEN'));
  await bench.services.campaigns.pause(approved.id, UserId.parse('U0ADA'));
});

test('“Change pace” to a slower one takes effect at once', async () => {
  const cleo = bench.slack.as('cleo');
  await cleo.pressIn(await message('Change pace'), 'Change pace');
  await cleo.modal('Change pace');
  await cleo.fill({ 'Batch size': '20' });
  await cleo.submit();
  expect((await stored()).slowed).toMatchObject({ by: 'U0CLEO', throttle: { batchSize: 20, everySeconds: 300 } });
  expect((await told('changed the pace')).text).toContain('Batch size: 50 → 20');
});

test('a faster one is proposed, and “Review” and “Approve” by somebody else put it in place', async () => {
  const cleo = bench.slack.as('cleo');
  await cleo.pressIn(await message('Change pace'), 'Change pace');
  await cleo.modal('Change pace');
  await cleo.fill({ Every: '1m' });
  await cleo.submit();
  expect((await cleo.modal('Proposed')).text).toContain('until somebody else presses Review');
  const ben = bench.slack.as('ben');
  await ben.pressIn(await message('Review'), 'Review');
  expect((await ben.modal('Review the pace')).text).toContain('Every: 5 minutes → 1 minute');
  await ben.submit();
  expect(await stored()).toMatchObject({ throttle: { everySeconds: 60 }, approval: { by: 'U0BEN' } });
  await told('approved the pace that');
});
