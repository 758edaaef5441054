import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from 'libphonenumber-js/max';
import { PhoneNumber } from '../ids.ts';
import { alsoWritten } from './also-written.ts';
import { personKey } from './person.ts';
import { typedText } from './typed-text.ts';

type TypedNumber =
  | { kind: 'number'; number: PhoneNumber }
  /** A home number, or one with the country code but without its plus. */
  | { kind: 'unclear'; readings: readonly [PhoneNumber, PhoneNumber] }
  | { kind: 'none' };

/**
 * Reads a number that somebody typed about one person, as dialled. Takes everything that may stand in the opt-outs:
 * landlines, former spellings, numbers unknown to the tables. `home`: the country (ISO 3166) of numbers without a code.
 */
export function typedNumber(raw: string, home: string): TypedNumber {
  const text = typedText(raw);
  const digits = text.replace(/\D/g, '');
  if (!/^\+?[\d ().\-/]+$/.test(text) || digits.length < 6 || digits.length > 17) return { kind: 'none' };
  const country = isSupportedCountry(home) ? home : 'US';

  if (text.startsWith('+')) return asReading(abroad(digits, /^\+\d+$/.test(text)));
  const dialled = atHome(digits, country);
  if (digits.startsWith('00')) return asReading(better(dialled, abroad(digits.slice(2))));
  // Nobody writes a calling code in brackets or after a trunk zero.
  if (/^[(0]/.test(text)) return asReading(dialled ?? afterTrunkZero(digits, country));
  return choose(dialled, abroad(digits));
}

/** How good a reading is: mobiles before numbers that get no texts, known ones before those that only have the right length. */
type Reading = { number: PhoneNumber; rank: (typeof ranks)[number] };

const ranks = ['mobile', 'known', 'possible', 'unknown'] as const;

/** Between two equally good readings nobody guesses; nor is a number foreign if it may just be too new at home. */
function choose(dialled: Reading | undefined, international: Reading | undefined): TypedNumber {
  const abroad = international && asGood(international);
  if (!dialled || !abroad) return asReading(dialled ?? abroad);
  if (personKey(dialled.number) === personKey(abroad.number)) return asReading(dialled);
  const lead = ranks.indexOf(abroad.rank) - ranks.indexOf(dialled.rank);
  if (lead > 0) return asReading(dialled);
  if (lead < 0 && dialled.rank !== 'possible') return asReading(abroad);
  return { kind: 'unclear', readings: [dialled.number, abroad.number] };
}

/** Calls abroad begin not only with 00: Australia's 0011, Brazil's 0015. */
function better(byOwnPrefix: Reading | undefined, by00: Reading | undefined): Reading | undefined {
  if (!byOwnPrefix || !by00) return byOwnPrefix ?? by00;
  return ranks.indexOf(byOwnPrefix.rank) < ranks.indexOf(by00.rank) ? byOwnPrefix : by00;
}

function asReading(reading: Reading | undefined): TypedNumber {
  return reading ? { kind: 'number', number: reading.number } : { kind: 'none' };
}

/** With its country code, anything in a number's form is one; with `isExact` also if longer than the country's numbers. */
function abroad(digits: string, isExact = false): Reading | undefined {
  const number = PhoneNumber.safeParse(`+${digits}`);
  const reading = number.success ? plain(number.data) : undefined;
  const isTooLong = reading?.rank === 'unknown' && validatePhoneNumberLength(reading.number) === 'TOO_LONG';
  return isTooLong && !isExact ? undefined : reading;
}

function atHome(digits: string, country: CountryCode): Reading | undefined {
  const parsed = parsePhoneNumberFromString(digits, country);
  const number = PhoneNumber.safeParse(parsed?.number);
  return number.success ? asGood(plain(number.data)) : undefined;
}

/** Dialled at home in a way that the tables have forgotten, such as Mexico's 044. */
function afterTrunkZero(digits: string, country: CountryCode): Reading | undefined {
  const reading = digits.startsWith('0') ? abroad(`${getCountryCallingCode(country)}${digits}`) : undefined;
  return reading && asGood(reading);
}

function asGood(reading: Reading): Reading | undefined {
  return reading.rank === 'unknown' ? undefined : reading;
}

/** The person's number as it is dialled today. */
function plain(number: PhoneNumber): Reading {
  const key = PhoneNumber.safeParse(personKey(number)).data ?? number;
  const spellings = [number, key, alsoWritten(key) ?? key].map((spelling) => parsePhoneNumberFromString(spelling));
  const known = spellings.find((spelling) => spelling?.isValid());
  if (known) {
    const isMobile = known.getType()?.includes('MOBILE') === true;
    return { number: known.number as string as PhoneNumber, rank: isMobile ? 'mobile' : 'known' };
  }
  return { number: key, rank: spellings[1]?.isPossible() ? 'possible' : 'unknown' };
}
