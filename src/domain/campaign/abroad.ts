import { countryInSentence } from '../list/cells/country-names.ts';
import { listed, people } from '../number-words.ts';
import type { SegmentSummary } from './campaign.ts';
import { hasRole, isFullMember, type Member, type Refusal, type Roles } from './permissions.ts';

export type CountryShare = NonNullable<SegmentSummary['countries']>[number];

/** The places of a list beyond the home countries, those with the most people first. */
export function placesAbroad(places: readonly CountryShare[], home: ReadonlySet<string>): CountryShare[] {
  return places.filter(({ country }) => !home.has(country)).sort((a, b) => b.people - a.people);
}

const mostNamed = 5;

/** "97 people in Cuba and 1 person in Norway" */
export function abroadInWords(abroad: readonly CountryShare[]): string {
  const named = abroad
    .slice(0, mostNamed)
    .map((place) => `${people(place.people)} in ${countryInSentence(place.country)}`);
  const rest = abroad.slice(mostNamed).reduce((sum, place) => sum + place.people, 0);
  return listed(rest > 0 ? [...named, `${people(rest)} in other countries`] : named);
}

/** Texts beyond the senders' countries can cost a multiple, under other laws: an admin has to submit or approve them. */
export function whyNotSendAbroad(
  answering: readonly (Member | undefined)[],
  roles: Roles,
  abroad: readonly CountryShare[],
): Refusal | undefined {
  if (abroad.length === 0) return undefined;
  const why = `The list has ${abroadInWords(abroad)}, beyond the countries that you text as a matter of course, so an admin has to submit or approve it.`;
  return whyNotWithoutAdmin(answering, roles, why);
}

/** `why` says in a sentence that an admin has to submit or approve it. */
export function whyNotWithoutAdmin(
  answering: readonly (Member | undefined)[],
  roles: Roles,
  why: string,
): Refusal | undefined {
  if (answering.some((person) => person && isFullMember(person) && hasRole(person, roles.admins))) return undefined;
  const who =
    roles.admins.length === 0
      ? 'Nobody is one yet: ask whoever runs Trickle to name somebody in ADMINS.'
      : 'Ask one to press Review.';
  const sentence = `${why} ${who}`;
  return { code: 'needs_admin', sentence };
}
