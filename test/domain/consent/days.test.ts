import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayInWords, monthInWords, readDay } from '../../../src/domain/consent/days.ts';

describe('the day that a cell names', () => {
  test.each([
    ['2024-03-05', '2024-03-05'],
    ['2024-03-05T10:11:12Z', '2024-03-05'],
    ['2024-03-05 10:11:12 UTC', '2024-03-05'],
    ['2024/3/5', '2024-03-05'],
    ['20240305', '2024-03-05'],
    ['25/03/2024', '2024-03-25'],
    ['03/25/2024 08:00 PM', '2024-03-25'],
    ['03/03/2024', '2024-03-03'],
    ['05.03.2024', '2024-03-05'],
    ['5 March 2024', '2024-03-05'],
    ['Mar 5th, 2024', '2024-03-05'],
    ['March 5, 2024 at 10:00', '2024-03-05'],
    ['Tue, 05 Mar 2024 10:00:00 +0000', '2024-03-05'],
    ['05-Mar-2024', '2024-03-05'],
    ['5. März 2024', '2024-03-05'],
    ['1709632800', '2024-03-05'],
    ['1709632800000', '2024-03-05'],
  ])('%s is %s', (cell, day) => {
    expect(readDay(cell)).toBe(day);
  });

  test.each([
    '03/04/2024',
    '3-4-2024',
    '3/15/24',
    'March 2024',
    '2024',
    '31.02.2024',
    '2024-13-01',
    '0000-00-00',
    '1900-01-01',
    '45356',
    'yes',
    '',
    '+12015550123',
    'x'.repeat(10_000),
  ])('%s is none, or could be two', (cell) => {
    expect(readDay(cell)).toBeUndefined();
  });

  test('is the day that was written, in each of the ways that say it once', () => {
    const between = { min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(between), (date) => {
        const day = date.toISOString().slice(0, 10);
        const [year, month, of] = day.split('-') as [string, string, string];
        for (const cell of [day, `${of}.${month}.${year}`, dayInWords(day), `${month}/${of}/${year}`]) {
          expect([day, undefined]).toContain(readDay(cell));
        }
        expect(readDay(dayInWords(day))).toBe(day);
      }),
    );
  });

  test('never throws, and gives a day that exists', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d/.: -]{6,20}$/)), (cell) => {
        const day = readDay(cell);
        if (day !== undefined) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
      }),
    );
  });
});

test('days and months are written out', () => {
  expect([dayInWords('2024-03-05'), monthInWords('2024-03-05'), monthInWords('2024-12')]).toEqual([
    '5 Mar 2024',
    'March 2024',
    'December 2024',
  ]);
});
