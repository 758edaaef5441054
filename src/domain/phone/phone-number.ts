import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  type PhoneNumber as Parsed,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from 'libphonenumber-js/max';
import type { PhoneNumber } from '../ids.ts';
import { recognisedMobile } from './mobile-pattern.ts';
import { isPremiumExchange, kindInNorthAmerica } from './north-america.ts';
import { countDigits, tidyNumber } from './tidy.ts';

export type NotAPhone =
  | 'empty'
  | 'not_a_number'
  | 'too_short'
  | 'too_long'
  | 'impossible'
  | 'unknown_area'
  | 'other_country'
  | 'abroad'
  | 'two_ways'
  | 'no_code'
  | 'ninth_digit'
  | 'extension'
  | 'landline'
  | 'service'
  | 'premium'
  | 'shared_cost'
  | 'personal'
  | 'satellite'
  | 'short_code'
  | 'rounded'
  | 'several'
  | 'beside_text';

/**
 * `country`: the ISO 3166 code of the number's country, `001` for none. `isPlain`: it was written without its country;
 * `guessed`: what the reading took for granted.
 */
export type PhoneReading =
  | { ok: true; number: PhoneNumber; country: string; isPlain: boolean; guessed?: 'own_code' | 'new_area' }
  | { ok: false; reason: NotAPhone; isPlain: boolean };

/**
 * Reads one number as people and spreadsheets write it. Without `+` or `00` it is a number of `home` (ISO 3166 alpha-2)
 * or none: it never becomes somebody else's abroad. Refuses numbers that do not exist, that can be read in two ways, or
 * that surely cannot get texts.
 */
