import { expect, test } from 'vitest';
import { admin } from '../../support/builders.ts';
import { aBench, type Bench } from '../../support/services.ts';

/** Everybody is sent, and of the first one nobody knows whether it went out. */
async function withOneInDoubt(bench: Bench) {
  bench.answerWith(({ ref }) =>
    ref.endsWith('.0.1') ? { kind: 'unconfirmed', cause: 'timeout' } : { kind: 'refused', code: '1120', reason: 'no' },
  );
  const { id } = await bench.approved({ size: 2 });
  await bench.run(6);
  bench.answerWith(({ ref }) => ({ kind: 'accepted', messageId: ref }));
  return id;
}

test('who is released after the campaign was over is sent after all', async () => {
  const bench = await aBench();
  const id = await withOneInDoubt(bench);
  expect((await bench.campaigns.get(id)).status).toBe('completed');
  await bench.campaigns.resolveUnconfirmed(id, 0, 'release', admin);
  await bench.run(3);
  expect(bench.sent.map(({ ref }) => ref).filter((ref) => ref.includes('.0.'))).toEqual([
    `v1.${id}.0.1`,
    `v1.${id}.0.2`,
  ]);
});

test('a second click on the same decision changes nothing, and does not open the campaign again', async () => {
  const bench = await aBench();
  const id = await withOneInDoubt(bench);
  await bench.campaigns.resolveUnconfirmed(id, 0, 'close', admin);
  await expect(bench.campaigns.resolveUnconfirmed(id, 0, 'release', admin)).rejects.toThrow('not unconfirmed any more');
  expect((await bench.campaigns.get(id)).status).toBe('completed');
});

test('nobody is released in a campaign that was cancelled: it would wait for ever', async () => {
  const bench = await aBench();
  bench.answerWith(() => ({ kind: 'unconfirmed', cause: 'timeout' }));
  const { id } = await bench.approved({ size: 2, throttle: { batchSize: 1, everySeconds: 600, holdAbove: null } });
  await bench.run(3);
  await bench.campaigns.cancel(id, admin);
  await bench.run(3);
  expect((await bench.campaigns.get(id)).status).toBe('cancelled');
  await expect(bench.campaigns.resolveUnconfirmed(id, 0, 'release', admin)).rejects.toThrow('Press Do not send again');
  expect((await bench.store.recipients.tally(id)).counts).toMatchObject({ queued: 0, unconfirmed: 1, skipped: 1 });
});
