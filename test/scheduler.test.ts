import { expect, test } from 'vitest';
import { createScheduler } from '../src/scheduler.ts';

test('the first tick does not wait for the next second', async () => {
  const ticked = Promise.withResolvers<number>();
  const tick = async (): Promise<void> => ticked.resolve(performance.now());
  const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const scheduler = createScheduler(tick, silent);
  scheduler.start();
  const before = await new Promise<number>((resolve) => setImmediate(() => resolve(performance.now())));
  expect(await ticked.promise).toBeLessThan(before);
  await scheduler.stop();
});

test('a tick that takes long is not joined by another, and the clock says so in our log only', async () => {
  const said = Promise.withResolvers<object>();
  const slow = Promise.withResolvers<void>();
  let ticks = 0;
  const tick = (): Promise<void> => {
    ticks += 1;
    return slow.promise;
  };
  const log = { debug: said.resolve, info: () => {}, warn: () => {}, error: () => {} };
  const scheduler = createScheduler(tick, log);
  scheduler.start();

  expect(await said.promise).toEqual({ clock: expect.stringMatching(/overlap/) });
  expect(ticks).toBe(1);
  slow.resolve();
  await scheduler.stop();
});
