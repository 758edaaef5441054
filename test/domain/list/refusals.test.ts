import { expect, test } from 'vitest';
import { isMarked, markColumns } from '../../../src/domain/list/columns/marks.ts';

const isLeftOut = (title: string, cell: string): boolean => markColumns([title]).some((mark) => isMarked(mark, cell));

test.each([
  ['Can we text you?', 'Please don’t'],
  ['May we text you?', 'Do not'],
  ['SMS Consent', 'expired'],
  ['SMS Consent', 'Lapsed 2024'],
  ['Text Permission', 'email only'],
  ['Texting OK', 'No'],
])('Who says no in other words is not texted: %s %s', (title, cell) => {
  expect(isLeftOut(title, cell)).toBe(true);
});

test.each([
  ['State', 'Out of State'],
  ['Texting OK', 'Yes'],
  ['SMS Consent', 'Yes, texts only'],
])('Who says none of it is: %s %s', (title, cell) => {
  expect(isLeftOut(title, cell)).toBe(false);
});
