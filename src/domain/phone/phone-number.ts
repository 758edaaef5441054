import {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber as Parsed,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from 'libphonenumber-js/max';
import type { PhoneNumber } from '../ids.ts';
import { recognisedMobile } from './mobile-pattern.ts';

export type NotAPhone =
  | 'empty'
  | 'not_a_number'
  | 'too_short'
  | 'too_long'
  | 'impossible'
  | 'landline'
  | 'premium'
  | 'short_code';

/** `country` is the ISO 3166 code of the number's country, `001` when it belongs to none. */
export type PhoneReading = { ok: true; number: PhoneNumber; country: string } | { ok: false; reason: NotAPhone };

/**
 * Reads a number as people and spreadsheets write it; `country` says where numbers without a country code are from.
 * Refused are numbers that do not exist and those that are surely unable to get texts.
 */
export function readPhoneNumber(raw: string, country: string): PhoneReading {
  const known = recognisedMobile(raw, country);
  if (known) return { ok: true, number: known.number as PhoneNumber, country: known.country };

  const text = tidy(raw);
  if (text === '') return { ok: false, reason: 'empty' };
  if (!/^[\d\s().+/-]*$/.test(text) && !extension.test(text)) return { ok: false, reason: 'not_a_number' };
  const digits = text.replace(/\D/g, '');
  if (digits.length < 3 || digits.length > 30) {
    return { ok: false, reason: digits.length > 30 ? 'too_long' : 'not_a_number' };
  }
  if (digits.length <= 6 && !text.startsWith('+')) return { ok: false, reason: 'short_code' };

  const home = isSupportedCountry(country) ? country : 'US';
  const parsed = asDialled(text, digits, home);
  if (!parsed) return { ok: false, reason: whyImpossible(text, home) };
  const reason = parsed.ext ? 'landline' : unreachable[parsed.getType() ?? ''];
  if (reason) return { ok: false, reason };
  return { ok: true, number: parsed.number as string as PhoneNumber, country: countryOfParsed(parsed) };
}

/** Only the last four digits: "•••• 0123". */
export function maskPhoneNumber(number: string): string {
  return `•••• ${number.replace(/\D/g, '').slice(-4)}`;
}

/** "+1 201 555 0123" */
export function formatPhoneNumber(number: string): string {
  return parsePhoneNumberFromString(number)?.formatInternational() ?? number;
}

/** The ISO 3166 code of the country a number in E.164 belongs to, `001` when it belongs to none. */
export function countryOf(number: string): string {
  return recognisedMobile(number, '')?.country ?? countryOfParsed(parsePhoneNumberFromString(number));
}

const words: Record<NotAPhone, string> = {
  empty: 'there is no phone number',
  not_a_number: 'this is not a phone number',
  too_short: 'the number is too short',
  too_long: 'the number is too long',
  impossible: 'no such number exists',
  landline: 'this is a landline or service number, which cannot get texts',
  premium: 'this is a premium-rate number',
  short_code: 'this is a short code or an incomplete number',
};

/** Why a number was refused, to stand inside a sentence. */
export function reasonInWords(reason: NotAPhone): string {
  return words[reason];
}

const extension = /^[\d\s().+/-]{7,30}(,|;|#|x|ext\.?|extension) ?:?\s?\d{1,7}$/i;

/** Kinds of numbers of which the numbering plans say that they cannot get texts, or that texting them is a fraud's way to money. */
const unreachable: Record<string, NotAPhone> = {
  FIXED_LINE: 'landline',
  TOLL_FREE: 'landline',
  UAN: 'landline',
  VOICEMAIL: 'landline',
  PAGER: 'landline',
  PREMIUM_RATE: 'premium',
  SHARED_COST: 'premium',
  PERSONAL_NUMBER: 'premium',
};

/** Ofcom's numbers for examples and drama, which no metadata calls valid. */
const fictitious = /^\+447700900\d{3}$/;

function countryOfParsed(parsed: Parsed | undefined): string {
  if (!parsed) return '001';
  return parsed.country ?? (fictitious.test(parsed.number) ? 'GB' : '001');
}

/** What spreadsheets, address books and mail programs put around a number. */
function tidy(raw: string): string {
  return raw
    .slice(0, 100)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[\p{Pd}−]/gu, '-')
    .trim()
    .replace(/^['"=`]+|['"]+$/g, '')
    .replace(/^(tel|sms|whatsapp|mobile):\s*/i, '')
    .replace(/^(\+?\d{7,15})\.0$/, '$1')
    .trim();
}

/** As dialled at home; else as an international number that lost its plus, or whose plus is written 00. */
function asDialled(text: string, digits: string, home: CountryCode): Parsed | undefined {
  if (text.startsWith('00')) {
    const abroad = valid(`+${text.slice(2).trimStart()}`, home);
    if (abroad) return abroad;
  }
  const dialled = valid(text, home);
  if (dialled || text.startsWith('+') || digits.length < 8 || digits.startsWith('0')) return dialled;
  return valid(`+${digits}`, home);
}

function valid(text: string, home: CountryCode): Parsed | undefined {
  const parsed = parsePhoneNumberFromString(text, { defaultCountry: home, extract: false });
  return parsed && (parsed.isValid() || fictitious.test(parsed.number)) ? parsed : undefined;
}

function whyImpossible(text: string, home: CountryCode): NotAPhone {
  const length = validatePhoneNumberLength(text.startsWith('00') ? `+${text.slice(2)}` : text, home);
  if (length === 'TOO_SHORT') return 'too_short';
  return length === 'TOO_LONG' ? 'too_long' : 'impossible';
}
