/** A moment on the clock of a zone. `toTheSecond` where minutes would be too coarse; `withYear` for what may be another year. */
export type Moment = { at: Date | string; zone: string; toTheSecond?: boolean; withYear?: boolean };

/** "16:05 on 23 Nov (Europe/Berlin)": every moment that people read is written like this, with its zone. */
export function momentInWords({ at, zone, toTheSecond = false, withYear = false }: Moment): string {
  return `${timeInWords({ at, zone, toTheSecond })} on ${dayInWords(at, zone, withYear)} (${zone})`;
}

/** What stands beside another moment that names the zone: "16:05", "16:05 on 23 Nov" on another day, with another year. */
export function momentBeside(moment: Omit<Moment, 'withYear'>, other: Date | string): string {
  const { at, zone } = moment;
  const isSameDay = written(at, zone, 'dayAndYear') === written(other, zone, 'dayAndYear');
  return `${timeInWords(moment)}${isSameDay ? '' : ` on ${dayBeside(moment, other)}`}`;
}

/** "23 Nov", "23 Nov 2027" in another year */
export function dayBeside({ at, zone }: Pick<Moment, 'at' | 'zone'>, other: Date | string): string {
  return dayInWords(at, zone, written(at, zone, 'year') !== written(other, zone, 'year'));
}

function timeInWords({ at, zone, toTheSecond = false }: Moment): string {
  return written(at, zone, toTheSecond ? 'second' : 'minute');
}

/** "23 Nov" */
export function dayInWords(at: Date | string, zone: string, withYear = false): string {
  return written(at, zone, withYear ? 'dayAndYear' : 'day');
}

/** What a clock on the wall of the zone shows, to be compared: "2026-11-28" and "09:05". */
export function wallClock(at: Date, zone: string): { day: string; time: string } {
  const [day = '', month, year] = written(at, zone, 'date').split('/');
  return { day: `${year}-${month}-${day}`, time: written(at, zone, 'minute') };
}

const forms = {
  minute: { hour: '2-digit', minute: '2-digit' },
  second: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  day: { day: 'numeric', month: 'short' },
  dayAndYear: { day: 'numeric', month: 'short', year: 'numeric' },
  date: { year: 'numeric', month: '2-digit', day: '2-digit' },
  year: { year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Making a format takes a hundred times as long as using it, and there are few zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

function written(at: Date | string, zone: string, form: keyof typeof forms): string {
  const key = `${form} ${zone}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...forms[form] });
  formats.set(key, format);
  return format.format(new Date(at));
}
