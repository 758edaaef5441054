import { expect, test } from 'vitest';
import type { DeliveryReceipt } from '../../../src/domain/recipient/delivery-receipt.ts';
import { aBench, type Bench } from '../../support/services.ts';
import { phoneOf } from '../../support/story.ts';

const uuid = (no: number) => `aaaaaaaa-bbbb-4ccc-8ddd-${String(no).padStart(12, '0')}`;

async function threeSent(): Promise<{ bench: Bench; id: Awaited<ReturnType<Bench['approved']>>['id'] }> {
  const bench = await aBench();
  let no = 0;
  bench.answerWith(() => ({ kind: 'accepted', messageId: uuid(no++) }));
  const { id } = await bench.approved({ size: 3 });
  await bench.run(3);
  return { bench, id };
}

function aReceipt(bench: Bench, overrides: Partial<DeliveryReceipt>): DeliveryReceipt {
  return {
    ref: '',
    messageId: uuid(1),
    status: 'delivered',
    code: null,
    at: bench.clock.now().toISOString(),
    ...overrides,
  };
}

test('a receipt without our reference is known by the provider’s id of the message', async () => {
  const { bench, id } = await threeSent();
  expect(await bench.receipts.receive(aReceipt(bench, {}))).toMatchObject({ kind: 'applied', no: 1, to: 'delivered' });
  expect(await bench.receipts.receive(aReceipt(bench, {}))).toEqual({ kind: 'seen' });
  expect((await bench.store.recipients.tally(id)).counts).toMatchObject({ delivered: 1, submitted: 2 });
});

test.each(['1240', '1483'])('the carrier’s word %s in such a receipt opts the person out', async (code) => {
  const { bench } = await threeSent();
  await bench.receipts.receive(aReceipt(bench, { status: 'rejected', code }));
  expect([1, 2, 3].map((no) => bench.store.suppressions.blocks(phoneOf(no) as never))).toEqual([false, true, false]);
});

test('a receipt without a reference and with an id that nobody knows is an orphan', async () => {
  const { bench } = await threeSent();
  const strange = aReceipt(bench, { messageId: uuid(99), status: 'rejected', code: '1240' });
  expect(await bench.receipts.receive(strange)).toEqual({ kind: 'orphan' });
  expect(await bench.store.suppressions.count()).toBe(0);
});
