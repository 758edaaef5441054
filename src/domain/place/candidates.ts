import { isZoneOf, zonesOfCountry, zonesOfState } from './zones.ts';

/**
 * What is known of where somebody may be, all of it meant. `from`: what the number's own area code says, of `home`.
 * `isAnywhere`: an address of the US forces, in the US or at any of their posts. `zones`: said as such.
 */
export type Known = {
  home: string | null;
  ofNumber: { states: readonly string[]; zones: readonly string[] };
  states: readonly string[];
  countries: readonly string[];
  zones: readonly string[];
  isAnywhere: boolean;
};

/** Everything together: nothing that is known is left out because something else is known better. */
export function candidates({ home, ofNumber, states, countries, zones, isAnywhere }: Known) {
  const allStates = sorted([...ofNumber.states, ...states]);
  const whole = countries.filter((country) => !isPartOf(country, home));
  const alsoIn = sorted([...whole, ...states.map(countryOfState), ...(isAnywhere ? ['US'] : [])]).filter(
    (country) => country !== home,
  );
  const all = home === null ? alsoIn : [home, ...alsoIn];
  const inPlaces = all.flatMap((country) => {
    const ofStates = states.filter((state) => countryOfState(state) === country).flatMap(zonesOfState);
    const found = [...(country === home ? ofNumber.zones : []), ...ofStates];
    const isSaid = found.length > 0 || zones.some((zone) => isZoneOf(zone, country));
    return isSaid && !(isAnywhere && country === 'US') ? found : [...found, ...zonesOfCountry(country)];
  });
  return {
    country: home,
    states: allStates,
    isStateUnknown: all.includes('US') && (isAnywhere || !allStates.some((state) => countryOfState(state) === 'US')),
    zones: sorted([...inPlaces, ...zones, ...(isAnywhere ? postsOfForces : [])]),
    alsoIn,
  };
}

/** Where the forces have post offices besides: nobody can say at which of them, or whether at one in the US, somebody is. */
export const postsOfForces = [
  'Europe/London',
  'Europe/Berlin',
  'Asia/Qatar',
  'Asia/Seoul',
  'Asia/Tokyo',
  'Pacific/Guam',
];

/** In lists of people in Puerto Rico the country's column says "United States". */
function isPartOf(country: string, home: string | null): boolean {
  return country === 'US' && home !== null && ['PR', 'VI', 'GU', 'AS', 'MP'].includes(home);
}

/** `US-FL` → `US` */
export function countryOfState(state: string): string {
  return state.slice(0, 2);
}

/** Of the zones that one name may mean, those of these countries; all, if none of them is. */
export function meantIn(zones: readonly string[], countries: readonly string[]): readonly string[] {
  const near = zones.filter((zone) => countries.some((country) => isZoneOf(zone, country)));
  return near.length > 0 ? near : zones;
}

export function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}
