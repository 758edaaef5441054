import { type NotAPhone, type PhoneReading, readPhoneNumber } from '../../phone/phone-number.ts';
import { reasonInWords } from '../../phone/reasons.ts';
import { countDigits, plainDigits, tidyNumber } from '../../phone/tidy.ts';
import { type Meaning, meaningOf, wordsOf } from '../columns/meaning.ts';
import { readCountry } from './country-names.ts';
import { datesAndTimes, splitNumbers } from './loose-numbers.ts';
import { isNoValue } from './no-value.ts';

/** A cell of numbers as it was understood; `reason` is a piece of a sentence. */
export type NumberCell =
  | (PhoneReading & { ok: true })
  /** `isLandline`: it exists at home, or may soon, and so speaks for home, though it is never texted. */
  | { ok: false; reason: string; isPlain: boolean; isLandline?: boolean };

/**
 * Reads the one number that a cell means, behind labels ("Cell: …", "… (cell)"), amounts ("2,015,550,124", "….00") and
 * what spreadsheets made of it. Several numbers are refused unless exactly one is called a mobile.
 */
export function readNumberCell(cell: string, home: string): NumberCell {
  const whole = readPhoneNumber(cell, home);
  if (whole.ok) return whole;
  if (isNoValue(cell)) return refused('empty', false);
  const text = plainDigits(unwrapped(cell).normalize('NFKC'));
  if (countDigits(text.replace(datesAndTimes, '')) < 3) return refused('not_a_number', false);
  const amount = readAmount(text);
  if (amount) return 'rounded' in amount ? refused('rounded', true) : orInWords(readPhoneNumber(amount.digits, home));
  // Address books put ":::" between the numbers of one kind and show the first.
  const [first = '', ...more] = text.split(' ::: ');
  if (more.length > 0) return readNumberCell(first, home);

  const parts = numbersIn(text, home);
  if (parts.length > 1) return readOneOf(parts, home);
  return readLabelled(text, home, whole);
}

/** Could this be a phone number of any country, perhaps with a label? Dates, amounts and short codes could not. */
export function looksLikeNumber(cell: string): boolean {
  if (cell.length > 60 || cell.length < 7) return false;
  const text = tidyNumber(cell).replace(datesAndTimes, ' ');
  if (/@|https?:/.test(text) || /^-?\d{1,6}[.,]\d+$|^-?\d{7}[.,]\d{2}$/.test(text)) return false;
  const digits = countDigits(text);
  const others = text.replace(/[\d\s().+/:,;|&-]/g, '').length;
  return digits >= 7 && digits <= 40 && others <= 15;
}

function orInWords(read: PhoneReading): NumberCell {
  return read.ok ? read : refused(read.reason, read.isPlain);
}

function refused(reason: NotAPhone, isPlain: boolean): NumberCell {
  return {
    ok: false,
    reason: reasonInWords(reason),
    isPlain,
    ...((reason === 'landline' || reason === 'unknown_area') && { isLandline: true }),
  };
}

/** `="2015550101"` keeps a spreadsheet from reading it as an amount. */
function unwrapped(cell: string): string {
  return cell.trim().replace(/^=?"([^"]*)"$/, '$1');
}

