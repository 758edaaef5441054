import { expect, test } from 'vitest';
import type { Conversation } from '../../../../src/domain/reply/conversation.ts';
import { groupCard } from '../../../../src/slack/ui/messages/replies/group.ts';
import { agent, approver, author } from '../../../support/builders.ts';
import { refusalOf } from '../../../support/refusal.ts';
import {
  anotherInbox,
  answers,
  groupOf,
  members,
  phone,
  reportOf,
  type Scene,
  send,
  theyWrote,
  typed,
} from './group-scene.ts';

test('a preview tells how many get it, three texts as they read, and what it costs', async () => {
  const { bench, yes } = await theyWrote(5, { options: { prices: { US: 0.01 } } });
  await bench.inbox.optOut((await members({ bench, yes } as Scene))[4]!.id, agent);
  await bench.hear('yes', phone(6));
  const preview = await bench.inbox.previewAnswer(yes, { answer: { canned: 0 }, by: agent });
  expect(preview).toMatchObject({ of: 5, segments: 5, cost: { amount: 0.05 }, needsColleague: false });
  expect(preview.samples.map(({ text }) => text)).toEqual(Array(3).fill('Hall 3, x.'));
});

test('an answer to all is one text to each, and nobody of them waits any more', async () => {
  const scene = await theyWrote(12);
  expect(await send(scene)).toBe('sending');
  await scene.bench.run(5);
  expect(new Set(answers(scene.bench).map(({ to }) => to)).size).toBe(12);
  expect(answers(scene.bench)).toHaveLength(12);
  expect(await scene.bench.store.conversations.unanswered(scene.campaign.id)).toBe(0);
  expect(await reportOf(scene)).toMatchObject({
    people: 0,
    answer: { state: 'done', reached: 12, of: 12, others: [] },
  });
});

test('it goes to nobody who came after the preview', async () => {
  const scene = await theyWrote(3);
  const { of, until } = await scene.bench.inbox.previewAnswer(scene.yes, { answer: typed, by: agent });
  await scene.bench.inbox.handle((await scene.of(1)).id, agent);
  await scene.bench.run(1);
  await scene.bench.hear('yes', phone(4));
  await send(scene, { of, until });
  await scene.bench.run(3);
  expect(
    answers(scene.bench)
      .map(({ to }) => to)
      .sort(),
  ).toEqual([phone(2), phone(3)]);
  expect(await reportOf(scene)).toMatchObject({ people: 1, answer: { state: 'done', of: 2, reached: 2 } });
});

test('two presses at once send it once, and so does the same press again afterwards', async () => {
  const scene = await theyWrote(4);
  const both = await Promise.allSettled([send(scene), send(scene), send(scene, { key: 'second', by: approver })]);
  expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  await scene.bench.run(3);
  await send(scene);
  await scene.bench.run(3);
  expect(answers(scene.bench)).toHaveLength(4);
});

test('it keeps to the sender’s rate', async () => {
  const scene = await theyWrote(6, { options: { settings: { accountRate: 2 } }, size: 6 });
  await scene.bench.run(20);
  await send(scene);
  await scene.bench.run(8);
  const times = answers(scene.bench).map(({ at }) => at.getTime());
  expect(times).toHaveLength(6);
  for (const [no, time] of times.entries()) if (no >= 2) expect(time - times[no - 2]!).toBeGreaterThanOrEqual(1_000);
});

test('a text that comes while it is sent takes its person out, and a STOP gets nothing', async () => {
  const scene = await theyWrote(6, { options: { settings: { accountRate: 1 } } });
  await scene.bench.run(20);
  await send(scene);
  await scene.bench.hear('is it far?', phone(5));
  await scene.bench.hear('STOP', phone(6));
  await scene.bench.run(12);
  const reached = answers(scene.bench).map(({ to }) => to);
  expect(reached).toHaveLength(4);
  expect(reached).not.toContain(phone(5));
  expect(reached).not.toContain(phone(6));
  const { answer } = await reportOf(scene);
  expect(answer).toMatchObject({ state: 'done', reached: 4 });
  expect(answer!.others.map(({ why, people }) => [why, people]).sort()).toEqual([
    ['opted_out', 1],
    ['wrote_again', 1],
  ]);
});

