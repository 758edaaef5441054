import { Temporal } from 'temporal-polyfill';
import type { Asked } from './asked.ts';
import { isPastCalendar, stretchesOn } from './week-hours.ts';

/**
 * When texts may leave for people who may be in any of these zones, under all of these rules: from `opensMs`, begun before
 * `lastMs`, through by `closesMs` (milliseconds since 1970). `never`: in no hour of the coming weeks; `calendar`: only
 * because the public holidays of that day are not known yet.
 */
export type OpenHours =
  | { kind: 'open'; opensMs: number; lastMs: number; closesMs: number }
  | { kind: 'never' }
  | { kind: 'calendar'; endsOn: string };

type Interval = { opensMs: number; lastMs: number; closesMs: number };

/** A place closed on weekends and on a row of holidays opens within the third, else no hour suits all of its rules. */
const searchedDays = [2, 9, 45];
const dayMs = 86_400_000;

/** The hours open at `nowMs`, or the next ones, of which there are none before it. */
export function openHours(asked: Asked, nowMs: number): OpenHours {
  for (const days of searchedDays) {
    const found = allOpen(asked, nowMs, days).find(({ opensMs, lastMs }) => lastMs > nowMs && opensMs < lastMs);
    if (found && (Number.isFinite(found.closesMs) || days === searchedDays.at(-1))) return { kind: 'open', ...found };
  }
  const endsOn = calendarEnd(asked, nowMs);
  return endsOn === undefined ? { kind: 'never' } : { kind: 'calendar', endsOn };
}

function allOpen(asked: Asked, nowMs: number, days: number): Interval[] {
  let open: Interval[] = [{ opensMs: Number.NEGATIVE_INFINITY, lastMs: Infinity, closesMs: Infinity }];
  for (const zone of asked.zones) {
    open = bothOpen(open, openIn(zone, asked, { nowMs, days }));
    if (open.length === 0) break;
  }
  return open;
}

/** Days that follow each other without a break are one interval; what is open to the end of the search has no end. */
function openIn(zone: string, asked: Asked, { nowMs, days }: { nowMs: number; days: number }) {
  const today = dayAt(nowMs, zone);
  const intervals: Interval[] = [];
  for (let ahead = -1; ahead <= days; ahead += 1) {
    const day = today.add({ days: ahead });
    for (const { from, to, last } of stretchesOn(asked, day)) {
      const opensMs = ahead === -1 && from === 0 ? -Infinity : instantMs(zone, day, from, 'later');
      const isOpenEnd = ahead === days && to === 1440;
      const closesMs = isOpenEnd ? Infinity : instantMs(zone, day, to, 'earlier');
      // The clock may skip an hour just before the end.
      const lastMs = Math.min(
        isOpenEnd ? Infinity : instantMs(zone, day, last, 'earlier'),
        closesMs - (to - last) * 60_000,
      );
      const before = intervals.at(-1);
      if (before && before.closesMs >= opensMs && (from === 0 || before.lastMs >= opensMs)) {
        intervals[intervals.length - 1] = { ...before, lastMs, closesMs };
      } else intervals.push({ opensMs, lastMs, closesMs });
    }
  }
  return intervals;
}

function dayAt(ms: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate();
}

/** A wall time that the clock shows twice is the stricter of the two; one that it skips is the moment of the skip. */
function instantMs(
  zone: string,
  day: Temporal.PlainDate,
  minutes: number,
  disambiguation: 'earlier' | 'later',
): number {
  const known = knownInstants.get(zone) ?? new Map<string, number>();
  knownInstants.set(zone, known);
  const key = `${day}/${minutes}/${disambiguation}`;
  const found = known.get(key) ?? findInstantMs(zone, day, minutes, disambiguation);
  if (known.size > 2_000) known.clear();
  known.set(key, found);
  return found;
}

/** Hundreds of groups of people ask for the same few moments. */
const knownInstants = new Map<string, Map<string, number>>();

function findInstantMs(zone: string, day: Temporal.PlainDate, minutes: number, disambiguation: 'earlier' | 'later') {
  const local = day.toPlainDateTime('00:00').add({ minutes });
  const instant = local.toZonedDateTime(zone, { disambiguation });
  if (instant.toPlainDateTime().equals(local)) return instant.epochMilliseconds;
  // Of a skipped wall time, "earlier" is before the gap and "later" behind it.
  const transition =
    disambiguation === 'earlier' ? instant.getTimeZoneTransition('next') : instant.getTimeZoneTransition('previous');
  return (transition ?? instant).epochMilliseconds;
}

function bothOpen(some: readonly Interval[], others: readonly Interval[]): Interval[] {
  const both: Interval[] = [];
  for (const one of some) {
    for (const other of others) {
      const opensMs = Math.max(one.opensMs, other.opensMs);
      const closesMs = Math.min(one.closesMs, other.closesMs);
      if (opensMs < closesMs) both.push({ opensMs, closesMs, lastMs: Math.min(one.lastMs, other.lastMs) });
    }
  }
  return both.sort((a, b) => a.opensMs - b.opensMs);
}

/** The first day of the search whose holidays nobody knows. */
function calendarEnd(asked: Asked, nowMs: number): string | undefined {
  for (let ahead = 0; ahead <= searchedDays.at(-1)!; ahead += 1) {
    const date = dayAt(nowMs + ahead * dayMs, asked.zones[0] ?? 'UTC').toString();
    if (isPastCalendar(asked, date)) return date;
  }
  return undefined;
}
