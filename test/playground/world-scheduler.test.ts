import { expect, test } from 'vitest';
import { handClock } from '../../playground/clock.ts';
import { createWorldScheduler } from '../../playground/world-scheduler.ts';
import { silentLogger } from '../support/silent-logger.ts';

test('the program is driven once a second of the playground’s time, never twice at once, until it stops', async () => {
  const clock = handClock(0);
  let ticks = 0;
  let finish = () => {};
  const scheduler = createWorldScheduler(clock)(() => {
    ticks += 1;
    return new Promise((resolve) => {
      finish = resolve;
    });
  }, silentLogger);
  scheduler.start();
  clock.advance(5_000);
  expect(ticks).toBe(1);
  finish();
  await expect
    .poll(() => {
      clock.advance(1_000);
      return ticks;
    })
    .toBe(2);
  finish();
  await scheduler.stop();
  clock.advance(5_000);
  expect(ticks).toBe(2);
});
