import { expect, test } from 'vitest';
import { busyIn } from '../../../src/domain/rehearsal/busy.ts';

const throttle = { batchSize: 50, everySeconds: 300, holdAbove: null };
const other = { size: 1_000, throttle, ages: [5, 10] };
const hourMs = 3_600_000;

test('of what keeps a team busy now, only what other campaigns still have to send is left a few hours later', () => {
  expect(busyIn(0, { open: 7, others: [other] })).toEqual({ open: 7, campaigns: 1, others: [other] });
  const later = { throttle, size: 400, ages: [0, 0] };
  expect(busyIn(hourMs, { open: 7, others: [other] })).toEqual({ open: 0, campaigns: 1, others: [later] });
  expect(busyIn(2 * hourMs, { open: 7, others: [other] })).toEqual({ open: 0, campaigns: 0, others: [] });
});

test('the smallest of many campaigns are taken for one that is as fast as they together, and all are counted', () => {
  const slow = { ...other, size: 30, throttle: { batchSize: 10, everySeconds: 600, holdAbove: 5 } };
  const { others, campaigns } = busyIn(0, {
    open: 0,
    others: [slow, other, { ...other, size: 20 }, { ...other, size: 2_000 }],
  });
  expect(campaigns).toBe(4);
  expect(others.map(({ size }) => size)).toEqual([2_000, 1_050]);
  expect(others[1]?.throttle).toEqual({ batchSize: 105, everySeconds: 300, holdAbove: null });
});
