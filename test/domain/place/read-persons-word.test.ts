import { describe, expect, test } from 'vitest';
import { type PersonsWord, placeByWord } from '../../../src/domain/place/persons-word.ts';
import { readPersonsWord, wordInWords } from '../../../src/domain/place/read-persons-word.ts';

const reads: readonly [livesIn: string, zone: string, word: PersonsWord, inWords: string][] = [
  ['Colorado', '', { state: 'US-CO' }, 'Colorado'],
  ['Denver, CO', '', { state: 'US-CO' }, 'Colorado'],
  ['Florida', 'Central', { state: 'US-FL', zone: 'Central' }, 'Florida (Chicago)'],
  ['Ontario', 'EST', { state: 'CA-ON', zone: 'EST' }, 'Ontario (Toronto)'],
  ['the Netherlands', '', { country: 'NL' }, 'the Netherlands'],
  ['England', '', { country: 'GB' }, 'the United Kingdom'],
  ['GE', '', { country: 'GE' }, 'Georgia'],
  ['US-GA', '', { state: 'US-GA' }, 'Georgia (US)'],
  ['Puerto Rico', '', { country: 'PR' }, 'Puerto Rico'],
  ['', 'Mountain', { zone: 'Mountain' }, 'an unknown state of the US (Denver)'],
  ['USA', 'Pacific', { country: 'US', zone: 'Pacific' }, 'an unknown state of the US (Los Angeles)'],
  ['', 'Europe/Berlin', { zone: 'Europe/Berlin' }, 'Germany (Berlin)'],
];

describe('what a person said of where they live', () => {
  test.each(reads)('“%s” with the clock “%s” is understood', (livesIn, zone, word, inWords) => {
    expect(readPersonsWord({ livesIn, zone })).toEqual(word);
    expect(wordInWords(word)).toBe(inWords);
  });

  test('two empty fields say nothing', () => {
    expect(readPersonsWord({ livesIn: '  ', zone: '' })).toBeNull();
  });

  test.each([
    ['CA', 'Write US-CA or Canada.'],
    ['Georgia', 'Write US-GA or GE.'],
    ['de', 'Write US-DE or Germany.'],
    ['AE', 'Write APO or United Arab Emirates.'],
  ])('“%s” is two places, and nobody chooses one for them', (livesIn, says) => {
    expect(() => readPersonsWord({ livesIn, zone: '' })).toThrow(says);
  });

  test('what names no place or clock is refused under its own field', () => {
    expect(() => readPersonsWord({ livesIn: 'Mars', zone: '' })).toThrow(expect.objectContaining({ field: 'livesIn' }));
    expect(() => readPersonsWord({ livesIn: '', zone: 'GMT+1' })).toThrow(
      expect.objectContaining({ field: 'livesZone' }),
    );
  });

  test('a clock of another place is added to those of the state, and takes none of them away', () => {
    expect(placeByWord('US', { state: 'US-CO', zone: 'Europe/Berlin' }).found?.zones).toEqual([
      'America/Denver',
      'Europe/Berlin',
    ]);
    expect(placeByWord('US', { state: 'US-FL', zone: 'Central' }).found?.zones).toEqual(['America/Chicago']);
  });
});
