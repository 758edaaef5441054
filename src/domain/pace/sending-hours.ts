import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { CampaignError } from '../campaign-error.ts';

const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

/** When messages may leave, by the wall clock of one zone: from inclusive, to exclusive, on some weekdays. */
export const SendingHours = z.object({
  zone: z.string(),
  /** ISO weekdays: Monday is 1. A window over midnight belongs to the day it starts on. */
  days: z.array(z.int().min(1).max(7)).min(1),
  from: WallTime,
  to: WallTime,
});
export type SendingHours = z.infer<typeof SendingHours>;

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const anyTime = /^(|any ?time|at any time|always|any|24 ?h(ours)?|24\/7|none|no limit)$/;
const example = 'Write for example “09:00-20:00”, “Mon-Fri 9am-5pm” or “any time”.';

/** Zones have skipped whole days: a weekly window is still found within this many. */
const searchDays = 22;

/**
 * The window open at `now` (`opensAt` is not after `now`), or the next one. A wall time that the clock skips counts as
 * the first moment after the gap, one that it shows twice as the first of the two.
 */
export function sendingWindow(hours: SendingHours, now: Date): { opensAt: Date; closesAt: Date } {
  const nowMs = now.getTime();
  const found = lastFound.get(hours);
  if (found && nowMs >= found.fromMs && nowMs < found.closesMs) return asWindow(found.opensMs, found.closesMs);

  const { opensMs, closesMs } = findWindow(hours, nowMs);
  lastFound.set(hours, { fromMs: Math.min(nowMs, opensMs), opensMs, closesMs });
  return asWindow(opensMs, closesMs);
}

/** Every send asks and the answer seldom changes: it holds from the moment of asking until the window closes. */
const lastFound = new WeakMap<SendingHours, { fromMs: number; opensMs: number; closesMs: number }>();

function asWindow(opensMs: number, closesMs: number): { opensAt: Date; closesAt: Date } {
  return { opensAt: new Date(opensMs), closesAt: new Date(closesMs) };
}

function findWindow(hours: SendingHours, nowMs: number): { opensMs: number; closesMs: number } {
  let day = Temporal.Instant.fromEpochMilliseconds(nowMs)
    .toZonedDateTimeISO(hours.zone)
    .toPlainDate()
    .subtract({ days: 1 });

  for (let searched = 0; searched < searchDays; searched++, day = day.add({ days: 1 })) {
    if (!hours.days.includes(day.dayOfWeek)) continue;
    const closesMs = instantMs(hours.to > hours.from ? day : day.add({ days: 1 }), hours.to, hours.zone);
    if (closesMs <= nowMs) continue;
    const opensMs = instantMs(day, hours.from, hours.zone);
    if (opensMs < closesMs) return { opensMs, closesMs };
  }
  throw new Error(`No window of ${hours.from}-${hours.to} within ${searchDays} days in ${hours.zone}`);
}

/** Reads "Mon-Fri 09:00-18:00" and the like; null: any time. The zone may follow in brackets. */
export function readSendingHours(text: string, zone: string): SendingHours | null {
  const { rest, namedZone } = splitZone(text.normalize('NFKC').trim());
  const said = rest
    .toLowerCase()
    .replace(/[‐-―−]| (?:to|until|till|through) /g, '-')
    .replace(/\s+/g, ' ')
    .replace(/ ?- ?/g, '-')
    .trim();
  if (anyTime.test(said)) return null;

  const { days, span } = splitDays(said, rest);
  const { from, to } = readSpan(span, rest);
  if (from === '00:00' && to === '24:00' && days.length === 7) return null;
  return { zone: checkedZone(namedZone ?? zone), days, from, to };
}

/** "Mon–Fri 09:00–18:00 (Europe/Berlin)", or "at any time": what `readSendingHours` reads. */
export function formatSendingHours(hours: SendingHours | null): string {
  if (!hours) return 'at any time';
  return `${formatDays(hours.days)} ${hours.from}–${hours.to} (${hours.zone})`;
}

/** Does this machine know a time zone of this name, such as `Europe/Berlin`? */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function instantMs(day: Temporal.PlainDate, wallTime: string, zone: string): number {
  const date = wallTime === '24:00' ? day.add({ days: 1 }) : day;
  const local = date.toPlainDateTime(wallTime === '24:00' ? '00:00' : wallTime);
  const instant = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (instant.toPlainDateTime().equals(local)) return instant.epochMilliseconds;
  const gap = instant.getTimeZoneTransition('next');
  return (gap ?? instant).epochMilliseconds;
}

function splitZone(text: string): { rest: string; namedZone: string | undefined } {
  const open = text.lastIndexOf('(');
  if (open < 0 || !text.endsWith(')')) return { rest: text, namedZone: undefined };
  return { rest: text.slice(0, open).trim(), namedZone: text.slice(open + 1, -1).trim() };
}

function checkedZone(zone: string): string {
  if (isZone(zone)) return zone;
  throw badHours(`“${zone}” is not a time zone. Write it like “Europe/Berlin”.`);
}