test('whoever is answered while it is sent, and says the same to that, does not get it', async () => {
  const scene = await theyWrote(6, { options: { settings: { accountRate: 1 } } });
  const { bench } = scene;
  await bench.run(20);
  await send(scene);
  const { id } = await scene.of(6);
  await bench.inbox.handle(id, author);
  await bench.clock.advance(1_000);
  await bench.hear('yes', phone(6));
  await bench.run(20);
  expect(answers(bench).map(({ to }) => to)).toEqual([1, 2, 3, 4, 5].map(phone));
  expect((await reportOf(scene)).answer?.others).toMatchObject([{ why: 'wrote_again', people: 1 }]);
  expect(await bench.store.conversations.unanswered(scene.campaign.id)).toBe(1);
});

test('whoever lacks a value that the text needs stays in the group and is named', async () => {
  const scene = await theyWrote(3);
  const { store } = scene.bench;
  const stranger = { ...(await scene.of(3)), number: phone(900) };
  await store.conversations.save({ ...stranger, id: 'strangerabcd' as Conversation['id'], version: 0 } as Conversation);
  await send(scene, { answer: { typed: 'Dear {{first_name}}, see you.' } });
  await scene.bench.run(5);
  const { people, answer } = await reportOf(scene);
  expect([people, answer?.reached, answer?.others.map(({ why }) => why)]).toEqual([1, 3, ['no_value']]);
});

test('to more than twenty people a typed answer needs a second person’s press', async () => {
  const scene = await theyWrote(57);
  const { bench, yes } = scene;
  expect((await bench.inbox.previewAnswer(yes, { answer: typed, by: agent })).needsColleague).toBe(true);
  expect((await bench.inbox.previewAnswer(yes, { answer: { canned: 0 }, by: agent })).needsColleague).toBe(false);
  expect(await send(scene)).toBe('proposed');
  await bench.run(3);
  expect(answers(bench)).toEqual([]);
  expect(await refusalOf(bench, () => bench.inbox.releaseAnswer(yes, 'first', agent))).toMatchObject({
    code: 'own_proposal',
  });
  expect(await refusalOf(bench, () => send(scene, { key: 'other' }))).toMatchObject({ code: 'answer_proposed' });
  await bench.inbox.releaseAnswer(yes, 'first', approver);
  await bench.inbox.releaseAnswer(yes, 'first', approver);
  await bench.run(5);
  expect(answers(bench)).toHaveLength(57);
  expect((await groupOf(scene)).answer).toMatchObject({ by: agent, releasedBy: approver, state: 'done' });
});

test('a canned answer goes to many on one person’s word, and a withdrawn one to nobody', async () => {
  const scene = await theyWrote(25);
  const { bench, yes } = scene;
  await send(scene);
  await bench.inbox.withdrawAnswer(yes, 'first', author);
  expect(await refusalOf(bench, () => bench.inbox.releaseAnswer(yes, 'first', approver))).toMatchObject({
    code: 'answer_withdrawn',
  });
  expect(await send(scene, { answer: { canned: 0 }, key: 'second' })).toBe('sending');
  await bench.run(5);
  expect(answers(bench, 'Hall 3, x.')).toHaveLength(25);
  expect(answers(bench)).toEqual([]);
});

test.each([
  ['nothing', { typed: ' ' }, 'empty_reply'],
  ['too much', { typed: 'x'.repeat(481) }, 'long_reply'],
  ['a column that the list lacks', { typed: 'Hi {{nickname}}' }, 'unknown_placeholder'],
])('an answer that says %s goes to nobody', async (_, answer, code) => {
  const scene = await theyWrote(3);
  expect(await refusalOf(scene.bench, () => send(scene, { answer }))).toMatchObject({ code });
});