export function readPhoneNumber(raw: string, home: string): PhoneReading {
  const recognised = recognisedMobile(raw, home);
  const known = recognised && !isPremiumExchange(recognised.number) ? recognised : undefined;
  const isPlain = !/^[+0(]/.test(raw);
  if (known && (known.country === home || raw.startsWith('+'))) {
    return { ok: true, number: known.number as PhoneNumber, country: known.country, isPlain: !raw.startsWith('+') };
  }
  if (raw.length > longestRaw)
    return { ok: false, reason: countDigits(raw) > 30 ? 'too_long' : 'not_a_number', isPlain };

  const text = withoutDecimals(tidyNumber(raw).replace(/^(tel|sms|whatsapp|mobile):\s*/i, ''));
  const reason = text === '' ? 'empty' : whyNoNumber(text);
  if (reason) return { ok: false, reason, isPlain: false };
  const country = isSupportedCountry(home) ? home : 'US';
  if (text.startsWith('+')) return { ...readWithPlus(text, country), isPlain: false };
  if (/^\(?0\W?0/.test(text)) return { ...readWithZeros(text, country), isPlain: false };
  return { ...readAtHome(text, country), isPlain: true };
}

/** Only the last four digits: "•••• 0123". */
export function maskPhoneNumber(number: string): string {
  return `•••• ${number.replace(/\D/g, '').slice(-4)}`;
}

/** Digits of something that may be part of a phone number: only the last four stay. */
export function maskDigits(text: string): string {
  const digits = text.match(/\p{Nd}/gu)?.length ?? 0;
  let toHide = digits > 4 ? digits - 4 : 0;
  return text.replace(/\p{Nd}/gu, (digit) => (toHide-- > 0 ? '•' : digit));
}

/**
 * What somebody wrote, in a list or in a text: of what may be a whole number in it, in whatever digits and with whatever
 * dashes, only the last four digits stay. Days stay as they are.
 */
export function maskNumbersIn(text: string): string {
  return text.replace(/\d{4}-\d\d-\d\d(?![\d-])|\p{Nd}[\p{Nd}\s().\p{Pd}\p{Cf}_*/]*/gu, (piece) => {
    const isNumber = (piece.match(/\p{Nd}/gu)?.length ?? 0) >= 7 && !/^\d{4}-\d\d-\d\d$/.test(piece);
    return isNumber ? maskDigits(piece) : piece;
  });
}

/** "+1 201 555 0123" */
export function formatPhoneNumber(number: string): string {
  return parsePhoneNumberFromString(number)?.formatInternational() ?? number;
}

/** The ISO 3166 code of an E.164 number's country, `001` for none. */
export function countryOf(number: string): string {
  return recognisedMobile(number, '')?.country ?? countryOfParsed(parsePhoneNumberFromString(number), number);
}

type Reading =
  | { ok: true; number: PhoneNumber; country: string; guessed?: 'own_code' | 'new_area' }
  | { ok: false; reason: NotAPhone };

/** No number is longer, with everything written around it. */
const longestRaw = 200;

const extension = /^([\d\s().+/-]{7,30})(,|;|#|x|ext\.?|extension|apt|durchwahl|poste|int) ?:?\s?\d{1,7}$/i;

/** Kinds of numbers that cannot get texts by the numbering plans, or that fraudsters earn money with. */
const unreachable: Record<string, NotAPhone> = {
  FIXED_LINE: 'landline',
  TOLL_FREE: 'service',
  UAN: 'service',
  VOICEMAIL: 'service',
  PAGER: 'service',
  PREMIUM_RATE: 'premium',
  SHARED_COST: 'shared_cost',
  PERSONAL_NUMBER: 'personal',
};

/** Calling codes of no country: satellites, networks at sea, numbers that follow their owner. A text costs several dollars. */
const beyondCountries: Record<string, NotAPhone> = {
  870: 'satellite',
  881: 'satellite',
  882: 'satellite',
  883: 'satellite',
  878: 'personal',
};

/** Ofcom's numbers for examples and drama; no metadata calls them valid. */
export const fictitious = /^\+447700900\d{3}$/;

function whyNoNumber(text: string): NotAPhone | undefined {
  if (!/^[\d\s().+/-]*$/.test(text)) return extension.test(text) ? 'extension' : 'not_a_number';
  if (/.\+/.test(text.replace(/^\(/, ''))) return 'not_a_number';
  const digits = countDigits(text);
  if (digits < 3) return 'not_a_number';
  if (digits > 30) return 'too_long';
  return digits <= 6 && !text.startsWith('+') ? 'short_code' : undefined;
}

/** "2015550124.00" is a number that a spreadsheet took for an amount. */
function withoutDecimals(text: string): string {
  return text.replace(/^(\+?\d{7,15})[.,]0+$/, '$1');
}

/** A plus before a home number shows that the author wanted a country code, but is none. */
function readWithPlus(text: string, home: CountryCode): Reading {
  const read = readInternational(text, home);
  if (read.ok || !readAtHome(text.slice(1).trimStart(), home).ok) return read;
  return { ok: false, reason: 'no_code' };
}

function readInternational(text: string, home: CountryCode): Reading {
  const parsed = valid(withoutOldOne(text), home);
  if (parsed) return textable(parsed);
  const area = newArea(`+${text.replace(/\D/g, '')}`);
  if (area) return { ...area, guessed: 'new_area' };
  return { ok: false, reason: whyImpossible(text, home) };
}

/** `00` stands for a plus, unless the rest is a home number too: spreadsheets fill up with zeros. */
function readWithZeros(text: string, home: CountryCode): Reading {
  const rest = text.replace(/^\(?0\W?0\)?/, '').trimStart();
  const abroad = readInternational(`+${rest.replace(/^\+/, '')}`, home);
  if (abroad.ok && abroad.country === home) return abroad;
  const atHome = readAtHome(rest, home);
  return atHome.ok || atHome.reason === 'unknown_area' ? { ok: false, reason: 'two_ways' } : abroad;
}

/** As dialled in its own country, or with that country's code and no plus; never a number of another country. */
function readAtHome(text: string, home: CountryCode): Reading {
  const code = getCountryCallingCode(home);
  const dialled = valid(withoutOldPrefix(text, home), home);
  if (dialled && dialled.countryCallingCode !== code) return { ok: false, reason: 'abroad' };
  const digits = text.replace(/\D/g, '');
  const withCode = digits.startsWith(code) ? valid(withoutOldOne(`+${digits}`), home) : undefined;
  const own = withCode && isOf(withCode, home) && withCode.number !== dialled?.number ? withCode : undefined;
  const read = own && textable(own);
  if (read?.ok && !(dialled && textable(dialled).ok)) return { ...read, guessed: 'own_code' };
  if (dialled) return isOf(dialled, home) ? textable(dialled) : { ok: false, reason: 'other_country' };
  if (own) return textable(own);
  if (code === '1' && newArea(`+1${digits.slice(-10)}`) && /^1?\d{10}$/.test(digits)) {
    return { ok: false, reason: 'unknown_area' };
  }
  return { ok: false, reason: whyImpossible(text, home) };
}

/** Until 2019 Mexico's mobiles were called with a 1 behind 52, or as dialled at home; many lists still have it. */
function withoutOldOne(text: string): string {
  const digits = text.replace(/\D/g, '');
  return /^52(?:1|01|044|045)\d{10}$/.test(digits) ? `+52${digits.slice(-10)}` : text;
}

/** Until 2019 calls within Mexico began with 01, or with 044 or 045 to mobiles. */
function withoutOldPrefix(text: string, home: CountryCode): string {
  const digits = text.replace(/\D/g, '');
  return home === 'MX' && /^(?:01|044|045)\d{10}$/.test(digits) ? digits.slice(-10) : text;
}

function textable(parsed: Parsed): Reading {
  const isPremium = (parsed.country === 'US' || parsed.country === 'CA') && isPremiumExchange(parsed.number);
  const kind = isPremium ? 'premium' : unreachable[parsed.getType() ?? ''];
  const reason = parsed.ext ? 'extension' : (kind ?? beyondCountries[parsed.countryCallingCode]);
  if (reason) return { ok: false, reason };
  return { ok: true, number: parsed.number as string as PhoneNumber, country: countryOfParsed(parsed, parsed.number) };
}

function isOf(parsed: Parsed, home: CountryCode): boolean {
  return countryOfParsed(parsed, parsed.number) === home;
}

function countryOfParsed(parsed: Parsed | undefined, number: string): string {
  if (parsed?.country) return parsed.country;
  if (fictitious.test(number)) return 'GB';
  return newArea(number) ? 'US' : '001';
}

function valid(text: string, home: CountryCode): Parsed | undefined {
  const parsed = parsePhoneNumberFromString(text, { defaultCountry: home, extract: false });
  return parsed && (parsed.isValid() || fictitious.test(parsed.number)) ? parsed : undefined;
}

/** A North American number whose area code is newer than the tables: new ones come every few months. */
function newArea(number: string): { ok: true; number: PhoneNumber; country: string } | undefined {
  if (kindInNorthAmerica(number) !== 'place' || parsePhoneNumberFromString(number)?.country) return undefined;
  return { ok: true, number: number as PhoneNumber, country: 'US' };
}

function whyImpossible(text: string, home: CountryCode): NotAPhone {
  if (isOldBrazilian(text, home)) return 'ninth_digit';
  const digits = text.replace(/\D/g, '');
  const isAmerican = text.startsWith('+') || getCountryCallingCode(home) === '1';
  const kind = isAmerican && kindInNorthAmerica(text.startsWith('+') ? `+${digits}` : `+1${digits.slice(-10)}`);
  if (kind === 'service' || kind === 'premium') return kind;
  const length = validatePhoneNumberLength(text, home);
  if (length === 'TOO_SHORT') return 'too_short';
  return length === 'TOO_LONG' ? 'too_long' : 'impossible';
}

/** Since 2016 every mobile of Brazil has a 9 before its eight digits. */
function isOldBrazilian(text: string, home: CountryCode): boolean {
  const digits = text.replace(/\D/g, '');
  const national = text.startsWith('+') || /^55\d{10}$/.test(digits) ? digits.replace(/^55/, '') : digits;
  const isBrazil = text.startsWith('+') ? digits.startsWith('55') : home === 'BR';
  return isBrazil && /^0?[1-9]\d[6-9]\d{7}$/.test(national);
}
