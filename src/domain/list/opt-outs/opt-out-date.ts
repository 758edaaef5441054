import type { Instant } from '../../ids.ts';

/** Which of the two comes first in "05/10/2026", as the whole file shows; null: it does not. */
export type DayOrder = 'day' | 'month' | null;

/** When somebody said no, as files write it; without a zone it is taken for UTC. Undefined: nobody can tell, or it is still to come. */
export function readOptOutDate(cell: string, order: DayOrder, now: Date): Instant | undefined {
  const ms = millisecondsOf(cell.trim(), order);
  if (ms === undefined || Number.isNaN(ms) || ms < oldestMs || ms > now.getTime()) return undefined;
  return new Date(ms).toISOString();
}

/** No text message was answered before. */
const oldestMs = Date.UTC(1995, 0, 1);

/** Dates with two readings are told apart by others of the same file. */
export function dayOrderOf(cells: Iterable<string>): DayOrder {
  const found = new Set<DayOrder>();
  for (const cell of cells) {
    const [, one, other] = slashed.exec(cell.trim()) ?? [];
    if (Number(one) > 12) found.add('day');
    if (Number(other) > 12) found.add('month');
  }
  return found.size === 1 ? [...found][0]! : null;
}

/** Each with what stands behind the date, which `time` reads. */
const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)(.*)$/;
const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)(.*)$/;
const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)(.*)$/;
const named = /^(?:[a-z]{3,9},? )?(\d{1,2})[ -]([a-z]{3})[a-z]{0,6}[ ,-]{1,2}(\d{4})(?!\d)(.*)$/i;
const american = /^(?:[a-z]{3,9},? )?([a-z]{3})[a-z]{0,6}\.? (\d{1,2}),? (\d{4})(?!\d)(.*)$/i;
const time =
  /^(?:[T ,]{1,3}(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(am|pm)?)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function millisecondsOf(text: string, order: DayOrder): number | undefined {
  if (/^1\d{9}$/.test(text)) return Number(text) * 1_000;
  if (/^1\d{12}$/.test(text)) return Number(text);
  const [, year, month, day, rest] = iso.exec(text) ?? [];
  if (year) return moment(Number(year), Number(month), Number(day), rest);
  const [, first, second, third, behind] = dotted.exec(text) ?? [];
  if (first) return moment(Number(third), Number(second), Number(first), behind);
  const [, date, name = '', ofYear, after] = named.exec(text) ?? [];
  if (date) return moment(Number(ofYear), months.indexOf(name.toLowerCase()) + 1, Number(date), after);
  const [, title = '', on, inYear, later] = american.exec(text) ?? [];
  if (on) return moment(Number(inYear), months.indexOf(title.toLowerCase()) + 1, Number(on), later);
  const [, one, other, of, more] = slashed.exec(text) ?? [];
  if (!one || (order === null && one !== other)) return undefined;
  const [d, m] = order === 'month' ? [other, one] : [one, other];
  return moment(Number(of), Number(m), Number(d), more);
}

function moment(year: number, month: number, day: number, behind = ''): number | undefined {
  const [isTime, hour = '0', minute = '0', second = '0', half, zone] = time.exec(behind) ?? [];
  const isReal = month >= 1 && month <= 12 && day >= 1 && new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
  if (isTime === undefined || !isReal || Number(hour) > 24 || Number(minute) > 59) return undefined;
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hour);
  return Date.UTC(year, month - 1, day, hours, Number(minute), Number(second)) - offsetMs(zone);
}

function offsetMs(zone: string | undefined): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '') ?? [];
  return sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000 : 0;
}