test('a second answer waits until the first one is through, and then nobody is left', async () => {
  const scene = await theyWrote(3);
  await send(scene);
  const again = () => send(scene, { key: 'second' });
  expect(await refusalOf(scene.bench, again)).toMatchObject({ code: 'answer_under_way' });
  await scene.bench.run(3);
  expect(await refusalOf(scene.bench, again)).toMatchObject({ code: 'nobody_waits' });
});

test('a second answer leaves the first one told, shortly', async () => {
  const scene = await theyWrote(3, { size: 8 });
  const { bench } = scene;
  await send(scene);
  await bench.run(3);
  for (const no of [4, 5, 6]) await bench.hear('yes', phone(no));
  await send(scene, { key: 'second', answer: { typed: 'And bring a chair.' } });
  await bench.run(3);
  const report = await reportOf(scene);
  expect([report.answer?.text, report.answer?.reached]).toEqual(['And bring a chair.', 3]);
  expect(report.earlier).toMatchObject([{ text: typed.typed, of: 3, reached: 3, by: agent }]);
  expect(groupCard(report).text).toContain(`answered 3 of 3 people earlier: “${typed.typed}”`);
});

test('a stop in the middle ends between two people; the next start names who waits, and nobody is texted twice', async () => {
  const scene = await theyWrote(6, { options: { settings: { accountRate: 1 } } });
  const { bench, yes } = scene;
  await bench.run(20);
  await send(scene);
  await bench.run(3);
  await Promise.all([bench.inbox.stop(), bench.clock.advance(5_000)]);
  const reached = answers(bench).length;
  expect(reached).toBeGreaterThan(0);
  expect(reached).toBeLessThan(6);
  const { people, answer } = await reportOf(scene);
  expect([people, answer?.state, answer?.reached]).toEqual([6 - reached, 'interrupted', reached]);
  expect(answer?.others).toMatchObject([{ why: 'waits', people: 6 - reached }]);
  const { until } = answer!;
  await anotherInbox(bench).answerGroup(yes, { answer: typed, of: 6, until, key: 'second', by: agent });
  await bench.run(12);
  expect(answers(bench)).toHaveLength(6);
  expect(new Set(answers(bench).map(({ to }) => to)).size).toBe(6);
});

test.each([
  ['knows nothing of what it took', { kind: 'unconfirmed', cause: 'timeout' }, 'unconfirmed'],
  ['refuses each of them', { kind: 'refused', code: '1120', reason: 'illegal sender' }, 'rejected'],
  ['takes nothing', { kind: 'halted', reason: 'provider_balance', detail: '' }, 'not_sent'],
] as const)('a provider that %s gets five of them, and the others go on waiting', async (_, outcome, why) => {
  const scene = await theyWrote(12);
  scene.bench.answerWith(() => outcome);
  await send(scene);
  await scene.bench.run(5);
  expect(answers(scene.bench)).toHaveLength(5);
  const { answer } = await reportOf(scene);
  expect(answer).toMatchObject({ state: 'interrupted', reached: 0 });
  expect(answer!.others.map((other) => [other.why, other.people])).toEqual([
    [why, 5],
    ['waits', 7],
  ]);
});

test('an answer with an outcome that the provider refuses leaves the reply open', async () => {
  const scene = await theyWrote(3);
  scene.bench.answerWith(() => ({ kind: 'refused', code: '1120', reason: 'illegal sender' }));
  const { id } = await scene.of(1);
  const after = await scene.bench.inbox.answer(id, { text: 'Hi', by: agent, key: 'refused', outcome: 'Comes' });
  expect(after.status).toBe('open');
  expect(await scene.bench.store.conversations.unanswered(scene.campaign.id)).toBe(3);
});
