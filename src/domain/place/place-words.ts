import { countryInSentence, countryName } from '../list/cells/country-names.ts';
import { states } from './tables/states.ts';
import type { Whereabouts } from './whereabouts.ts';

/** `US-FL` → "Florida", `FR` → "France", as a label; what is unknown stays as it is. */
export function placeName(place: string): string {
  return nameOfState.get(place) ?? (/^[A-Z]{2}$/.test(place) ? countryName(place) : place);
}

/** "Florida", "Texas or Colorado", "an unknown state of the US", "France", "the Netherlands": goes after "in". */
export function whereWords({ country, states: inStates, isStateUnknown, alsoIn }: Whereabouts): string {
  const countries = country === null ? alsoIn : [country, ...alsoIn];
  const places = countries.flatMap((one) => {
    const known = inStates.filter((state) => state.startsWith(`${one}-`)).map(inSentence);
    if (one === 'US' && isStateUnknown) return [...known, 'an unknown state of the US'];
    return known.length > 0 ? known : [inSentence(one)];
  });
  return places.length === 0 ? 'no known country' : eitherOf(places);
}

/** "the US", "the Netherlands", "France": in a sentence, short where people say it short. */
export function countrySubject(country: string): string {
  return shortNames[country] ?? inSentence(country);
}

const shortNames: Readonly<Record<string, string>> = { US: 'the US', GB: 'the UK', AE: 'the UAE', ZZ: 'no country' };

/** "a, b or c" */
function eitherOf(places: readonly string[]): string {
  return places.length < 2 ? places.join('') : `${places.slice(0, -1).join(', ')} or ${places.at(-1)}`;
}

function inSentence(place: string): string {
  if (place === 'US-GA') return 'Georgia (US)';
  return /^[A-Z]{2}$/.test(place) ? countryInSentence(place) : placeName(place);
}

const nameOfState = new Map(states.map(({ code, name }) => [code, name]));

/** The words of several places: those that would read the same also name their clocks, "Florida (Chicago or New York)". */
export function whereWordsOf(places: readonly Whereabouts[]): string[] {
  const words = places.map(whereWords);
  const clocksOf = new Map<string, Set<string>>();
  for (const [at, word] of words.entries()) {
    clocksOf.set(word, (clocksOf.get(word) ?? new Set()).add(places[at]!.zones.join()));
  }
  return words.map((word, at) => (clocksOf.get(word)!.size > 1 ? `${word} (${clocks(places[at]!)})` : word));
}

/** "Florida (Chicago)": with the clocks that are meant. */
export function whereWordsAndClocks(where: Whereabouts): string {
  return `${whereWords(where)} (${clocks(where)})`;
}

const mostClocks = 3;

function clocks({ zones }: Whereabouts): string {
  const cities = zones.map((zone) => zone.split('/').at(-1)!.replaceAll('_', ' '));
  return cities.length > mostClocks ? `${cities.length} time zones` : eitherOf(cities);
}
