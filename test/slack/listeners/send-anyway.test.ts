import { beforeEach, expect, test } from 'vitest';
import type { Person } from '../../../playground/slack/people/person.ts';
import { UserId } from '../../../src/domain/ids.ts';
import { approve, draftBy, submit } from '../campaigns.ts';
import { type Bench, benchForEach } from '../slack-bench.ts';

let bench: Bench;
let ada: Person;
benchForEach((fresh) => {
  bench = fresh;
  ada = fresh.slack.as('ada');
});

const message = (button: string) =>
  bench.slack.until(
    () =>
      bench.slack
        .channel('sms')
        .messages()
        .find(({ buttons }) => buttons.includes(button)),
    { what: `a message with “${button}”` },
  );

/** Ada's campaign of two batches, whose first person asks something that holds the second. */
beforeEach(async () => {
  const form = { batchSize: '1', every: '1s', hold: '0', hours: 'any time' };
  const campaign = await draftBy(bench, UserId.parse('U0ADA'), form);
  await submit(bench, campaign);
  const approved = await approve(bench, campaign, UserId.parse('U0BEN'));
  const at = new Date(Date.now() - 60_000).toISOString();
  const { campaigns, recipients } = bench.store;
  await campaigns.save({ ...approved, status: 'running', startedAt: at });
  const [claim] = await recipients.claim(campaign.id, { no: 1, startedAt: at, size: 1 }, 1, new Date());
  await recipients.record(claim!, { to: 'submitted', messageId: 'm0' }, new Date());
  await bench.text('+12015550150', 'When does it begin?');
});

const stored = async () => (await bench.services.campaigns.list())[0]!;

test('whoever wrote it sends the next batch anyway, and the thread keeps why', async () => {
  await ada.pressIn(await message('Send the next batch anyway'), 'Send the next batch anyway');
  const asked = await ada.modal('Send the next batch');
  expect(asked.text).toContain('Later batches wait for answers again.');
  await ada.fill({ 'Why can it not wait?': 'The doors open at six' });
  await ada.submit();
  expect((await stored()).sendAnyway).toMatchObject({ batch: 2, by: 'U0ADA', reason: 'The doors open at six' });
  const told = await bench.slack.until(
    () =>
      bench.slack
        .channel('sms')
        .messages()
        .flatMap(({ thread }) => thread)
        .find(({ text }) => text.includes('had a batch sent')),
    { what: 'the note' },
  );
  expect(told.text).toContain('though 1 reply was unanswered: “The doors open at six”');
});

test('an agent who neither wrote nor approved it is refused', async () => {
  const cleo = bench.slack.as('cleo');
  await cleo.pressIn(await message('Send the next batch anyway'), 'Send the next batch anyway');
  await bench.slack.until(() => cleo.ephemerals().some(({ text }) => text.includes('Only whoever wrote or approved')), {
    what: 'the refusal',
  });
  expect((await stored()).sendAnyway).toBeUndefined();
});
