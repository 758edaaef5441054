import { withoutEnd } from '../../domain/plain-text.ts';
import { builtInFormat, type NumberFormat, plainNumber, readFormat } from './number-formats.ts';

/** How a workbook's number formats show its numbers. */
export type CellStyles = ReturnType<typeof createCellStyles>;

export function createCellStyles(is1904: boolean) {
  const codes = new Map<string, string>();
  const formats: NumberFormat[] = [];
  return {
    name: (id: string, code: string): void => void codes.set(id, code),
    add(id: string): void {
      const code = codes.get(id);
      formats.push(code === undefined ? builtInFormat(Number(id)) : readFormat(code));
    },
    /** A number as text: days as ISO dates, whole numbers with all their digits, and with the zeros and the plus of their format. */
    shown(value: string, style: number): string {
      const format = formats[style] ?? plainNumber;
      if (format.kind === 'date') return dateOf(value, is1904);
      const text = numberAsText(value);
      if (!/^\d+$/.test(text)) return text;
      if (format.kind === 'power') return asPower(text);
      return `${format.before}${text.padStart(format.digits, '0')}`;
    },
  };
}

/** "1.20156E+10" of a text file is a whole number to a spreadsheet: who keeps that format for it may have lost the last digits. */
function asPower(digits: string): string {
  const known = withoutEnd(digits, /0/);
  if (digits.length < 8 || known.length > mostShownDigits) return digits;
  return Number(digits).toExponential().toUpperCase();
}

/** So many digits of a number stay in a text file, where a spreadsheet writes it as a power of ten. */
const mostShownDigits = 7;

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
