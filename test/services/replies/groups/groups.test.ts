import { expect, test } from 'vitest';
import { agent, approver } from '../../../support/builders.ts';
import { members, owed, phone, postCards, reportOf, theyWrote } from './group-scene.ts';

test('the third who says the same makes the group’s card, and gets none of their own', async () => {
  const scene = await theyWrote(2, { card: false });
  expect(await owed(scene.bench, 'group_card')).toEqual([]);
  await scene.bench.hear('YES', phone(3));
  await scene.bench.hear('yes.', phone(4));
  expect(await owed(scene.bench, 'inbound')).toHaveLength(2);
  expect(await owed(scene.bench, 'group_card')).toMatchObject([{ says: 'yes', example: 'YES' }]);
  await postCards(scene.bench);
  expect(await reportOf(scene)).toMatchObject({ people: 4, group: { example: 'YES' } });
});

test('three who write at the same moment make one card', async () => {
  const scene = await theyWrote(0, { size: 5 });
  await Promise.all([1, 2, 3, 4].map((no) => scene.bench.hear('yes', phone(no))));
  expect(await owed(scene.bench, 'group_card')).toHaveLength(1);
});

test('whoever says something else later leaves the group for a card of their own', async () => {
  const scene = await theyWrote(5);
  await scene.bench.hear('with my dog?', phone(5));
  expect((await members(scene)).map(({ number }) => number)).not.toContain(phone(5));
  const { id } = await scene.of(5);
  expect(await owed(scene.bench, 'inbound')).toContainEqual(expect.objectContaining({ conversationId: id }));
});

test('after everybody is answered, the next one who says it gets a card of their own', async () => {
  const scene = await theyWrote(3);
  await scene.bench.inbox.handleGroup(scene.yes, agent);
  await scene.bench.hear('yes', phone(4));
  const { id } = await scene.of(4);
  expect(await owed(scene.bench, 'inbound')).toContainEqual(expect.objectContaining({ conversationId: id }));
});

test('a conversation without a card costs no post when it changes', async () => {
  const scene = await theyWrote(4);
  const before = (await scene.bench.store.announcements.pending()).length;
  await scene.bench.inbox.handle((await scene.of(4)).id, agent);
  expect(await scene.bench.store.announcements.pending()).toHaveLength(before);
});

test('all handled leaves out who is in an agent’s hands', async () => {
  const scene = await theyWrote(4);
  const taken = await scene.of(2);
  const at = scene.bench.clock.now();
  const until = new Date(at.getTime() + 60_000).toISOString();
  await scene.bench.store.conversations.save({ ...taken, claim: { by: approver, at: at.toISOString(), until } });
  expect(await scene.bench.inbox.handleGroup(scene.yes, agent)).toBe(3);
  expect(await scene.of(1)).toMatchObject({ status: 'handled', handledBy: agent });
  expect((await scene.of(2)).status).toBe('open');
});
