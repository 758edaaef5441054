import { isSupportedCountry } from 'libphonenumber-js/max';
import { lazily } from '../lazily.ts';

const states =
  `AL Alabama, AK Alaska, AZ Arizona, AR Arkansas, CA California, CO Colorado, CT Connecticut, DE Delaware, DC District of Columbia,
  FL Florida, GA Georgia, HI Hawaii, ID Idaho, IL Illinois, IN Indiana, IA Iowa, KS Kansas, KY Kentucky, LA Louisiana, ME Maine,
  MD Maryland, MA Massachusetts, MI Michigan, MN Minnesota, MS Mississippi, MO Missouri, MT Montana, NE Nebraska, NV Nevada,
  NH New Hampshire, NJ New Jersey, NM New Mexico, NY New York, NC North Carolina, ND North Dakota, OH Ohio, OK Oklahoma, OR Oregon,
  PA Pennsylvania, RI Rhode Island, SC South Carolina, SD South Dakota, TN Tennessee, TX Texas, UT Utah, VT Vermont, VA Virginia,
  WA Washington, WV West Virginia, WI Wisconsin, WY Wyoming`.split(/,\s+/);

const stateNames = new Map(states.map((line) => [`US-${line.slice(0, 2)}`, line.slice(3)]));
const countryNames = lazily(() => new Intl.DisplayNames(['en'], { type: 'region' }));

/** A country that has phone numbers, such as `FR`; not `UK`. */
export function isCountry(code: string): boolean {
  return isSupportedCountry(code);
}

/** A country, a state of the United States, or everywhere. */
export function isPlace(place: string): boolean {
  return place === '*' || isCountry(place) || stateNames.has(place);
}

/** `US` of `US-FL`. */
export function countryOf(place: string): string {
  return place.slice(0, 2);
}

/** "Florida", "France", "everywhere" */
export function placeInWords(place: string): string {
  if (place === '*') return 'everywhere';
  return stateNames.get(place) ?? countryNames().of(countryOf(place)) ?? place;
}
