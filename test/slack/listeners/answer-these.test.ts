import { beforeEach, expect, test } from 'vitest';
import type { Person } from '../../../playground/slack/people/person.ts';
import { PhoneNumber, UserId } from '../../../src/domain/ids.ts';
import { aFormInput } from '../../support/builders.ts';
import { textEverybody } from '../campaigns.ts';
import { windowThatSays } from '../replies.ts';
import { type Bench, benchForEach, from } from '../slack-bench.ts';

let bench: Bench;
let cleo: Person;
benchForEach((fresh) => {
  bench = fresh;
  cleo = fresh.slack.as('cleo');
});

const [adaId, benId] = ['U0ADA', 'U0BEN'].map((id) => UserId.parse(id)) as [UserId, UserId];
const phoneOf = (no: number) => `+120155501${50 + no}`;
const people = 15;

const roots = () => bench.slack.channel('sms').messages();
const thread = () => roots().flatMap((root) => root.thread);
const crowd = () => thread().find(({ text }) => / people wrote at /.test(text));
const shows = (words: string) => windowThatSays(bench, cleo, words);
const says = (words: string) => bench.slack.until(() => crowd()?.text.includes(words), { what: words });

/** Person 0 wrote alone; then all others at once, quicker than Slack takes posts. */
beforeEach(async () => {
  const { campaigns } = bench.services;
  const input = aFormInput({ name: 'Reunion', sender: from, channel: 'C0SMS', hours: 'any time', hold: '40' });
  const content = await campaigns.read(input, adaId);
  const rows = Array.from({ length: people }, (_, no) => `${phoneOf(no)},Person ${no}`);
  const source = ['phone,first_name', ...rows].join('\n');
  const { campaign } = await campaigns.draft({ content, source, by: adaId, origin: 'V1' });
  const { contentHash } = await campaigns.preview(campaign.id);
  await campaigns.submit(campaign.id, { by: adaId, contentHash });
  await campaigns.approve(campaign.id, { by: benId, contentHash, ticked: ['nobody_said'] });
  await textEverybody(bench, campaign);
  await bench.text(phoneOf(0), 'Text of 0');
  await bench.slack.until(() => thread().some(({ text }) => text.includes('Text of 0')));
  bench.pauseClock();
  for (let no = 1; no < people; no += 1) await bench.text(phoneOf(no), `Text of ${no}`);
  bench.resumeClock();
  await bench.slack.until(crowd);
});

test('Answer these goes through those of one post, whose lines say what became of each; then its button goes', async () => {
  expect(crowd()?.text).toContain('Person 3 (•••• 0153): “Text of 3” · open');
  await cleo.pressIn(crowd()!, 'Answer these');
  expect((await shows('1 of 14')).text).toContain('Text of 1');
  await cleo.fill({ 'Your answer': 'Yes!' });
  await cleo.submit();
  await shows('2 of 14');
  await cleo.press('Skip');
  await shows('3 of 14');
  for (let no = 3; no < people; no += 1) {
    await shows(`Text of ${no}`);
    await cleo.press('Handled, next');
  }
  const window = await shows('None of these waits for an answer from you.');
  expect(window.text).toContain('Press Answer these again to see the 1 that you left.');
  expect(window.text).toContain('Press Answer replies on the campaign’s message for 1 more in “Reunion”.');
  await cleo.close();
  await says('“Text of 1” · answered by @Cleo');
  await says('“Text of 14” · handled by @Cleo');
  expect(crowd()?.text).toContain('1 open');
  await cleo.pressIn(crowd()!, 'Answer these');
  await shows('Text of 2');
  await cleo.press('Handled, next');
  await shows('None of these waits for an answer.');
  await says('Nobody waits for an answer.');
  expect(crowd()?.buttons).toEqual([]);
});

test('a STOP after a flood is told on the line of whoever wrote it', async () => {
  await bench.text(phoneOf(4), 'STOP');
  await says('Person 4 (•••• 0154): “Text of 4 / STOP” · opted out');
  expect(crowd()?.text).toContain('13 open');
  expect(thread().filter(({ text }) => text.includes('Person 4 '))).toHaveLength(1);
});

test('Show one of somebody who has opted out offers no answer, as their card would not', async () => {
  await bench.text(phoneOf(4), 'STOP');
  await says('“Text of 4 / STOP” · opted out');
  await cleo.pickIn(crowd()!, 'Person 4 (•••• 0154)');
  await bench.slack.until(() => cleo.ephemerals().length === 1);
  expect(cleo.ephemerals()[0]?.buttons).not.toContain('Reply');
});

test.each([
  ['by hand', () => bench.services.optOuts.add(phoneOf(4), adaId)],
  [
    'by a colleague on their card',
    async () => {
      const [campaign] = await bench.store.campaigns.list();
      const talk = await bench.store.conversations.find(campaign!.id, PhoneNumber.parse(phoneOf(4)));
      await bench.services.inbox.optOut(talk!.id, benId);
    },
  ],
])('Show one of somebody who was opted out %s offers no answer either', async (_, optOut) => {
  await optOut();
  await cleo.pickIn(crowd()!, 'Person 4 (•••• 0154)');
  await bench.slack.until(() => cleo.ephemerals().length === 1);
  expect(cleo.ephemerals()[0]?.buttons).not.toContain('Reply');
});

test('Show one gives whoever asks the card of one of them, with all that can be done', async () => {
  await cleo.pickIn(crowd()!, 'Person 5 (•••• 0155)');
  await bench.slack.until(() => cleo.ephemerals().length === 1);
  const [card] = cleo.ephemerals();
  expect(card?.text).toContain('Person 5 (•••• 0155) wrote');
  expect(card?.text).toContain('Text of 5');
  expect(card?.text).toContain('They got');
  expect(card?.buttons).toEqual(['Reply', 'Handled']);
  await cleo.pressIn(card!, 'Handled');
  await says('“Text of 5” · handled by @Cleo');
});
