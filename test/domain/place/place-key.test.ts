import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PhoneNumber } from '../../../src/domain/ids.ts';
import { placeKey, readPlaceKey } from '../../../src/domain/place/place-key.ts';
import { states } from '../../../src/domain/place/tables/states.ts';
import { type PlaceColumns, whereaboutsOf } from '../../../src/domain/place/whereabouts.ts';

const number = fc.constantFrom(
  '+12125550123',
  '+18005550123',
  '+14165550123',
  '+33612345678',
  '+881612345678',
  '+17875550123',
  '+5592987654321',
);
const state = fc.constantFrom(undefined, '', 'Fla.', 'Bayern', ...states.map(({ name }) => name));
const said = fc.record({
  state,
  zip: fc.constantFrom(undefined, '02134', '96799', '09012', 'M5V 2T6', 'x'),
  zone: fc.constantFrom(undefined, 'CST', 'Europe/Paris', 'Zone 5'),
  country: fc.constantFrom(undefined, 'US', 'Deutschland', 'Narnia'),
});

function whereOf(phone: string, cells: PlaceColumns) {
  return whereaboutsOf(phone as PhoneNumber, cells).whereabouts;
}

describe('a place’s key', () => {
  test('says everything in one text', () => {
    expect(placeKey(whereOf('+18505550123', {}))).toBe('US|US-FL|America/Chicago America/New_York|||number');
    expect(placeKey(whereOf('+881612345678', {}))).toBe('|||||number');
    expect(placeKey(whereOf('+33612345678', { country: 'US', state: 'TX' }))).toBe(
      'FR|US-TX|America/Chicago America/Denver Europe/Paris|US||list',
    );
  });

  test('is read back as it was, for any number and cells', () => {
    fc.assert(
      fc.property(number, said, (phone, cells) => {
        const whereabouts = whereOf(phone, cells);
        expect(readPlaceKey(placeKey(whereabouts))).toEqual(whereabouts);
        expect(placeKey({ ...whereabouts })).toBe(placeKey(whereabouts));
      }),
    );
  });

  test('does not depend on the order of names', () => {
    const florida = whereOf('+18505550123', {});
    expect(placeKey({ ...florida, zones: florida.zones.toReversed() })).toBe(placeKey(florida));
  });

  test.each([
    '',
    'US',
    'US|||||number',
    'us||x|||number',
    'US||America/Denver||!|number',
    'US||America/Denver|||guess',
    'US||x|||number|',
  ])('is none: "%s"', (text) => {
    expect(readPlaceKey(text)).toBeUndefined();
  });
});

describe('whereabouts', () => {
  test('lose no zone, state or country when the list says more', () => {
    fc.assert(
      fc.property(
        number.filter((phone) => phone !== '+18005550123'),
        said,
        (phone, cells) => {
          const alone = whereOf(phone, {});
          const more = whereOf(phone, cells);
          expect(more.zones).toEqual(expect.arrayContaining([...alone.zones]));
          expect(more.states).toEqual(expect.arrayContaining([...alone.states]));
          expect(more.country).toBe(alone.country);
        },
      ),
    );
  });

  test('always have a zone in a country', () => {
    fc.assert(
      fc.property(number, said, (phone, cells) => {
        const { country, zones, alsoIn } = whereOf(phone, cells);
        expect(zones.length > 0 || (country === null && alsoIn.length === 0)).toBe(true);
      }),
    );
  });
});
