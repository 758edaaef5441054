import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DeliveryReceipt, meansOptedOut, mergeReceipt } from '../../../src/domain/recipient/delivery-receipt.ts';
import { RecipientState } from '../../../src/domain/recipient/recipient.ts';

type Status = DeliveryReceipt['status'];
const statuses: Status[] = ['submitted', 'delivered', 'undeliverable', 'rejected'];

/** Columns as in `statuses`; `=`: seen, `!`: conflict, otherwise the new state. */
const table: Record<RecipientState, string> = {
  queued: '! ! ! !',
  claimed: 'submitted delivered undeliverable rejected',
  unconfirmed: 'submitted delivered undeliverable rejected',
  closed: 'submitted delivered undeliverable rejected',
  submitted: '= delivered undeliverable rejected',
  no_receipt: '= delivered undeliverable rejected',
  delivered: '= = ! !',
  undeliverable: '= ! = !',
  rejected: '= ! ! =',
  skipped: '! ! ! !',
};

const cells = RecipientState.options.flatMap((state) =>
  table[state].split(' ').map((cell, index) => [state, statuses[index] ?? 'submitted', cell] as const),
);

function apply(state: RecipientState, status: Status): RecipientState {
  const merged = mergeReceipt(state, status);
  return merged.kind === 'apply' ? merged.to : state;
}

describe('a delivery receipt', () => {
  test.each(cells)('for somebody %s that says %s: %s', (state, status, cell) => {
    const expected =
      cell === '=' ? { kind: 'seen' } : cell === '!' ? { kind: 'conflict' } : { kind: 'apply', to: cell };
    expect(mergeReceipt(state, status)).toEqual(expected);
  });

  test('may come in any order and any number of times: the end is the same', () => {
    const begun = fc.constantFrom<RecipientState>('claimed', 'unconfirmed', 'submitted', 'no_receipt');
    const story = fc.constantFrom<Status[]>(
      ['submitted'],
      ['submitted', 'delivered'],
      ['submitted', 'undeliverable'],
      ['rejected'],
      ['submitted', 'rejected'],
      ['delivered'],
    );
    const shuffled = story.chain((once) =>
      fc
        .tuple(fc.constant(once), fc.array(fc.constantFrom(...once), { maxLength: 4 }))
        .chain(([each, more]) =>
          fc
            .shuffledSubarray([...each, ...more], { minLength: each.length + more.length })
            .map((order) => ({ each, order })),
        ),
    );
    fc.assert(
      fc.property(begun, shuffled, (state, { each, order }) => {
        expect(order.reduce(apply, state)).toBe(each.reduce(apply, state));
      }),
    );
  });

  test('never moves a state down: the first final one wins', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...statuses)), (order) => {
        const finals = order.filter((status) => status !== 'submitted');
        expect(order.reduce(apply, 'claimed')).toBe(finals[0] ?? (order.length > 0 ? 'submitted' : 'claimed'));
      }),
    );
  });
});

test.each([
  ['1240', true],
  ['1483', true],
  ['1050', false],
  [null, false],
])('the code %s means an opt-out: %s', (code, expected) => {
  expect(meansOptedOut(code)).toBe(expected);
});
