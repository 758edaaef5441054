import { expect, onTestFinished, test } from 'vitest';
import type { SenderId } from '../../../src/domain/ids.ts';
import { sender } from '../../support/builders.ts';
import { aBench } from '../../support/services.ts';

const all = { batchSize: 500, everySeconds: 1, holdAbove: null };

test('a sender whose messages hang does not keep another sender from sending', async () => {
  const other = '12015550124' as SenderId;
  const rates = new Map([
    [sender, 100],
    [other, 1],
  ]);
  const bench = await aBench({ settings: { senders: rates } });
  const hanging = Promise.withResolvers<void>();
  onTestFinished(() => hanging.resolve());
  bench.answerWith(async ({ from, ref }) => {
    if (from === sender) await hanging.promise;
    return { kind: 'accepted', messageId: ref };
  });
  await bench.approved({ size: 200, throttle: all });
  await bench.run(5);
  await bench.approved({ size: 5, firstNumber: 300, throttle: all, sender: other });
  await bench.run(10);

  const of = (id: SenderId) => bench.sent.filter(({ from }) => from === id).length;
  expect(of(other)).toBe(5);
  expect(of(sender)).toBeLessThanOrEqual(25);
});
