import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  type PhoneNumber as Parsed,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import { PhoneNumber } from '../ids.ts';
import { withoutEnd } from '../plain-text.ts';
import { alsoWritten } from './also-written.ts';
import { personKey } from './person.ts';
import { fictitious } from './phone-number.ts';
import { isTextable } from './reach.ts';
import { tidyNumber } from './tidy.ts';

/**
 * The number of a phone that wrote to us, in any spelling of the networks: with plus, 00 or neither, with spaces, a
 * trunk zero, or as dialled in one of the `homes` (ISO 3166). Several, those of home first, if the digits are
 * ambiguous; none for a name or a short code.
 */
export function readCallers(raw: string, homes: readonly string[]): readonly PhoneNumber[] {
  const written = tidy(raw);
  const digits = written.replace(/\D/g, '');
  if (digits.length < 7 || digits.length > mostDigits || !/^[\d\s().+/-]*$/.test(written)) return [];

  const abroad = isTrunk.test(written) ? undefined : parsed(`+${written.replace(/^[+\s]*(?:00)?/, '')}`);
  if (abroad && isExplicit.test(written) && (abroad.isValid() || isListable(abroad))) return numbersOf([abroad]);

  // If a network put the plus before a home number, no valid number stands behind it.
  const dialled = written.replace(/^\+/, '');
  const atHome = homes.map((home) => readingsAtHome(dialled, home));
  // Anybody on a list may have written this, so every number that a list takes counts.
  const phones = numbersOf([...atHome, abroad ? [abroad] : []].flatMap(whoMayText));
  if (phones.length > 0) return onePerPerson(phones);

  const short = digits.length <= 10 || isTrunk.test(written);
  const best =
    (abroad?.isValid() ? abroad : undefined) ??
    // Many digits are rather a foreign number unknown to the tables than a landline of variable length.
    (short || isExplicit.test(written) ? atHome.flat().find((reading) => reading.isValid()) : undefined) ??
    (short && !abroad?.isPossible() ? atHome.flat().find((reading) => reading.isPossible()) : undefined) ??
    abroad;
  const [number] = numbersOf(best ? [best] : []);
  const other = number ?? PhoneNumber.safeParse(`+${digits.replace(/^00/, '')}`).data;
  return other ? [other] : [];
}

function onePerPerson(numbers: readonly PhoneNumber[]): PhoneNumber[] {
  const keys = numbers.map(personKey);
  return numbers.filter((_, at) => keys.indexOf(keys[at]!) === at);
}

/** Known mobiles first. */
function whoMayText(readings: readonly Parsed[]): Parsed[] {
  const others = readings.filter((reading) => !canText(reading) && isListable(reading));
  return [...readings.filter(canText), ...others];
}

/** A list would take it though the tables do not know it yet: area codes are added every few months. */
function isListable(reading: Parsed): boolean {
  const number = numberOf(reading);
  return number !== undefined && isTextable(number);
}

/** As dialled there now and in former years. */
function readingsAtHome(dialled: string, home: string): Parsed[] {
  if (!isSupportedCountry(home)) return [];
  const now = parsed(dialled, home);
  const former = PhoneNumber.safeParse(`+${getCountryCallingCode(home)}${dialled.replace(/\D/g, '')}`).data;
  const spellings = [numberOf(now), former].flatMap((number) => {
    const key = number && PhoneNumber.safeParse(personKey(number)).data;
    return key ? [key, alsoWritten(key) ?? key] : [];
  });
  const then = spellings.map((spelling) => parsed(spelling)).filter((reading) => reading?.isValid());
  return [now, ...then].flatMap((reading) => reading ?? []);
}

/** Fifteen of the number, two of the prefix, one trunk zero, and a few that networks add. */
const mostDigits = 20;
const longest = 64;
const isExplicit = /^(?:\+\s?[1-9]|\+?00)/;
const isTrunk = /^\+?\s?\(?0(?!0)/;

/** Takes off what networks and address books put around a number. */
function tidy(raw: string): string {
  if (raw.length > longest) return '';
  const bare = tidyNumber(raw)
    .replaceAll('.', '-')
    .replace(/^(?:tel|sms|smsto|mms|mmsto|whatsapp):/i, '')
    .replace(/\/TYPE=[A-Z0-9]{1,10}$/i, '')
    .replace(/^["'<]+/, '');
  return withoutEnd(bare, /["'>]/).trim();
}

function parsed(text: string, home?: string): Parsed | undefined {
  if (home !== undefined && !isSupportedCountry(home)) return undefined;
  return parsePhoneNumberFromString(text, { defaultCountry: home as CountryCode | undefined, extract: false });
}

/** Landlines and service numbers do not write texts. */
function canText(reading: Parsed): boolean {
  const type = reading.getType();
  return type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE' || fictitious.test(reading.number);
}

function numbersOf(readings: readonly Parsed[]): PhoneNumber[] {
  return readings.flatMap((reading) => numberOf(reading) ?? []);
}

function numberOf(reading: Parsed | undefined): PhoneNumber | undefined {
  return PhoneNumber.safeParse(reading?.number).data;
}
