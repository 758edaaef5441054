import { zonesByCountry } from '../../src/domain/place/tables/countries.ts';
import { states } from '../../src/domain/place/tables/states.ts';
import { readRows } from '../../src/domain/place/tables/table.ts';
import type { Whereabouts } from '../../src/domain/place/whereabouts.ts';
import { zonesOfCountry, zonesOfState } from '../../src/domain/place/zones.ts';
import { isPlaceKnown, type RuleBook } from '../../src/domain/rules/rule-book.ts';

/** Every country of the tables, each state of the US, nobody knows which state, and each zone of the world under the rules of the US. */
export function everywhere(book: RuleBook): { known: Whereabouts[]; unknown: Whereabouts[] } {
  const byCountry = readRows(zonesByCountry, ';').map((row) => row.split(' '));
  const countries = byCountry.map(([country]) => country!);
  const zones = [...new Set(byCountry.flatMap(([, ...zones]) => zones))].sort();
  const isKnown = (country: string) => isPlaceKnown(book, country, '2026-12-01');
  const ofCountry = (country: string) =>
    somewhere({ country, zones: zonesOfCountry(country), isStateUnknown: country === 'US' });
  const inStates = states
    .filter(({ code }) => code.startsWith('US-'))
    .map(({ code }) => somewhere({ states: [code], zones: zonesOfState(code) }));
  return {
    known: [
      ...countries.filter(isKnown).map(ofCountry),
      ...inStates,
      ...zones.map((zone) => somewhere({ zones: [zone] })),
    ],
    unknown: countries.filter((country) => !isKnown(country)).map(ofCountry),
  };
}

function somewhere(where: Partial<Whereabouts>): Whereabouts {
  return { country: 'US', states: [], isStateUnknown: false, zones: [], alsoIn: [], from: 'number', ...where };
}
