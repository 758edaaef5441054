import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  type PhoneNumber as Parsed,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import { PhoneNumber } from '../ids.ts';
import { withoutEnd } from '../trimmed.ts';
import { alsoWritten } from './also-written.ts';
import { personKey } from './person.ts';
import { tidyNumber } from './tidy.ts';

/**
 * The number of a phone that wrote to us, in whatever spelling networks hand it on: with plus, 00 or neither, with spaces,
 * a trunk zero, or as dialled in one of the `homes` (ISO 3166). Undefined when it is none: a name or a short code.
 */
export function readCaller(raw: string, homes: readonly string[]): PhoneNumber | undefined {
  const written = tidy(raw);
  const digits = written.replace(/\D/g, '');
  if (digits.length < 7 || digits.length > mostDigits || !/^[\d\s().+/-]*$/.test(written)) return undefined;

  const abroad = isTrunk.test(written) ? undefined : parsed(`+${written.replace(/^[+\s]*(?:00)?/, '')}`);
  if (abroad && canText(abroad)) return numberOf(abroad);

  const dialled = written.replace(/^\+/, '');
  const atHome = homes.flatMap((home) => readingsAtHome(dialled, home));
  // A plus with a valid number behind it is meant; networks also put one before numbers of home, which then is none.
  const mobile = isExplicit.test(written) && abroad?.isValid() ? undefined : atHome.find(canText);
  const short = digits.length <= 10 || isTrunk.test(written);
  const best =
    mobile ??
    (abroad?.isValid() ? abroad : undefined) ??
    // Long digits are a number of abroad that the tables do not know rather than a landline of variable length.
    (short || isExplicit.test(written) ? atHome.find((reading) => reading.isValid()) : undefined) ??
    (short && !abroad?.isPossible() ? atHome.find((reading) => reading.isPossible()) : undefined) ??
    abroad;
  return numberOf(best) ?? PhoneNumber.safeParse(`+${digits.replace(/^00/, '')}`).data;
}

/** As it is dialled there now, and as it was in former years. */
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

/** Fifteen of the number, two of the prefix, one trunk zero, and some that networks add. */
const mostDigits = 20;
const longest = 64;
const isExplicit = /^(?:\+\s?[1-9]|\+?00)/;
const isTrunk = /^\+?\s?\(?0(?!0)/;

/** What networks and address books put around a number. */
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

/** Ofcom's numbers for examples and drama, which no metadata calls valid. */
const fictitious = /^\+447700900\d{3}$/;

/** Landlines and service numbers are not among those that write texts. */
function canText(reading: Parsed): boolean {
  const type = reading.getType();
  return type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE' || fictitious.test(reading.number);
}

function numberOf(reading: Parsed | undefined): PhoneNumber | undefined {
  return PhoneNumber.safeParse(reading?.number).data;
}
