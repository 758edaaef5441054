import { dates } from './dates.ts';

/** Nobody knows what is behind the end of a set's calendar. */
export type Holidays = (set: string, isoDate: string) => 'open' | 'closed' | 'past the calendar';

type Calendar = { days: ReadonlySet<string>; begins: string; ends: string };

const calendars: ReadonlyMap<string, Calendar> = new Map(
  Object.entries(dates).map(([set, text]) => [set, calendarFrom(text)]),
);

/** Each line is a year and the days of it that are holidays: "2026 01-01 04-03". */
function calendarFrom(text: string): Calendar {
  const years = text.split('\n').map((line) => line.split(' '));
  const days = new Set(years.flatMap(([year, ...rest]) => rest.map((day) => `${year}-${day}`)));
  return { days, begins: `${years[0]![0]}-01-01`, ends: `${years.at(-1)![0]}-12-31` };
}

/**
 * Is a place closed on that day, by a date of its own clock such as 2026-12-25? Of days that no calendar holds nobody
 * knows: whoever asks keeps the place closed then.
 */
export const isHoliday: Holidays = (set, isoDate) => {
  const calendar = calendars.get(set);
  if (!calendar || isoDate < calendar.begins || isoDate > calendar.ends) return 'past the calendar';
  return calendar.days.has(isoDate) ? 'closed' : 'open';
};

export function hasCalendar(set: string): boolean {
  return calendars.has(set);
}

/** The last day of which the set knows whether it is a holiday, such as 2029-12-31. Throws where there is no such set. */
export function calendarEnds(set: string): string {
  const calendar = calendars.get(set);
  if (!calendar) throw new Error(`There are no holidays of ${set}`);
  return calendar.ends;
}
