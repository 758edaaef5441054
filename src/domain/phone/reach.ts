import type { PhoneNumber, SenderId } from '../ids.ts';
import { personKey } from './person.ts';
import { countryOf, readPhoneNumber } from './phone-number.ts';

/** The countries texted as a matter of course: those that are set, or the default one and those of the senders' numbers. */
export function homeCountries(settings: {
  senders: ReadonlyMap<SenderId, unknown>;
  country: string;
  countries: readonly string[];
}): ReadonlySet<string> {
  const { senders, country, countries } = settings;
  if (countries.length > 0) return new Set(countries);
  const ofSenders = [...senders.keys()].filter(isNumber).map((sender) => countryOf(`+${sender}`));
  return new Set([country, ...ofSenders.filter((known) => known !== '001')]);
}

/** One of the numbers we send from, in any spelling. */
export function isOwnNumber(number: PhoneNumber, senders: Iterable<SenderId>): boolean {
  const key = personKey(number);
  return [...senders].some((sender) => isNumber(sender) && personKey(`+${sender}` as PhoneNumber) === key);
}

/** A list would take it: it exists, can get texts, and texting it makes nobody rich. */
export function isTextable(number: PhoneNumber): boolean {
  return readPhoneNumber(number, countryOf(number)).ok;
}

/** Texting it makes somebody rich or costs many times as much: the program never answers it. */
export function isCostly(number: PhoneNumber): boolean {
  const read = readPhoneNumber(number, countryOf(number));
  return !read.ok && ['premium', 'shared_cost', 'personal', 'satellite'].includes(read.reason);
}

/** The other senders are names and short codes. */
function isNumber(sender: SenderId): boolean {
  return /^\d{7,15}$/.test(sender);
}
