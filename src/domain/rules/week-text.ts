import { WeekHours } from './rule.ts';

const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const stretch = /^(\D+) (\d\d:\d\d)[-–](\d\d:\d\d)$/;
const example = 'Write for example “Mon-Fri 09:00-18:00, Sat 10:00-14:00”.';

/** Hours that cannot be read: a sentence that says which, and how to write them. */
export class UnclearHours extends Error {}

/** Reads "Mon-Fri 09:00-21:00, Sat 10:00-18:00". Throws UnclearHours. */
export function readWeek(text: string): WeekHours[] {
  return text.split(',').map((part) => readStretch(part.trim()));
}

function readStretch(text: string): WeekHours {
  const [, days, from, to] = text.match(stretch) ?? [];
  if (!days) throw new UnclearHours(`“${text}” is not a day with its hours. ${example}`);
  const read = WeekHours.safeParse({ days: days.split(' and ').flatMap(readDays), from, to });
  if (!read.success) throw new UnclearHours(`“${text}” ${read.error.issues[0]!.message}. ${example}`);
  return read.data;
}

function readDays(text: string): number[] {
  const [first, last = first] = text
    .split(/[-–]/)
    .map((name) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) + 1);
  if (!first || !last) throw new UnclearHours(`“${text}” is not a day of the week. ${example}`);
  if (first > last) throw new UnclearHours(`“${text}” ends before it begins: a week begins on Monday. ${example}`);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** "Mon–Fri 09:00–21:00, Sat 10:00–18:00": what `readWeek` reads, in the order of the week. */
export function weekInWords(windows: readonly WeekHours[]): string {
  const inOrder = windows.toSorted((a, b) => a.days[0]! - b.days[0]! || a.from.localeCompare(b.from));
  return inOrder.map(({ days, from, to }) => `${daysInWords(days)} ${from}–${to}`).join(', ');
}

/** "Mon–Wed, Fri" */
function daysInWords(days: readonly number[]): string {
  const runs: number[][] = [];
  for (const day of days.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const name = (day: number) => names[day - 1];
  return runs.map((run) => (run.length > 1 ? `${name(run[0]!)}–${name(run.at(-1)!)}` : name(run[0]!))).join(' and ');
}
