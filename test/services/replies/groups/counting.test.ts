import { expect, test } from 'vitest';
import { createReports } from '../../../../src/services/reports/reports.ts';
import { agent, approver, author } from '../../../support/builders.ts';
import { refusalOf } from '../../../support/refusal.ts';
import { groupOf, owed, phone, theyWrote } from './group-scene.ts';

test('same words are counted from now on and now, by author or approver, without a thank-you', async () => {
  const scene = await theyWrote(4);
  const { bench, yes, campaign } = scene;
  const before = bench.sent.length;
  expect(await refusalOf(bench, () => bench.inbox.countGroup(yes, { label: 'Yes', by: agent }))).toMatchObject({
    code: 'not_yours',
  });
  expect(await bench.inbox.countGroup(yes, { label: 'Comes', by: author })).toBe(4);
  await bench.hear('yes', phone(5));
  await bench.run(3);
  expect(await bench.store.conversations.unanswered(campaign.id)).toBe(0);
  expect(await scene.of(5)).toMatchObject({ status: 'handled', outcome: { label: 'Comes', by: null } });
  expect(bench.sent).toHaveLength(before);
  expect(await owed(bench, 'counted_card')).toHaveLength(1);
  const report = await createReports(bench.deps).report(campaign.id);
  expect(report.countings).toMatchObject([{ counts: { label: 'Comes', by: author } }]);
  expect((await bench.store.campaigns.get(campaign.id))?.approval).toEqual(campaign.approval);
});

test('one press takes the counting back, but not what somebody has decided since', async () => {
  const scene = await theyWrote(4);
  const { bench, yes, campaign } = scene;
  await bench.inbox.countGroup(yes, { label: 'Yes', by: approver });
  await bench.hear('yes', phone(5));
  await bench.inbox.answer((await scene.of(1)).id, { text: 'Thanks!', by: agent, key: 'k' });
  const cards = (await owed(bench, 'inbound')).length;
  expect(await bench.inbox.stopCounting(yes, agent)).toBe(4);
  expect(await bench.store.conversations.unanswered(campaign.id)).toBe(4);
  expect(await owed(bench, 'inbound')).toHaveLength(cards);
  expect(await scene.of(1)).toMatchObject({ status: 'handled', outcome: { label: 'Yes' } });
  await bench.hear('yes', phone(6));
  expect((await scene.of(6)).status).toBe('open');
  expect((await groupOf(scene)).counts).toBeNull();
});

test.each([
  ['no outcome', ' ', 'no_label'],
  ['an essay as its outcome', 'x'.repeat(31), 'long_label'],
])('%s is refused', async (_, label, code) => {
  const { bench, yes } = await theyWrote(3);
  expect(await refusalOf(bench, () => bench.inbox.countGroup(yes, { label, by: author }))).toMatchObject({ code });
});

test('taking the counting back leaves what people had said before it, and was counted by itself', async () => {
  const scene = await theyWrote(4);
  const { bench, yes } = scene;
  await bench.hear('coming', phone(5));
  await bench.inbox.countGroup(yes, { label: 'Comes', by: approver });
  await bench.hear('yes', phone(5));
  await bench.inbox.stopCounting(yes, agent);
  expect(await scene.of(5)).toMatchObject({ status: 'open', outcome: { label: 'Comes', by: null } });
});

test('what is counted as one thing is not counted as another, and an unknown group is named so', async () => {
  const { bench, yes } = await theyWrote(3);
  await bench.inbox.countGroup(yes, { label: 'Yes', by: author });
  expect(await refusalOf(bench, () => bench.inbox.countGroup(yes, { label: 'No', by: author }))).toMatchObject({
    code: 'counted_already',
  });
  expect(await refusalOf(bench, () => bench.inbox.showGroup({ ...yes, says: 'no' }, agent))).toMatchObject({
    code: 'no_group',
  });
});
