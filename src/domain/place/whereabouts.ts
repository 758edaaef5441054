import type { PhoneNumber } from '../ids.ts';
import { candidates, countryOfState, meantIn } from './candidates.ts';
import { createCellReader } from './cells.ts';
import { type NumberPlace, placeOfNumber } from './number-place.ts';
import { type PersonsWord, placeByWord } from './persons-word.ts';
import { isCallingCode, readCountryName } from './read-country.ts';
import { readState } from './read-state.ts';
import { readZip } from './read-zip.ts';
import { readZone } from './read-zone.ts';
import { createMemory } from './remember.ts';

/**
 * Where a person may be. All of it is meant at once: a text may leave when it may in every zone and under every state.
 * `country`: ISO 3166-1, null for numbers of no country. `states`: ISO 3166-2 such as `US-FL`, sorted; empty where the
 * country's rules do not differ by state. `isStateUnknown`: in the US, and nobody knows in which state: all apply.
 * `zones`: IANA names, sorted; never empty unless `country` is null. `alsoIn`: further countries that the list names, sorted:
 * their rules apply as well. `from`: what it was found by.
 */
export type Whereabouts = {
  country: string | null;
  states: readonly string[];
  isStateUnknown: boolean;
  zones: readonly string[];
  alsoIn: readonly string[];
  from: 'number' | 'list' | 'person';
};

export type PlaceColumn = 'zone' | 'state' | 'country' | 'zip';

/** What the list says about one person: its cells as they are, several where it has several columns of a kind. */
export type PlaceColumns = Partial<Record<PlaceColumn, string | readonly string[]>>;

/** `notUnderstood`: the cells that should say a place and say none that is known. */
export type Found = {
  whereabouts: Whereabouts;
  notUnderstood: readonly { column: PlaceColumn; text: string }[];
};

/**
 * Where the person with this number may be: the zones and states of the number and those of the list, together. A word of
 * the person replaces them. Fast, since every row is asked for; equal people get one object, which nobody may change.
 */
export function whereaboutsOf(number: PhoneNumber, said: PlaceColumns = {}, word?: PersonsWord): Found {
  const place = placeOfNumber(number);
  const told = word && placeByWord(place.country, word);
  if (told?.found) return { whereabouts: { ...told.found, from: 'person' }, notUnderstood: told.notUnderstood };
  const cells = {
    zone: zoneCells(said.zone),
    state: stateCells(said.state),
    country: countryCells(said.country),
    zip: zipCells(said.zip),
  };
  const key = `${place.id} ${cells.zone.id} ${cells.state.id} ${cells.country.id} ${cells.zip.id}`;
  const found = guesses(key, () => guess(place, cells));
  return told ? { ...found, notUnderstood: [...told.notUnderstood, ...found.notUnderstood] } : found;
}

const zoneCells = createCellReader(readZone);
const stateCells = createCellReader(readState);
const zipCells = createCellReader(readZip);
const countryCells = createCellReader((text) => (isCallingCode(text) ? 'calling code' : readCountryName(text)));
const guesses = createMemory<Found>(200_000);

type Read = {
  zone: ReturnType<typeof zoneCells>;
  state: ReturnType<typeof stateCells>;
  country: ReturnType<typeof countryCells>;
  zip: ReturnType<typeof zipCells>;
};

function guess(place: NumberPlace, { zone, state, country, zip }: Read): Found {
  const named = country.say.filter((one) => one !== 'calling code');
  const home = place.country === null ? [] : [place.country];
  const context = named.length > 0 ? named : home;
  const inAmerica = context.some((one) => american.has(one));
  const isFree = named.length === 0 && !home.some((one) => shortStates.has(one));
  const places = [
    ...state.say.filter(({ isShort }) => inAmerica || (isShort ? isFree : named.length === 0)),
    ...zip.say.filter(({ isCanadian }) => inAmerica || (isCanadian && named.length === 0)),
  ];
  const states = places.flatMap((one) => one.states);
  const countries = [...named, ...places.flatMap((one) => one.countries)];
  const near = [...home, ...countries, ...states.map(countryOfState)];
  const zones = zone.say.flatMap((one) => meantIn(one, near));
  const isAnywhere = places.some(({ isMilitary }) => isMilitary);
  const isOfList = zones.length > 0 || places.length > 0 || countries.some((one) => one !== place.country);
  const all = candidates({ home: place.country, ofNumber: place, states, countries, zones, isAnywhere });
  const unread = {
    zone: zone.unread,
    country: country.unread,
    ...(inAmerica && { state: state.unread, zip: zip.unread }),
  };
  return {
    whereabouts: { ...all, from: isOfList ? 'list' : 'number' },
    notUnderstood: Object.entries(unread).flatMap(([column, texts]) =>
      texts.map((text) => ({ column: column as PlaceColumn, text })),
    ),
  };
}

/** Where states and ZIP Codes are those of the US or Canada; elsewhere they say nothing that decides anything. */
const american = new Set(['US', 'CA', 'PR', 'VI', 'GU', 'AS', 'MP', 'PW', 'FM', 'MH']);

/** Other countries that write two letters for their own states and provinces. */
const shortStates = new Set('AR AU BR CH CN DE ES IN IT JP MX MY NG NL VE ZA'.split(' '));
