import type { Temporal } from 'temporal-polyfill';
import type { HolidaySet, Rule, RuleOf, WeekHours } from './rule.ts';

/** What the checked-in calendar says of a day: nobody knows what is behind its end, so that counts as closed. */
export type DayKind = 'open' | 'closed' | 'past the calendar';
export type Holidays = (set: HolidaySet, isoDate: string) => DayKind;

/** A stretch of a day in minutes of the wall clock: from inclusive, `to` exclusive. No text is begun from `last` on. */
export type Stretch = { from: number; to: number; last: number };

export type HoursRule = RuleOf<'hours'>;

/** A text may take a while to leave, and a law counts when it arrives: so nothing is begun so close to the end. */
const marginMinutes = { law: 30, carrier: 30, convention: 5, house: 5, operator: 5 } satisfies Record<
  Rule['basis'],
  number
>;

const wholeDay: readonly Stretch[] = [{ from: 0, to: 1440, last: 1440 }];

/** When all of these rules are open on a day of one place. */
export function stretchesOn(rules: readonly HoursRule[], day: Temporal.PlainDate, holidays: Holidays): Stretch[] {
  let open = [...wholeDay];
  for (const rule of rules) {
    if (open.length === 0) return open;
    if (isInForce(rule, day.toString())) open = bothOpen(open, stretchesOf(rule, day, holidays));
  }
  return open;
}

/** Is the rule in force on that day by the place's own clock? */
export function isInForce({ from, until }: Pick<Rule, 'from' | 'until'>, isoDate: string): boolean {
  return (from === undefined || from <= isoDate) && (until === undefined || isoDate < until);
}

/** Is the day closed only because nobody knows its holidays yet? */
export function isPastCalendar({ says }: HoursRule, isoDate: string, holidays: Holidays): boolean {
  return (says.closedOn ?? []).some((set) => holidays(set, isoDate) === 'past the calendar');
}

function stretchesOf({ says, basis }: HoursRule, day: Temporal.PlainDate, holidays: Holidays): Stretch[] {
  const date = day.toString();
  if ((says.closedOn ?? []).some((set) => holidays(set, date) !== 'open')) return [];
  return says.windows
    .filter(({ days }) => days.includes(day.dayOfWeek))
    .map((window) => stretchOf(window, marginMinutes[basis]))
    .sort((a, b) => a.from - b.from);
}

function stretchOf({ from, to }: WeekHours, margin: number): Stretch {
  const end = minutesOf(to);
  return { from: minutesOf(from), to: end, last: end === 1440 ? end : end - margin };
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
