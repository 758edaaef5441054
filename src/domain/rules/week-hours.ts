import type { Temporal } from 'temporal-polyfill';
import { type Asked, type Saying, sayingsOn } from './asked.ts';
import type { Holidays } from './holidays/calendar.ts';
import type { Rule, WeekHours } from './rule.ts';

/**
 * A stretch of a day in minutes of the wall clock: from inclusive, `to` exclusive. No text is begun from `last` on, unless
 * it ends at midnight and the next day goes on.
 */
export type Stretch = { from: number; to: number; last: number };

/** A text may take a while to leave, and a law counts when it arrives: so nothing is begun so close to the end. */
const marginMinutes = { law: 30, carrier: 30, convention: 5, house: 5, operator: 5 } satisfies Record<
  Rule['basis'],
  number
>;

const wholeDay: readonly Stretch[] = [{ from: 0, to: 1440, last: 1440 }];

/** When everything that is asked of hours is open on a day of one place. */
export function stretchesOn(asked: Asked, day: Temporal.PlainDate): Stretch[] {
  let open = [...wholeDay];
  for (const saying of sayingsOn(asked, 'hours', day.toString())) {
    if (open.length > 0) open = bothOpen(open, stretchesOf(saying, day, asked.holidays));
  }
  return open;
}

/** Is the day closed only because nobody knows its holidays yet? */
export function isPastCalendar(asked: Asked, isoDate: string): boolean {
  const sets = sayingsOn(asked, 'hours', isoDate).flatMap(({ says }) => says.closedOn ?? []);
  return sets.some((set) => asked.holidays(set, isoDate) === 'past the calendar');
}

function stretchesOf({ says, basis }: Saying<'hours'>, day: Temporal.PlainDate, holidays: Holidays): Stretch[] {
  const date = day.toString();
  if ((says.closedOn ?? []).some((set) => holidays(set, date) !== 'open')) return [];
  return says.windows
    .filter(({ days }) => days.includes(day.dayOfWeek))
    .map((window) => stretchOf(window, marginMinutes[basis]))
    .sort((a, b) => a.from - b.from);
}

function stretchOf({ from, to }: WeekHours, margin: number): Stretch {
  const end = minutesOf(to);
  return { from: minutesOf(from), to: end, last: end - margin };
}

function minutesOf(wallTime: string): number {
  const [hours = 0, minutes = 0] = wallTime.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Both lists are in order, and so is the result. */
function bothOpen(some: readonly Stretch[], others: readonly Stretch[]): Stretch[] {
  return some.flatMap((one) =>
    others
      .map((other) => ({
        from: Math.max(one.from, other.from),
        to: Math.min(one.to, other.to),
        last: Math.min(one.last, other.last),
      }))
      .filter(({ from, to }) => from < to),
  );
}
