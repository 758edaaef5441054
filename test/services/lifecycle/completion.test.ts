import { expect, onTestFinished, test } from 'vitest';
import type { SendOutcome } from '../../../src/domain/recipient/send-outcome.ts';
import { aBench } from '../../support/services.ts';

test('a campaign is not over while one message of it is still on its way', async () => {
  const bench = await aBench();
  const answer = Promise.withResolvers<SendOutcome>();
  onTestFinished(() => answer.resolve({ kind: 'unconfirmed', cause: 'timeout' }));
  bench.answerWith(() => answer.promise);
  const { id } = await bench.approved({ size: 1 });
  await bench.run(10);
  expect((await bench.store.recipients.tally(id)).counts.claimed).toBe(1);
  expect((await bench.campaigns.get(id)).status).toBe('running');

  answer.resolve({ kind: 'unconfirmed', cause: 'timeout' });
  await bench.run(4);
  expect((await bench.campaigns.get(id)).status).toBe('completed');
  expect(await bench.notes(id)).toContain('unconfirmed');
});

test('the thread hears of a wait for receipts once, and only when it lasts', async () => {
  const bench = await aBench();
  const { id } = await bench.approved({ size: 2 });
  await bench.run(240);
  expect((await bench.campaigns.get(id)).status).toBe('settling');
  expect(await bench.notes(id)).not.toContain('sent_all');
  await bench.run(400);
  expect((await bench.notes(id)).filter((kind) => kind === 'sent_all')).toHaveLength(1);
});
