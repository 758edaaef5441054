/** A moment on the clock of a zone. `toTheSecond` where minutes would be too coarse; `withYear` for what may be another year. */
export type Moment = { at: Date | string; zone: string; toTheSecond?: boolean; withYear?: boolean };

/** "16:05 on 23 Nov (Europe/Berlin)": every moment that people read is written so, on a clock that is named. */
export function momentInWords({ at, zone, toTheSecond = false, withYear = false }: Moment): string {
  const time = new Date(at).toLocaleTimeString('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    ...(toTheSecond && { second: '2-digit' }),
  });
  return `${time} on ${dayInWords(at, zone, withYear)} (${zone})`;
}

/** "23 Nov" */
export function dayInWords(at: Date | string, zone: string, withYear = false): string {
  return new Date(at).toLocaleDateString('en-GB', {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    ...(withYear && { year: 'numeric' }),
  });
}

/** Whether both stand on the same calendar, so that the year need not be said. */
export function isSameYear(one: Date, other: Date, zone: string): boolean {
  const year = (date: Date) => date.toLocaleDateString('en-GB', { timeZone: zone, year: 'numeric' });
  return year(one) === year(other);
}
