const months = 'January February March April May June July August September October November December'.split(' ');

/** "5 Mar 2024" of 2024-03-05 */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-');
  return `${Number(date)} ${months[Number(month) - 1]?.slice(0, 3)} ${year}`;
}

/** "March 2024" of 2024-03-05 or 2024-03 */
export function monthInWords(day: string): string {
  const [year, month] = day.split('-');
  return `${months[Number(month) - 1]} ${year}`;
}

/**
 * The day that a cell names, as 2024-03-05; undefined where it can be read in two ways (03/04/2024), or in none. Numbers
 * with dots are day, month, year: nobody writes the month first with them.
 */
export function readDay(cell: string): string | undefined {
  const text = cell.trim();
  if (text.length < 6 || text.length > 60) return undefined;
  return inNumbers(text) ?? stamp(text) ?? inWords(text);
}

const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d])/;
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?![\d])/;

function inNumbers(text: string): string | undefined {
  const [, y = '', , m = '', d = ''] = yearFirst.exec(text) ?? [];
  if (y) return aDay(y, m, d);
  const eight = /^(\d{4})(\d\d)(\d\d)(?!\d)/.exec(text);
  if (eight) return aDay(eight[1]!, eight[2]!, eight[3]!);
  const [, first = '', sign, second = '', year = ''] = yearLast.exec(text) ?? [];
  if (!year) return undefined;
  const isDayFirst = sign === '.' || Number(first) > 12 || first.padStart(2, '0') === second.padStart(2, '0');
  if (isDayFirst) return aDay(year, second, first);
  return Number(second) > 12 ? aDay(year, first, second) : undefined;
}

/** Seconds or milliseconds since 1970, as exports of programs have them. */
function stamp(text: string): string | undefined {
  if (!/^1\d{9}(\d{3})?$/.test(text)) return undefined;
  return new Date(Number(text) * (text.length === 10 ? 1_000 : 1)).toISOString().slice(0, 10);
}

/** "5 March 2024", "Mar 5th, 2024 10:00", "Tue, 05 Mar 2024", "5. März 2024" */
function inWords(text: string): string | undefined {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.]? /, '');
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)?(?: of)?[ -]?([a-z]{3,12})\.?,?[ -]?(\d{4})(?!\d)/.exec(plain);
  const monthFirst = /^([a-z]{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/.exec(plain);
  const [day, month, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  const no = month === undefined ? -1 : monthNames.findIndex((names) => names.test(month));
  return no < 0 || !day || !year ? undefined : aDay(year, String(no + 1), day);
}

/** In English, German, French and Spanish. */
const monthNames = [
  /^(jan(uary|uar|vier|v)?|ene(ro)?)$/,
  /^(feb(ruary|ruar|rero)?|fev(rier|r)?)$/,
  /^(mar(ch|s|z|zo)?|maerz|mrz)$/,
  /^(apr(il)?|avr(il)?|abr(il)?)$/,
  /^(may|mai|mayo)$/,
  /^(jun(e|i|io)?|juin)$/,
  /^(jul(y|i|io)?|juil(let)?)$/,
  /^(aug(ust)?|aout|ago(sto)?)$/,
  /^(sept?(ember|embre|iembre)?)$/,
  /^(oct(ober|obre|ubre)?|okt(ober)?)$/,
  /^(nov(ember|embre|iembre)?)$/,
  /^(dec(ember|embre)?|dez(ember)?|dic(iembre)?)$/,
];

function aDay(year: string, month: string, day: string): string | undefined {
  const [y, m, d] = [year, month, day].map(Number) as [number, number, number];
  const isReal = y >= earliestYear && y <= latestYear && m >= 1 && m <= 12 && d >= 1 && d <= lastOf(y, m);
  return isReal ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined;
}

/** Nobody agreed to texts before there were any. */
const [earliestYear, latestYear] = [1990, 2199];

function lastOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
