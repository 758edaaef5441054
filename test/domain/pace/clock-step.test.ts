import { expect, test } from 'vitest';
import { isStep, skewInWords, stepBetween, stepInWords } from '../../../src/domain/pace/clock-step.ts';

const minute = 60_000;

test.each([
  ['goes on as ever', 10 * minute, 10 * minute, 0, false],
  ['is adjusted by half a second', 10 * minute + 500, 10 * minute, 500, false],
  ['is set back by six minutes', 4 * minute, 10 * minute, -6 * minute, true],
  ['is set forward by an hour', 70 * minute, 10 * minute, 60 * minute, true],
])('a wall clock that %s', (_, wallMs, monotonicMs, step, noticed) => {
  const found = stepBetween({ wallMs: 0, monotonicMs: 0 }, { wallMs, monotonicMs });
  expect(found).toBe(step);
  expect(isStep(found)).toBe(noticed);
});

test('says what was found in words', () => {
  expect(stepInWords(-6 * minute)).toBe('It was set back by 6 minutes.');
  expect(stepInWords(61 * minute)).toBe('It was set forward by 1 hour 1 minute.');
  expect(stepInWords(-90_000)).toBe('It was set back by 90 seconds.');
  expect(stepInWords(-119_600)).toBe('It was set back by 2 minutes.');
  expect(stepInWords(150_000)).toBe('It was set forward by 2 minutes 30 seconds.');
  expect(stepInWords(-359_100)).toBe('It was set back by 6 minutes.');
  expect(skewInWords(7 * minute)).toBe('It is 7 minutes behind the SMS provider’s clock.');
  expect(skewInWords(-60 * minute)).toBe('It is 1 hour ahead of the SMS provider’s clock.');
});