/** Reads what a spreadsheet writes for a number that it took for an amount. */
function readAmount(text: string): { digits: string } | { rounded: true } | undefined {
  const power = /^\+?(\d)[.,]?(\d{0,20})\s?e\+?(\d{1,2})$/i.exec(text.trim());
  if (power) {
    const [, lead = '', fraction = '', exponent = ''] = power;
    return fraction.length >= Number(exponent)
      ? { digits: lead + fraction.slice(0, Number(exponent)) }
      : { rounded: true };
  }
  const grouped = /^\d{1,3}([,.'’ ])\d{3}(?:\1\d{3}){1,4}(?:[.,]0{1,2})?$/.exec(text.trim());
  const whole = text.trim().replace(/[.,]0{1,2}$/, '');
  return grouped ? { digits: whole.replace(/\D/g, '') } : undefined;
}

type Part = { text: string; label: string };

/** The numbers of a cell that has several, each with the words before or behind it. */
function numbersIn(text: string, home: string): Part[] {
  const pieces = text.split(separators).filter((piece) => countDigits(piece) >= 7);
  if (pieces.length > 1) return pieces.map(asPart);
  const slashed = text.split('/').filter((piece) => countDigits(piece) >= 7);
  if (slashed.length > 1) return slashed.map(asPart);
  const found = text.match(/[+(]{0,2}\d[\d ().-]{5,60}/g)?.filter((one) => countDigits(one) >= 7) ?? [];
  if (found.length > 1) return withLabels(text, found);
  const [only] = found;
  return only && countDigits(only) === countDigits(text) ? splitNumbers(only, home).map(asPart) : [];
}

const separators = /[;,|\n\r]|\s(?:or|and|und|oder|et|ou|y|o|e|en|of|i|lub)\s|&|\s\/\s|\s-\s/u;

/** "M: 201… H: 201…" and "201… cell 201… home"; words between two numbers that could belong to either belong to neither. */
function withLabels(text: string, found: readonly string[]): Part[] {
  const gaps: string[] = [];
  let at = 0;
  for (const one of found) {
    const begins = text.indexOf(one, at);
    gaps.push(lettersOf(text.slice(at, begins)));
    at = begins + one.length;
  }
  gaps.push(lettersOf(text.slice(at)));
  const [first, last] = [gaps[0] ?? '', gaps.at(-1) ?? ''];
  const labels = first !== '' && last === '' ? gaps : first === '' && last !== '' ? gaps.slice(1) : [];
  return found.map((one, index) => ({ text: one.trim(), label: labels[index] ?? '' }));
}

function asPart(piece: string): Part {
  const { label, rest } = takeLabel(piece);
  return { text: rest, label };
}

function readOneOf(parts: readonly Part[], home: string): NumberCell {
  const mobiles = parts.filter(({ label }) => labelMeaning(label) === 'mobile');
  const [only] = mobiles;
  if (only && mobiles.length === 1) return orInWords(readPhoneNumber(only.text, home));
  const reads = parts.map(({ text }) => readPhoneNumber(text, home));
  const numbers = new Set(reads.map((read) => (read.ok ? read.number : '')));
  const [same] = reads;
  return numbers.size === 1 && same?.ok ? same : refused('several', false);
}

function readLabelled(text: string, home: string, whole: PhoneReading & { ok: false }): NumberCell {
  const { label, rest } = takeLabel(text);
  if (label === '' && rest === text.trim()) return refused(whole.reason, whole.isPlain);
  if (countDigits(rest) < 5 || whole.reason === 'extension') return refused(whole.reason, whole.isPlain);
  const meaning = label === '' ? 'phone' : labelMeaning(label);
  if (meaning !== 'unfit' && meaning !== 'none') return orInWords(readPhoneNumber(rest, home));
  return { ok: false, reason: `${reasonInWords('beside_text')}: “${label.slice(0, 30)}”`, isPlain: false };
}

const letters: Record<string, Meaning> = {
  m: 'mobile',
  c: 'mobile',
  t: 'phone',
  p: 'phone',
  h: 'unfit',
  w: 'unfit',
  o: 'unfit',
  f: 'unfit',
};

/** Each word has to be a label's: "do not text" is no label though "text" is. */
export function labelMeaning(label: string): Meaning {
  if (readCountry(label)) return 'phone';
  const words = wordsOf(label);
  // "No text" is a wish; "No" alone or behind a word means "number".
  if (words[0] === 'no' && words.length > 1) return 'none';
  const meanings = words.map((word) => letters[word] ?? meaningOf(word));
  if (meanings.includes('unfit')) return 'unfit';
  if (meanings.includes('none')) return 'none';
  return meanings.includes('mobile') ? 'mobile' : (meanings[0] ?? 'none');
}

/** The words before or behind a number, without what joins them to it. */
function takeLabel(text: string): Part & { rest: string } {
  const plain = text.replace(/\p{So}\ufe0f?|\p{Sk}/gu, ' ').trim();
  const before = /^\(?\p{L}[\p{L}\p{M} .'’/-]{0,40}[\s:.=#()*-]{0,5}(?=[+(]?\d)/u.exec(plain)?.[0] ?? '';
  const rest = plain.slice(before.length);
  const behind = /[\s:;,(*[-]{1,5}\p{L}[\p{L}\p{M} .'’-]{0,40}[)\]]?$/u.exec(rest)?.[0] ?? '';
  return { text, label: lettersOf(`${before} ${behind}`), rest: rest.slice(0, rest.length - behind.length).trim() };
}

function lettersOf(text: string): string {
  return text
    .replace(/[^\p{L}\p{M} ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
