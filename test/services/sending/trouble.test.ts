import { expect, test } from 'vitest';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.ts';
import { simulatedDisk } from '../../store/lowdb/simulated-disk.ts';
import { agent, sender } from '../../support/builders.ts';
import { aBench, type Bench } from '../../support/services.ts';

const broken = (): never => {
  throw new Error('ENOSPC: no space left on device');
};

/** Somebody has written back. */
async function withAReply(bench: Bench) {
  const { id } = await bench.approved({ size: 1 });
  await bench.run(3);
  const [first] = bench.sent;
  await bench.inbox.receive({
    id: 'in-1',
    from: first!.to,
    to: sender,
    text: 'Yes',
    at: bench.clock.now().toISOString(),
  });
  const [conversation] = await bench.store.conversations.ofCampaign(id);
  return conversation!;
}

test('a gateway that fails against its promise leaves doubt, and neither a second message nor a campaign that never ends', async () => {
  const bench = await aBench();
  bench.answerWith(() => Promise.reject(new Error('a bug')));
  const { id } = await bench.approved({ size: 1 });
  await bench.run(6);
  expect(bench.sent).toHaveLength(1);
  expect((await bench.campaigns.get(id)).status).toBe('completed');
  expect(await bench.store.recipients.get(id, 0)).toMatchObject({ state: 'unconfirmed', reason: 'internal_error' });
});

test('an answer that could not be stored was not sent, says so, and leaves when the form is submitted again', async () => {
  const disk = simulatedDisk();
  const bench = await aBench({ disk });
  const { id } = await withAReply(bench);
  disk.beforeCall = broken;
  const answer = { text: 'See you there', by: agent, key: 'view-1' };
  await expect(bench.inbox.answer(id, answer)).rejects.toThrow('no space left');
  disk.beforeCall = () => {};
  await bench.clock.advance(2_000);
  expect((await bench.inbox.get(id)).messages.at(-1)).toMatchObject({ state: 'not_sent', reason: 'storage' });

  const again = bench.inbox.answer(id, answer);
  await bench.clock.advance(2_000);
  expect((await again).messages.at(-1)).toMatchObject({ state: 'submitted' });
  expect(bench.sent.filter(({ text }) => text === 'See you there')).toHaveLength(1);
});

test('what became of an answer is stored when the disk works again', async () => {
  const disk = simulatedDisk();
  const bench = await aBench({ disk });
  const { id } = await withAReply(bench);
  bench.answerWith(({ ref }) => {
    disk.beforeCall = broken;
    return { kind: 'accepted', messageId: ref };
  });
  const answered = bench.inbox.answer(id, { text: 'See you there', by: agent, key: 'view-1' });
  await bench.clock.advance(3_000);
  disk.beforeCall = () => {};
  await bench.clock.advance(3_000);
  expect((await answered).messages.at(-1)).toMatchObject({ state: 'submitted' });
});

test('a second click on Pause is answered only when the first one is durable', async () => {
  const disk = simulatedDisk();
  const bench = await aBench({ disk });
  const { id } = await bench.approved({ size: 50, throttle: { batchSize: 1, everySeconds: 60, holdAbove: null } });
  await bench.run(3);
  disk.turnsOf = (what) => (what === 'sync' ? 30 : 1);
  const first = bench.campaigns.pause(id, agent);
  while ((await bench.campaigns.get(id)).status !== 'paused') await new Promise((resolve) => setImmediate(resolve));
  await bench.campaigns.pause(id, agent);

  const left = await openLowdbStore({ folder: '/data', disk: disk.afterCrash('power') });
  expect((await left.campaigns.get(id))?.status).toBe('paused');
  await left.close();
  disk.turnsOf = () => 1;
  await first;
});

test('a person who wrote to a number that is no sender any more cannot be answered from it, and nothing is left half done', async () => {
  const bench = await aBench();
  const { id, number } = await withAReply(bench);
  await bench.inbox.receive({
    id: 'in-2',
    from: '+4915112345678' as typeof number,
    to: '12015550199' as typeof sender,
    text: 'Hello?',
    at: bench.clock.now().toISOString(),
  });
  const [stranger] = await bench.store.conversations.ofCampaign(null);
  expect(stranger?.id).not.toBe(id);
  await expect(bench.inbox.answer(stranger!.id, { text: 'Hi', by: agent, key: 'v' })).rejects.toThrow('SMS_SENDERS');
  expect((await bench.inbox.get(stranger!.id)).messages).toHaveLength(1);
});
