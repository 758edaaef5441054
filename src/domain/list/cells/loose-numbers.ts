import { readPhoneNumber } from '../../phone/phone-number.ts';
import { countDigits, plainDigits } from '../../phone/tidy.ts';

/** A number-like piece of free text, with the words before it (and behind the piece before). */
export type LooseNumber = { raw: string; before: string };

/** The number-like pieces of a line of free text, and the words behind the last: "Ada +1 201 555 0123 (cell)". */
export function looseNumbers(text: string, country: string): { numbers: LooseNumber[]; after: string } {
  const plain = plainDigits(text.normalize('NFKC'))
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    // A numbered line: "2. 2015550101" is no number of eleven digits.
    .replace(/^\s*\d{1,4}[.)]\s+(?=\D{0,3}\d[\d\D]{5})/, '');
  const numbers: LooseNumber[] = [];
  let at = 0;
  for (const match of plain.matchAll(/[+(]{0,2}\d[\d ().\-/]*(?:e\+?\d{1,2}\b)?/gi)) {
    const found = match[0].replace(/[\s(.\-/]+$/, '');
    if (countDigits(found) < 5) continue;
    const before = plain.slice(at, match.index);
    at = match.index + found.length;
    for (const [index, raw] of splitNumbers(found, country).entries()) {
      numbers.push({ raw, before: index === 0 ? before : '' });
    }
  }
  return { numbers, after: plain.slice(at) };
}

/** Numbers without a plus may follow each other with only a space between; one number when not all pieces are numbers. */
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

/** Of more words in a row, nobody can say which are one number. */
const mostWords = 60;
