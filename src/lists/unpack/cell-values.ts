import { withoutEnd } from '../../domain/plain-text.ts';

/** Which of a workbook's number formats show days and times. */
export type CellStyles = ReturnType<typeof createCellStyles>;

export function createCellStyles(is1904: boolean) {
  const codes = new Map<string, string>();
  const areDates: boolean[] = [];
  return {
    name: (id: string, code: string): void => void codes.set(id, code),
    add(id: string): void {
      const code = codes.get(id);
      areDates.push(code === undefined ? builtInDates.has(Number(id)) : isDateFormat(code));
    },
    /** A number as text: days as ISO dates, whole numbers with all their digits. */
    shown(value: string, style: number): string {
      return areDates[style] ? dateOf(value, is1904) : numberAsText(value);
    },
  };
}

/** ECMA-376, 18.8.30. */
const builtInDates = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56,
  57, 58,
]);

/** Has it letters of days and times, outside of quoted words, colours and escaped characters? */
function isDateFormat(code: string): boolean {
  const ends: Readonly<Record<string, string>> = { '"': '"', '[': ']' };
  let until = '';
  for (let at = 0; at < code.length; at += 1) {
    const sign = code.charAt(at);
    if (until !== '') until = sign === until ? '' : until;
    else if (ends[sign]) until = ends[sign];
    else if (/[\\_*]/.test(sign)) at += 1;
    else if (/[ymdhs]/i.test(sign)) return true;
  }
  return false;
}

/** ECMA-376, 22.9.2.19: characters that XML cannot have, or would read as others, such as the CR in a cell of two lines. */
export function unescapedText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** A spreadsheet keeps 15 digits: of longer numbers nobody knows the last ones, and they are shown as such. */
const mostDigits = 15;

export function numberAsText(value: string): string {
  const text = value.trim();
  if (/^-?\d{1,15}$/.test(text)) return text;
  const number = Number(text);
  if (text === '' || !Number.isFinite(number)) return text;
  if (Math.abs(number) >= 10 ** mostDigits) {
    const [digits = '', power = ''] = number.toExponential(mostDigits - 1).split('e+');
    return `${withoutZeros(digits)}E+${power}`;
  }
  // 0.1 + 0.2 is 0.3 to whoever sees the sheet.
  const rounded = Number(number.toPrecision(mostDigits));
  return String(rounded).includes('e') ? withoutZeros(rounded.toFixed(20)) : String(rounded);
}

function withoutZeros(digits: string): string {
  return withoutEnd(withoutEnd(digits, /0/), /\./);
}

const dayMs = 86_400_000;

/** Days since the end of 1899, with the 29 February 1900 that never was; or since 1904. */
function dateOf(value: string, is1904: boolean): string {
  const serial = Number(value);
  if (value.trim() === '' || !Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return numberAsText(value);
  const days = is1904 ? serial + 1_462 : serial;
  const ms = Math.round(days * 86_400) * 1_000;
  const epoch = Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const [date = '', time = ''] = new Date(epoch + ms).toISOString().split(/[TZ.]/);
  if (days < 1) return time;
  return ms % dayMs === 0 ? date : `${date} ${time}`;
}
