import { isHoliday } from '../../src/domain/rules/holidays/calendar.ts';
import { isInForce, type Rule } from '../../src/domain/rules/rule.ts';

/** Where somebody may be, and what holds there: all of it at once. */
export type Spot = { name: string; zones: readonly string[]; rules: readonly Rule[] };

/**
 * May a text reach somebody there at that instant? Written a second time, and otherwise than in the program: the wall clock
 * is that of Intl alone, and each instant is looked at for itself. Overrides and margins are no concern of it.
 */
export function isAllowed({ zones, rules }: Spot, ms: number): boolean {
  return zones.every((zone) => {
    const { date, weekday, time } = wallClock(zone, ms);
    return rules.every(({ says, ...rule }) => {
      if (!isInForce(rule, date)) return true;
      if (says.kind === 'blocked') return false;
      if (says.kind !== 'hours') return true;
      if ((says.closedOn ?? []).some((set) => isHoliday(set, date) !== 'open')) return false;
      return says.windows.some(({ days, from, to }) => days.includes(weekday) && from <= time && time < to);
    });
  });
}

/** The rules of a country, of its states and of everywhere. */
export function rulesFor(
  all: readonly Rule[],
  {
    countries,
    states,
    isStateUnknown,
  }: { countries: readonly string[]; states: readonly string[]; isStateUnknown: boolean },
): Rule[] {
  return all.filter(({ place }) => {
    if (place === '*' || countries.includes(place) || states.includes(place)) return true;
    return isStateUnknown && place.startsWith('US-');
  });
}

/** By how much the clock of a zone is ahead of Greenwich, in milliseconds. Clocks are set on quarters of an hour only. */
export function offsetAt(zone: string, ms: number): number {
  const quarter = Math.floor(ms / quarterMs);
  const known = offsets.get(zone);
  if (known?.quarter === quarter) return known.offsetMs;
  const offsetMs = findOffset(zone, quarter * quarterMs);
  offsets.set(zone, { quarter, offsetMs });
  return offsetMs;
}

const quarterMs = 900_000;
const offsets = new Map<string, { quarter: number; offsetMs: number }>();
const formats = new Map<string, Intl.DateTimeFormat>();

/** "2026-11-29", 7 for a Sunday, "08:30:00.000" */
function wallClock(zone: string, ms: number): { date: string; weekday: number; time: string } {
  const wall = new Date(ms + offsetAt(zone, ms));
  const text = wall.toISOString();
  return { date: text.slice(0, 10), weekday: wall.getUTCDay() || 7, time: text.slice(11, 23) };
}

function findOffset(zone: string, ms: number): number {
  const format = formats.get(zone) ?? formatOf(zone);
  formats.set(zone, format);
  const [, month, day, year, hour, minute, second] = format.format(ms).match(/(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)/)!;
  return Date.UTC(+year!, +month! - 1, +day!, +hour!, +minute!, +second!) - ms;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const two = '2-digit' as const;
  const clock = { hour: two, minute: two, second: two, hourCycle: 'h23' as const };
  return new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: two, day: two, ...clock });
}
