import { expect, test } from 'vitest';
import { aBench } from '../../support/services.ts';

const throttle = { batchSize: 2, everySeconds: 60, holdAbove: null };

test('who is still waiting at a campaign’s last moment is skipped with that reason, and it ends', async () => {
  const bench = await aBench();
  const notAfter = new Date(bench.clock.now().getTime() + 90_000).toISOString();
  const { id } = await bench.approved({ size: 10, throttle, notAfter });
  await bench.run(100);
  expect(bench.sent).toHaveLength(4);
  const { counts } = await bench.store.recipients.tally(id);
  expect(counts).toMatchObject({ submitted: 4, skipped: 6, queued: 0 });
  expect(await bench.store.recipients.skippedBecause(id)).toEqual({ not_after: 6 });
  expect((await bench.store.campaigns.get(id))?.status).toBe('settling');
});

test('nothing leaves so late that it may arrive after it, also if a claim was made before', async () => {
  const bench = await aBench();
  const start = bench.clock.now().getTime();
  const notAfter = new Date(start + 25_000).toISOString();
  await bench.approved({ size: 100, throttle: { ...throttle, batchSize: 100 }, notAfter });
  await bench.run(40);
  expect(bench.sent.length).toBeGreaterThan(0);
  expect(bench.sent.every(({ at }) => at.getTime() <= start + 5_000)).toBe(true);
  // The provider tries each for 20 s at least.
  expect(bench.sent.every(({ ttlSeconds }) => ttlSeconds !== undefined && ttlSeconds >= 20 && ttlSeconds <= 25)).toBe(
    true,
  );
});
