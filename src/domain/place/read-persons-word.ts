import { CampaignError } from '../campaign-error.ts';
import { type PersonsWord, placeByWord } from './persons-word.ts';
import { placeName, whereWords, whereWordsAndClocks } from './place-words.ts';
import { readCountryName } from './read-country.ts';
import { readState } from './read-state.ts';
import { readZone } from './read-zone.ts';
import type { Whereabouts } from './whereabouts.ts';

/** What a member typed into the two fields of **Lives elsewhere**. */
export type TypedWord = { livesIn: string; zone: string };

/**
 * What a person said of where they live, as a member typed it; null: both fields are empty. Throws a CampaignError for
 * what names no place, or two.
 */
export function readPersonsWord({ livesIn, zone }: TypedWord): PersonsWord | null {
  const word = { ...readLivesIn(livesIn.trim().replace(/^the\s+/i, '')), ...readTheirZone(zone.trim()) };
  return Object.keys(word).length > 0 ? word : null;
}

/** "Colorado", "France", "the US (Denver)": the place that the word names for somebody whose number is of `home`. */
export function wordInWords(word: PersonsWord, home: string | null = null): string {
  const { found } = placeByWord(home, word);
  const where: Whereabouts | undefined = found && { ...found, from: 'person' };
  if (!where) return Object.values(word).join(', ');
  return word.zone ? whereWordsAndClocks(where) : whereWords(where);
}

function readLivesIn(text: string): PersonsWord {
  if (text === '') return {};
  const country = readCountryName(text);
  const state = readState(text);
  const codes = [...(state?.states ?? []), ...(state?.countries ?? [])];
  if (country && state && !codes.includes(country)) throw isTwoPlaces(text, codes[0], country);
  if (country) return { country };
  if (!state) throw isNoPlace(text);
  return { state: onlyOne(codes) ?? text };
}

function readTheirZone(text: string): PersonsWord {
  if (text === '') return {};
  const zones = readZone(text);
  if (!zones) throw isNoZone(text);
  return { zone: onlyOne(zones) ?? text };
}

/** Codes outlive the words that are read; of several, the words stay. */
function onlyOne(codes: readonly string[]): string | undefined {
  return codes.length === 1 ? codes[0] : undefined;
}

/** "CA", "Georgia"; without a state: an address of the forces. */
function isTwoPlaces(text: string, state: string | undefined, country: string): CampaignError {
  const name = state ? `the state ${placeName(state)}` : 'an address of the US forces';
  const sentence = `“${short(text)}” is ${name}, or the country ${placeName(country)}. Write ${state ?? 'APO'} or ${plainerOf(text, country)}.`;
  return new CampaignError('bad_place', sentence, 'livesIn');
}

/** The country in a way that means no state. */
function plainerOf(text: string, country: string): string {
  return text.toUpperCase() === country ? placeName(country) : country;
}

function isNoPlace(text: string): CampaignError {
  const sentence = `“${short(text)}” is no state or country that Trickle knows. Write it as in “Colorado”, “US-CO” or “France”.`;
  return new CampaignError('bad_place', sentence, 'livesIn');
}

function isNoZone(text: string): CampaignError {
  const sentence = `“${short(text)}” is no time zone that Trickle knows. Write it as in “Mountain” or “America/Denver”, or leave it empty.`;
  return new CampaignError('bad_zone', sentence, 'livesZone');
}

function short(text: string): string {
  return text.slice(0, 40);
}
