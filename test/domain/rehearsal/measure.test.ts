import { expect, test } from 'vitest';
import {
  addMeasures,
  countedAt,
  delayEnds,
  nothingMeasured,
  TeamMeasure,
} from '../../../src/domain/rehearsal/measure.ts';

test('measures of several campaigns add up, hour by hour', () => {
  const one = { ...nothingMeasured, texts: 10, handled: nothingMeasured.handled.with(9, 4) };
  const other = { ...nothingMeasured, texts: 5, handled: nothingMeasured.handled.with(9, 2).with(33, 1) };
  const sum = addMeasures([one, other]);
  expect(sum.texts).toBe(15);
  expect([sum.handled[9], sum.handled[33]]).toEqual([6, 1]);
  expect(TeamMeasure.parse(addMeasures([]))).toEqual(nothingMeasured);
});

test.each([
  [0, 0],
  [1, 0],
  [1.5, 1],
  [10_080, 20],
  [10_081, 21],
])('a delay of %d minutes is counted in place %i', (minutes, place) => {
  expect(countedAt(delayEnds, minutes)).toBe(place);
});
