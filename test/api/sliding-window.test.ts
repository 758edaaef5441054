import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slidingWindow } from '../../src/api/sliding-window.ts';

test('no stretch of time of a window’s length ever has more than the limit, and whoever waits as told is let in', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 100 }), (gaps) => {
      let now = 0;
      const window = slidingWindow({ most: 5, windowMs: 1_000, nowMs: () => now });
      const taken: number[] = [];
      for (const gap of gaps) {
        now += gap;
        const wait = window.take('a');
        if (wait === 0) taken.push(now);
        else {
          now += wait;
          expect(window.take('a')).toBe(0);
          taken.push(now);
        }
      }
      for (const at of taken)
        expect(taken.filter((other) => other > at - 1_000 && other <= at).length).toBeLessThanOrEqual(5);
    }),
  );
});

test('of very many names the longest silent are forgotten', () => {
  const window = slidingWindow({ most: 1, windowMs: 1_000, nowMs: () => 0 });
  for (let no = 0; no < 10_001; no += 1) window.take(String(no));
  expect([window.waitMs('0'), window.waitMs('10000')]).toEqual([0, 1_000]);
});