/** The weekdays may stand before or behind the times. */
function splitDays(said: string, shown: string): { days: number[]; span: string } {
  const words = said.replace(/ ?, ?/g, ',').split(' ');
  const isTime = (word: string) => /^(\d|noon|midnight)/.test(word);
  const times = words.filter((word) => isTime(word) || /^[ap]\.?m/.test(word));
  const dayWords = words.filter((word) => !times.includes(word));
  const firstTime = words.findIndex(isTime);
  const lastTime = words.findLastIndex((word) => times.includes(word));
  if (times.length === 0) throw badHours(`“${shorten(shown)}” names no times of the day. ${example}`);
  if (lastTime - firstTime + 1 !== times.length) {
    throw badHours(`“${shorten(shown)}” is more than one span of hours; only one is possible. ${example}`);
  }
  return { days: readDays(dayWords, shown), span: times.join(' ') };
}

function readDays(words: string[], shown: string): number[] {
  const phrase = words.join(' ');
  if (['', 'daily', 'every day', 'everyday', 'all days', 'each day'].includes(phrase)) return everyDay;
  const days = new Set<number>();
  for (const part of phrase.split(/[ ,;&]+|\band\b/).filter(Boolean)) {
    for (const day of readDayPart(part, shown)) days.add(day);
  }
  return [...days].sort();
}

/** As people write them behind a time. */
const timeZones = /^(?:utc|gmt|z|[ecmp][sd]?t|aes?t|ak[sd]t|cest|wes?t|ees?t|bst|ist|jst|sgt|hst|msk)$/;

function readDayPart(part: string, shown: string): number[] {
  if (/^weekdays?$/.test(part)) return [1, 2, 3, 4, 5];
  if (/^weekends?$/.test(part)) return [6, 7];
  if (timeZones.test(part)) {
    throw badHours(`“${part}” is a time zone, and hours are by the clock of the campaign’s. Leave it out.`);
  }
  const [first, last, more] = part.split('-').map(dayNumber);
  if (!first || more !== undefined || (part.includes('-') && !last)) {
    throw badHours(`“${part}” in “${shorten(shown)}” is not a weekday. ${example}`);
  }
  const length = last ? ((last - first + 7) % 7) + 1 : 1;
  return Array.from({ length }, (_, index) => ((first - 1 + index) % 7) + 1);
}

function dayNumber(word: string): number {
  const name = word.replace(/\.$/, '');
  if (!/^(mo|mon|mondays?|tu|tue|tues|tuesdays?|we|wed|wednesdays?|th|thu|thur|thurs|thursdays?)$/.test(name)) {
    if (!/^(fr|fri|fridays?|sa|sat|saturdays?|su|sun|sundays?)$/.test(name)) return 0;
  }
  return ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'].indexOf(name.slice(0, 2)) + 1;
}

type Time = { minutes: number; isBare: boolean };

function readSpan(span: string, shown: string): { from: string; to: string } {
  const [from, to, more] = span.split('-').map(readTime);
  if (!from || !to || more !== undefined) {
    throw badHours(`“${shorten(shown)}” is not a span of hours. ${example}`);
  }
  if (from.minutes === to.minutes || from.minutes === 1440) {
    throw badHours(`“${shorten(shown)}” leaves no time to send. ${example}`);
  }
  if (from.minutes > to.minutes && from.minutes <= 720 && (from.isBare || to.isBare)) {
    throw badHours(`“${shorten(shown)}” can be read in two ways. Write 9am-5pm, or 09:00-17:00.`);
  }
  return { from: wallTime(from.minutes), to: wallTime(to.minutes) };
}

function readTime(text: string): Time | undefined {
  if (text === 'noon') return { minutes: 720, isBare: false };
  if (text === 'midnight') return { minutes: 1440, isBare: false };
  const match = /^(\d{1,2})(?:[:.h](\d{2})?)? ?([ap]\.?m\.?)?$/.exec(text);
  if (!match) return undefined;
  const [, hourText = '', minuteText, half] = match;
  const minutes = Number(hourText) * 60 + Number(minuteText ?? 0);
  if (Number(minuteText ?? 0) > 59 || minutes > 1440) return undefined;
  if (!half) return { minutes, isBare: minuteText === undefined };
  if (minutes < 60 || minutes >= 780) return undefined;
  return { minutes: (minutes % 720) + (half.startsWith('p') ? 720 : 0), isBare: false };
}

/** "09:00" for one time of the day: "9", "9:00", "9am", "noon". Undefined when it is none. */
export function readTimeOfDay(text: string): string | undefined {
  const minutes = readTime(text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' '))?.minutes;
  return minutes === undefined ? undefined : wallTime(minutes % 1440);
}

function wallTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function formatDays(days: readonly number[]): string {
  if (days.length === 7) return 'every day';
  const runs: number[][] = [];
  for (const day of [...days].sort()) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  return runs
    .flatMap((run) => (run.length > 2 ? [`${nameOf(run[0])}–${nameOf(run.at(-1))}`] : run.map(nameOf)))
    .join(', ');
}

function nameOf(day: number | undefined): string {
  return dayNames[(day ?? 1) - 1] ?? '';
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function badHours(sentence: string): CampaignError {
  return new CampaignError('bad_hours', sentence, 'hours');
}
