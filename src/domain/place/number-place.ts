import { getCountries, getCountryCallingCode } from 'libphonenumber-js/max';
import type { PhoneNumber } from '../ids.ts';
import { countryOf, fictitious } from '../phone/phone-number.ts';
import { createMemory } from './remember.ts';
import { areaCodes } from './tables/area-codes.ts';
import { areaCodesOfBrazil } from './tables/brazil.ts';
import { valueByKey } from './tables/table.ts';
import { zonesOfCountry } from './zones.ts';

/**
 * What a number itself says. `country`: null for numbers of no country. `states` of its area code, and `zones`; no zones:
 * nobody can tell where in its country it is.
 */
export type NumberPlace = {
  id: number;
  country: string | null;
  states: readonly string[];
  zones: readonly string[];
};

/** Equal places are one object, so that they can be keys. Fast: asked for every row of a list. */
export function placeOfNumber(number: PhoneNumber): NumberPlace {
  if (number.startsWith('+1')) return placeOf(number.slice(1, 5), inNorthAmerica);
  if (number.startsWith('+55')) return placeOf(number.slice(1, 5), inBrazil);
  const country = onlyCountry(number.slice(1, 4));
  if (country !== undefined) return placeOf(country, inCountry);
  // Countries that share a calling code tell their numbers apart by the digits in front; Ofcom's examples need one more.
  return bySharedCode(number.slice(0, fictitious.test(number) ? -3 : -4), () => placeOf(countryOf(number), inCountry));
}

const bySharedCode = createMemory<NumberPlace>();

type Place = Omit<NumberPlace, 'id'>;

const known = new Map<string, NumberPlace>();

function placeOf(key: string, find: (key: string) => Place): NumberPlace {
  const found = known.get(key);
  if (found) return found;
  const place = { id: known.size, ...find(key) };
  known.set(key, place);
  return place;
}

const byAreaCode = valueByKey(areaCodes);
const byAreaCodeInBrazil = valueByKey(areaCodesOfBrazil);

/** `code`: a 1 and the area code. */
function inNorthAmerica(code: string): Place {
  const [states, zones] = byAreaCode.get(code.slice(1))?.split('|') ?? [];
  if (states && zones) return { country: states.slice(0, 2), states: states.split(' '), zones: zones.split(' ') };
  // Islands have area codes of their own. All other codes are toll-free or newer than every table.
  const country = countryOf(`+${code}5550123`);
  if (country === '001') return { country: 'US', states: [], zones: [] };
  return country === 'US' || country === 'CA' ? { country, states: [], zones: [] } : inCountry(country);
}

function inBrazil(code: string): Place {
  const zones = byAreaCodeInBrazil.get(code.slice(2))?.split(' ') ?? zonesOfCountry('BR');
  return { country: 'BR', states: [], zones };
}

function inCountry(country: string): Place {
  const zones = zonesOfCountry(country);
  return zones.length > 0 ? { country, states: [], zones } : { country: null, states: [], zones: [] };
}

/** The country of a number with these first digits, if its calling code has only one. */
function onlyCountry(digits: string): string | undefined {
  for (let length = 1; length <= 3; length++) {
    const countries = byCallingCode.get(digits.slice(0, length));
    if (countries) return countries.length === 1 ? countries[0] : undefined;
  }
  return undefined;
}

const byCallingCode: ReadonlyMap<string, readonly string[]> = Map.groupBy(getCountries(), (country) =>
  getCountryCallingCode(country),
);
