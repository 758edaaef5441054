import { readPhoneNumber } from '../../phone/phone-number.ts';
import { countDigits, plainDigits } from '../../phone/tidy.ts';
import { withoutEnd } from '../../plain-text.ts';

/**
 * A number-like piece of free text, with the words before it (and behind the piece before). `isPart`: it belongs to an
 * address, a code or a name and is no number by itself.
 */
export type LooseNumber = { raw: string; before: string; isPart: boolean };

/** Digits written like this are a day or a time; groups of two that go on are a number: 06.12.34.56.78. */
export const datesAndTimes =
  /(?<![\d./-])(?:\d{4}-\d\d?-\d\d?|\d\d?[./]\d\d?[./]\d{4}|\d\d?-\d\d?-\d{4}|\d\d?[./]\d\d?[./]\d\d(?![./ -]?\d\d(?!\s?:)))(?![\d/-]|\.\d)|(?<!\d)\d\d?:\d\d(?::\d\d)?(?!\d)/g;

/** The number-like pieces of a line of free text, and the words behind the last: "Ada +1 201 555 0123 (cell)". */
export function looseNumbers(text: string, country: string): { numbers: LooseNumber[]; after: string } {
  const plain = plainDigits(text.normalize('NFKC'))
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    // A numbered line: "2. 2015550101" is no number of eleven digits.
    .replace(/^\s*\d{1,4}[.)]\s+(?=\D{0,3}\d[\d\D]{5})/, '')
    // Days and times are separate pieces, whatever digits follow them.
    .replace(datesAndTimes, (day) => `\u0001${day}\u0001`);
  const numbers: LooseNumber[] = [];
  let at = 0;
  for (const match of plain.matchAll(/[+(]{0,2}\d[\d ().\-/]*(?:e\+?\d{1,2}\b)?/gi)) {
    const found = withoutEnd(match[0], /[\s(.\-/]/);
    if (countDigits(found) < 5) continue;
    const before = plain.slice(at, match.index).replaceAll('\u0001', ' ');
    const isPart = isPartOfSomething(plain, match.index, match.index + found.length);
    at = match.index + found.length;
    for (const [index, raw] of splitNumbers(found, country).entries()) {
      numbers.push({ raw, before: index === 0 ? before : '', isPart });
    }
  }
  return { numbers, after: plain.slice(at).replaceAll('\u0001', ' ') };
}

/** Digits of an address or a code: "https://…/2015550199", "ada2015550199@example.com", "1Z2015550199". */
function isPartOfSomething(text: string, from: number, to: number): boolean {
  if (
    /[\p{L}@#_]/u.test(text[from - 1] ?? '') &&
    !/(?:^|[\s,;:(])(?:tel|t|m|c|p|h|f|w|ph|mob|x)$/i.test(text.slice(Math.max(0, from - 5), from))
  ) {
    return true;
  }
  if (/[@_]|\p{L}{2}/u.test(text.slice(to, to + 2))) return true;
  const run =
    text
      .slice(Math.max(0, from - 80), from)
      .split(/\s/)
      .at(-1) ?? '';
  return /:\/\/|www\.|@/i.test(run) && !/wa\.me|tel:|sms:/i.test(run);
}

/** Numbers without a plus may be divided by just a space; they are one number unless all pieces are numbers. */
export function splitNumbers(found: string, country: string): string[] {
  const words = found.trim().split(/\s+/);
  if (words.length === 1 || readPhoneNumber(found, country).ok) return [found.trim()];
  if (words.every((word) => countDigits(word) >= 7)) return words;
  const numbers: string[] = [];
  let piece = '';
  for (const word of words.slice(0, mostWords)) {
    piece = piece === '' ? word : `${piece} ${word}`;
    if (!readPhoneNumber(piece, country).ok) continue;
    numbers.push(piece);
    piece = '';
  }
  return piece === '' && words.length <= mostWords ? numbers : [found.trim()];
}

/** In longer rows of words nobody can say which ones make up a number. */
const mostWords = 60;
