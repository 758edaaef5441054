import { expect, test } from 'vitest';
import { measureThankYous } from '../../../src/domain/measure/thank-yous.ts';

const answer = (thankYou: string | null) => ({ label: 'Yes', words: [], thankYou });
const people = [{ values: ['Ana'] }, { values: ['B'.repeat(200)] }, { values: [''] }];
const measure = (...thankYous: (string | null)[]) =>
  measureThankYous({ expected: thankYous.map(answer) }, ['name'], people);

test('thank-yous may cost the longest one for each person, and nothing when there are none', async () => {
  expect(await measure()).toBeUndefined();
  expect(await measure(null)).toBeUndefined();
  expect(await measure('Thanks', null, 'x'.repeat(161))).toEqual({ total: 6, most: 2 });
});

test('those with placeholders are counted as each person reads them', async () => {
  expect(await measure('Thanks', 'Hi {{name}}')).toEqual({ total: 4, most: 2 });
  expect(await measure('Hi {{name}}')).toEqual({ total: 3, most: 2 });
});
