import { describe, expect, test } from 'vitest';
import type { PhoneNumber } from '../../../src/domain/ids.ts';
import { placeName, whereWords } from '../../../src/domain/place/place-words.ts';
import { type PlaceColumns, whereaboutsOf } from '../../../src/domain/place/whereabouts.ts';

describe('a place in words', () => {
  test.each([
    ['US-FL', 'Florida'],
    ['US-DC', 'Washington, D.C.'],
    ['CA-QC', 'Quebec'],
    ['FR', 'France'],
    ['US', 'United States'],
    ['ZZ-1', 'ZZ-1'],
  ])('%s is %s', (place, name) => {
    expect(placeName(place)).toBe(name);
  });

  test.each<[string, string, PlaceColumns]>([
    ['Florida', '+18505550123', {}],
    ['Colorado or Texas', '+12105550123', { state: 'CO' }],
    ['Colorado, Texas or Utah', '+12105550123', { state: ['CO', 'UT'] }],
    ['an unknown state of the US', '+16245550123', {}],
    ['New York or an unknown state of the US', '+12125550123', { zip: '09012' }],
    ['France', '+33612345678', {}],
    ['the Netherlands', '+31612345678', {}],
    ['Georgia (US)', '+14045550123', {}],
    ['Georgia', '+995555123456', {}],
    ['Nova Scotia or Prince Edward Island', '+19025550123', {}],
    ['New York or Germany', '+12125550123', { country: 'DE' }],
    ['Germany or Florida', '+4915112345678', { country: 'US', state: 'FL' }],
    ['Puerto Rico', '+17875550123', {}],
    ['no known country', '+881612345678', {}],
  ])('somebody is in %s', (words, number, said) => {
    expect(whereWords(whereaboutsOf(number as PhoneNumber, said).whereabouts)).toBe(words);
  });
});
