import { candidates, countryOfState, meantIn } from './candidates.ts';
import { readCountryName } from './read-country.ts';
import { readState } from './read-state.ts';
import { readZone } from './read-zone.ts';
import { countryOfZone, isZoneOf } from './zones.ts';

/** What a person said of where they live, as codes or in words: "US", "US-CO", "America/Denver" or "Mountain". */
export type PersonsWord = { country?: string; state?: string; zone?: string };

/**
 * The place that the word names. Nothing of the guess is left: who said a country or a zone only, of a country whose
 * rules differ by state, is in a state that nobody knows. `found` is undefined if nothing of it is understood.
 */
export function placeByWord(home: string | null, word: PersonsWord) {
  const country = word.country ? readCountryName(word.country) : undefined;
  const inAmerica = country === undefined || ['US', 'CA', 'PR', 'VI', 'GU', 'AS', 'MP'].includes(country);
  const state = word.state && inAmerica ? readState(word.state) : undefined;
  const zones = word.zone ? readZone(word.zone) : undefined;
  const notUnderstood = [
    ...(word.country && !country ? [{ column: 'country' as const, text: word.country }] : []),
    ...(word.state && inAmerica && !state ? [{ column: 'state' as const, text: word.state }] : []),
    ...(word.zone && !zones ? [{ column: 'zone' as const, text: word.zone }] : []),
  ];
  if (!country && !state && !zones) return { found: undefined, notUnderstood };

  const named = [...(state?.countries ?? []), ...(state?.states ?? []).map(countryOfState)];
  // "Eastern" of a Canadian is Toronto; "GMT" of somebody from neither is London or Abidjan.
  const isAtHome = home !== null && (zones ?? []).some((zone) => isZoneOf(zone, home));
  const clocks = [...new Set((zones ?? []).flatMap((zone) => countryOfZone(zone) ?? []))];
  const ofZones = isAtHome ? [home] : clocks.includes('US') ? ['US'] : clocks;
  const isByZone = country === undefined && named.length === 0;
  const of = country ?? named[0] ?? ofZones[0] ?? home;
  const there = [of === 'US' ? (state?.countries[0] ?? of) : of].filter((one) => one !== null);
  const meant = meantIn(zones ?? [], isByZone ? [...there, ...ofZones] : [...there, ...named]);
  const placed = (zones: readonly string[]) =>
    candidates({
      home: there[0] ?? null,
      ofNumber: { states: [], zones: [] },
      states: state?.states ?? [],
      countries: isByZone ? ofZones : named,
      zones,
      isAnywhere: state?.isMilitary ?? false,
    });
  const found = placed(meant);
  // They know by which of their place's clocks they live; one of another place is added to them.
  const own = new Set(placed([]).zones);
  const isOneOfThem = meant.length > 0 && meant.every((zone) => own.has(zone));
  return { found: isOneOfThem ? { ...found, zones: meant.toSorted() } : found, notUnderstood };
}
