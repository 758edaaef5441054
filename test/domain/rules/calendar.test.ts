import { describe, expect, test } from 'vitest';
import { calendarEnds, hasCalendar, isHoliday } from '../../../src/domain/rules/holidays/calendar.ts';
import { dates } from '../../../src/domain/rules/holidays/dates.ts';
import { knownRules } from '../../../src/domain/rules/records/index.ts';
import { HolidaySet } from '../../../src/domain/rules/rule.ts';

describe('the calendar of public holidays', () => {
  /** By hand, from calendars other than the one that wrote the dates. */
  test.each([
    ['FR', '2026-12-25'],
    ['FR', '2026-12-26'],
    ['FR', '2026-04-03'],
    ['FR', '2026-07-14'],
    ['ZA', '2026-12-16'],
    ['ZA', '2026-08-10'],
    ['ZA', '2027-12-27'],
    ['US-federal', '2026-07-03'],
    ['US-federal', '2026-07-04'],
    ['US-federal', '2026-11-26'],
    ['US-federal', '2027-06-18'],
    ['US-federal', '2027-12-31'],
    ['US-AL', '2026-04-27'],
    ['US-AL', '2026-06-01'],
    ['US-AL', '2026-02-17'],
    ['US-LA', '2026-02-17'],
    ['US-LA', '2026-04-03'],
    ['US-RI', '2026-08-10'],
    ['US-RI', '2026-11-03'],
    ['US-UT', '2026-07-24'],
    ['US-UT', '2027-07-23'],
    ['CA-BC', '2026-08-03'],
    ['CA', '2026-06-24'],
    ['GB', '2026-12-28'],
    ['DE', '2026-10-31'],
    ['ES', '2026-10-12'],
    ['NZ', '2026-07-10'],
    ['AU', '2026-04-25'],
  ])('of %s has %s', (set, day) => {
    expect(isHoliday(set, day)).toBe('closed');
  });

  test.each([
    ['US-federal', '2026-07-24'],
    ['US-federal', '2026-12-26'],
    ['FR', '2026-12-28'],
    ['FR', '2026-05-27'],
    ['FR', '2026-12-20'],
    ['ZA', '2026-11-28'],
    ['GB', '2026-11-29'],
    ['GB', '2026-05-09'],
    ['AU', '2026-11-27'],
  ])('of %s leaves %s open', (set, day) => {
    expect(isHoliday(set, day)).toBe('open');
  });

  test('has the eleven federal holidays, and the days on which they are observed', () => {
    const year = dates['US-federal']!.split('\n')[1];
    expect(year).toBe('2026 01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25');
  });

  test('ends, and says of later and earlier days that it does not know them', () => {
    expect(calendarEnds('FR')).toBe('2029-12-31');
    expect(isHoliday('FR', '2029-12-31')).toBe('open');
    expect(isHoliday('FR', '2030-01-01')).toBe('past the calendar');
    expect(isHoliday('FR', '2024-12-31')).toBe('past the calendar');
    expect(isHoliday('XX', '2026-12-25')).toBe('past the calendar');
    expect(hasCalendar('XX')).toBe(false);
    expect(() => calendarEnds('XX')).toThrow('There are no holidays of XX');
  });

  test.each(Object.keys(dates))(
    'of %s holds five whole years of real dates in order, New Year’s Day and Christmas among them',
    (set) => {
      expect(HolidaySet.parse(set)).toBe(set);
      const years = dates[set]!.split('\n').map((line) => line.split(' '));
      expect(years.map(([year]) => year)).toEqual(['2025', '2026', '2027', '2028', '2029']);
      for (const [year, ...days] of years) {
        expect(days).toEqual(days.toSorted());
        expect(days).toEqual(days.filter((day) => !Number.isNaN(Date.parse(`${year}-${day}T00:00:00Z`))));
        expect(days).toEqual(expect.arrayContaining(['01-01', '12-25']));
      }
    },
  );

  test('has every set that a record names', () => {
    const named = knownRules.flatMap(({ says }) => (says.kind === 'hours' ? (says.closedOn ?? []) : []));
    expect([...new Set(named)].sort()).toEqual([
      'CA-BC',
      'ES',
      'FR',
      'US-AL',
      'US-LA',
      'US-RI',
      'US-UT',
      'US-federal',
      'ZA',
    ]);
    expect(named.filter((set) => !hasCalendar(set))).toEqual([]);
  });
});
