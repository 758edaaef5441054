import { expect, test } from 'vitest';
import { habitOf } from '../../../src/domain/rehearsal/coming.ts';
import { gridOf } from '../../../src/domain/rehearsal/grid.ts';
import { type Sender, senderOf } from '../../../src/domain/rehearsal/sender.ts';

const atHand = { open: 0, longestMs: 0, answering: 3, handledAnHour: 1_000, isDeserted: false };

test('a pace that follows the team looks at the others a few times in a step, however many batches leave in it', () => {
  const startAt = new Date('2026-11-23T09:00:00.000Z');
  const grid = gridOf(null, startAt, { sendingMs: 2 * 86_400_000, zone: 'UTC' });
  const throttle = { batchSize: 1, everySeconds: 1, holdAbove: 10_000, pace: 'team' as const };
  const sending = { size: 20_000, throttle, ratePerSecond: 30, promisedSeconds: null, canary: null };
  let [texted, looks] = [0, 0];
  const sender = senderOf({ ...sending, habit: habitOf(null) }, grid, (people) => {
    texted += people;
  });
  const other: Sender = {
    ...sender,
    texts: () => {
      looks += 1;
      return { ages: [], replied: 0, leaving: 0 };
    },
  };
  for (let step = 0; step < 20; step += 1) sender.send(step, () => atHand, [sender, other]);
  expect(texted).toBeGreaterThan(4_000);
  expect(looks).toBeLessThanOrEqual(20 * 2);
});
