import { describe, expect, test } from 'vitest';
import { readWeek, UnclearHours, weekInWords } from '../../../src/domain/rules/week-text.ts';

describe('the hours of a week as text', () => {
  test('are read a stretch at a time', () => {
    expect(readWeek('Mon-Fri 09:00-21:00, Sat 10:00-18:00')).toEqual([
      { days: [1, 2, 3, 4, 5], from: '09:00', to: '21:00' },
      { days: [6], from: '10:00', to: '18:00' },
    ]);
  });

  test.each(['Mon–Fri 09:00–21:00, Sat–Sun 10:00–18:00', 'Mon–Tue and Thu 08:00–24:00', 'Sun 12:00–20:00'])(
    '“%s” is read as it is said',
    (text) => {
      expect(weekInWords(readWeek(text))).toBe(text);
    },
  );

  test.each([
    ['', 'is not a day with its hours'],
    ['Mon-Fri', 'is not a day with its hours'],
    ['Mo-Fr 09:00-18:00', '“Mo-Fr” is not a day of the week'],
    ['Sat-Mon 09:00-18:00', '“Sat-Mon” ends before it begins'],
    ['Mon 9:00-18:00', 'is not a day with its hours'],
    ['Mon 25:00-26:00', 'must be a time such as 08:30'],
    ['Mon 20:00-08:00', 'must begin before it ends'],
  ])('“%s” is refused: it %s', (text, because) => {
    expect(() => readWeek(text)).toThrow(UnclearHours);
    expect(() => readWeek(text)).toThrow(because);
  });
});
