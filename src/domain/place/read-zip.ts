import { type PlaceSaid, together } from './read-state.ts';
import { valueByKey } from './tables/table.ts';
import { zipCodes } from './tables/zip-codes.ts';

/**
 * "02134", "02134-1001", "2134" without the zero that a spreadsheet took, "021", "M5V 2T6". `isCanadian`: a
 * postal code in full, which no other country writes so. Undefined for what is no ZIP Code in use and no Canadian postal code.
 */
export function readZip(text: string): (PlaceSaid & { isCanadian: boolean }) | undefined {
  const bare = text
    .normalize('NFKC')
    .replace(/[‐‑‒–—−]/g, '-')
    // What keeps a spreadsheet from taking the zero: ="02134", '02134.
    .replace(/^[\s=]*["'’“]?|["'’”\s]+$/g, '')
    .trim()
    .replace(/[.,]0+$/, '')
    .replace(/^[A-Za-z]{2}[\s-]+(?=\d)/, '')
    // "Boston, MA 02134", "02134 USA", "02134-": an address for a code, or half of a long one.
    .replace(/^(?:[\p{L}.,]+\s+)+(?=\d{5}(?:\D|$))/u, '')
    .replace(/(?<=^\d{4,5}(?:-\d{4})?),? (?:usa?|u\.s\.a?\.?|united states)$/i, '')
    .replace(/(?<=^\d{4,5})-(?:\d{0,3}|0{4})$/, '');
  const [, letter = '', rest] = /^([A-Z])\d[A-Z]([\s-]?\d[A-Z]\d)?$/i.exec(bare) ?? [];
  const provinces = byFirstLetter[letter.toUpperCase()];
  if (provinces) return { ...said(provinces), isCanadian: rest !== undefined };
  const found = digitsOf(bare).flatMap((digits) => byDigits.get(digits) ?? byDigits.get(digits.slice(0, 3)) ?? []);
  return found.length > 0 ? { ...together(found.map(said)), isCanadian: false } : undefined;
}

/** Five digits, or three; of three digits alone nobody can tell whether they are those or the end of a code. */
function digitsOf(bare: string): string[] {
  const [, digits = ''] = /^(\d{3,5})(?:[\s-]\d{4})?$/.exec(bare) ?? /^(\d{5})\d{4}$/.exec(bare) ?? [];
  if (digits.length > 3) return [digits.padStart(5, '0')];
  return digits === '' ? [] : [digits, digits.padStart(5, '0')];
}

function said(names: string): PlaceSaid {
  const all = names.split(' ');
  return {
    states: all.filter((name) => name.includes('-')),
    countries: all.filter((name) => name.length === 2),
    isMilitary: all.includes('military'),
    isShort: false,
  };
}

const byDigits = valueByKey(zipCodes);

/** Canada Post: the first letter of a postal code is a province, or a part of one. */
const byFirstLetter: Readonly<Record<string, string>> = {
  A: 'CA-NL',
  B: 'CA-NS',
  C: 'CA-PE',
  E: 'CA-NB',
  G: 'CA-QC',
  H: 'CA-QC',
  J: 'CA-QC',
  K: 'CA-ON',
  L: 'CA-ON',
  M: 'CA-ON',
  N: 'CA-ON',
  P: 'CA-ON',
  R: 'CA-MB',
  S: 'CA-SK',
  T: 'CA-AB',
  V: 'CA-BC',
  X: 'CA-NT CA-NU',
  Y: 'CA-YT',
};
