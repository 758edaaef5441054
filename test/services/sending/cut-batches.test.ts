import { expect, test } from 'vitest';
import { author, sender } from '../../support/builders.ts';
import { aBench, type Bench } from '../../support/services.ts';

const throttle = { batchSize: 60, everySeconds: 300, holdAbove: null };
/** One message a second, so that a batch takes a minute. */
const slow = { settings: { senders: new Map([[sender, 1]]) } };

/** The most that left within any five minutes. */
function mostAtOnce({ sent }: Bench): number {
  const at = sent.map((one) => one.at.getTime());
  return at.reduce((most, from) => Math.max(most, at.filter((ms) => ms >= from && ms < from + 300_000).length), 0);
}

test('the rest of a batch that a person paused is no second batch beside the next one', async () => {
  const bench = await aBench(slow);
  const { id } = await bench.approved({ size: 300, throttle });
  await bench.run(20);
  await bench.campaigns.pause(id, author);
  await bench.run(1_800);
  await bench.campaigns.resume(id, author);
  await bench.run(900);
  expect(bench.sent.length).toBeGreaterThan(150);
  expect(mostAtOnce(bench)).toBeLessThanOrEqual(60);
});

test('nor is the rest of one that the night cut short', async () => {
  const bench = await aBench({ ...slow, start: '2026-03-02T19:59:40.000Z' });
  const hours = { zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7], from: '21:00', to: '20:00' };
  await bench.approved({ size: 300, throttle, hours });
  await bench.run(4_600);
  expect(bench.sent.length).toBeGreaterThan(150);
  expect(mostAtOnce(bench)).toBeLessThanOrEqual(60);
});
