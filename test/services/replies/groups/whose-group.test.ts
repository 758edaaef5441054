import { expect, test } from 'vitest';
import { agent, approver, author } from '../../../support/builders.ts';
import { answers, members, send, theyWrote } from './group-scene.ts';

test.each([null, author])(
  'what the last nudge gave somebody is answered and handled with all; from %s it is kept',
  async (from) => {
    const scene = await theyWrote(4);
    const given = await scene.of(2);
    const owner = { member: approver, at: scene.bench.clock.now().toISOString(), from };
    await scene.bench.store.conversations.save({ ...given, owner });
    const keeps = from !== null;
    expect((await members(scene)).length).toBe(keeps ? 3 : 4);
    const hand = await scene.bench.inbox.next(scene.campaign.id, { by: agent });
    expect(hand).toMatchObject({ others: { of: keeps ? 2 : 3 } });
    expect(await send(scene, { by: approver })).toBe('sending');
    await scene.bench.run(5);
    expect(answers(scene.bench).map(({ to }) => to)).toHaveLength(keeps ? 2 : 3);
    // With the answer it is nobody's matter any more: what they write next is.
    expect((await scene.of(2)).owner).toEqual(keeps ? owner : null);
  },
);

test('what the last nudge gave somebody is handled and counted with all, and rests then', async () => {
  for (const act of ['handleGroup', 'countGroup'] as const) {
    const scene = await theyWrote(3);
    const at = scene.bench.clock.now().toISOString();
    await scene.bench.store.conversations.save({ ...(await scene.of(2)), owner: { member: approver, at, from: null } });
    const { inbox } = scene.bench;
    const reached =
      act === 'handleGroup'
        ? inbox.handleGroup(scene.yes, agent)
        : inbox.countGroup(scene.yes, { label: 'Comes', by: author });
    expect(await reached).toBe(3);
    expect(await scene.of(2)).toMatchObject({ status: 'handled', owner: null });
  }
});

test('a nudge that gives everybody away while they are answered takes nobody out', async () => {
  const scene = await theyWrote(4);
  const { bench } = scene;
  expect(await send(scene)).toBe('sending');
  for (const no of [1, 2, 3, 4]) {
    for (;;) {
      const current = await scene.of(no);
      const owner = { member: approver, at: bench.clock.now().toISOString(), from: null };
      if ((await bench.store.conversations.save({ ...current, owner })) !== 'stale') break;
    }
  }
  await bench.run(5);
  expect(new Set(answers(bench).map(({ to }) => to)).size).toBe(4);
});
