import { type CountryCode, getCountries, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import metadata from 'libphonenumber-js/max/metadata';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../chaos/random.ts';
import { PhoneNumber } from '../../../src/domain/ids.ts';
import { personKey } from '../../../src/domain/phone/person.ts';

const keyOf = (number: string) => personKey(PhoneNumber.parse(number.replaceAll(' ', '')));

/** Each line is one person: by calling code, as lists write them, as networks and people do. */
const onePerson: [string, ...string[]][] = [
  [
    'Mexico',
    '+52 55 1234 5678',
    '+52 1 55 1234 5678',
    '+52 044 55 1234 5678',
    '+52 045 55 1234 5678',
    '+52 01 55 1234 5678',
  ],
  ['Mexico with a trunk zero', '+52 55 1234 5678', '+52 0 55 1234 5678'],
  [
    'Argentina',
    '+54 9 11 2345 6789',
    '+54 11 2345 6789',
    '+54 11 15 2345 6789',
    '+54 9 11 15 2345 6789',
    '+54 0 11 15 2345 6789',
    '+54 0 11 2345 6789',
  ],
  ['Argentina, longer area codes', '+54 9 351 234 5678', '+54 351 234 5678', '+54 351 15 234 5678'],
  ['Argentina, the longest', '+54 9 2966 41 2345', '+54 2966 41 2345', '+54 2966 15 41 2345'],
  ['Brazil', '+55 11 98765 4321', '+55 11 8765 4321', '+55 0 11 98765 4321', '+55 0 11 8765 4321'],
  ['Brazil, a lowest and a highest digit', '+55 21 96123 4567', '+55 21 6123 4567'],
  ['Benin', '+229 01 97 12 34 56', '+229 97 12 34 56'],
  ['Palestine', '+970 59 123 4567', '+972 59 123 4567', '+972 0 59 123 4567', '+970 0 59 123 4567'],
  ['Britain', '+44 7400 123456', '+44 0 7400 123456'],
  ['Britain, numbers of plays', '+44 7700 900123', '+44 0 7700 900123'],
  ['Germany', '+49 1512 3456789', '+49 0 1512 3456789'],
  ['Germany, too new for any table', '+49 1999 3456789', '+49 0 1999 3456789'],
  ['France', '+33 6 12 34 56 78', '+33 0 6 12 34 56 78'],
  ['Ukraine', '+380 50 123 4567', '+380 0 50 123 4567'],
  ['Australia', '+61 412 345 678', '+61 0 412 345 678'],
  ['South Africa', '+27 71 123 4567', '+27 0 71 123 4567'],
  ['Spain, which has no trunk prefix', '+34 612 34 56 78', '+34 0 612 34 56 78'],
  ['Chile', '+56 9 2123 4567', '+56 0 9 2123 4567'],
  ['Hungary', '+36 20 123 4567', '+36 06 20 123 4567'],
  ['Lithuania', '+370 612 34567', '+370 8 612 34567', '+370 0 612 34567'],
  ['Belarus', '+375 29 491 1911', '+375 80 29 491 1911', '+375 8 0 29 491 1911'],
  ['Turkmenistan', '+993 66 123456', '+993 8 66 123456'],
  ['Russia', '+7 912 345 67 89', '+7 8 912 345 67 89'],
  ['Kazakhstan', '+7 701 000 1234', '+7 8 701 000 1234'],
  ['the United States', '+1 201 555 0123', '+1 1 201 555 0123'],
  ['Gabon', '+241 66 03 12 34', '+241 0 66 03 12 34'],
];

const twoPeople: [string, string, string][] = [
  ['a landline and a mobile of Brazil', '+55 11 3265 4321', '+55 11 93265 4321'],
  ['mobiles of Brazil too new to have been shorter', '+55 11 95265 4321', '+55 11 5265 4321'],
  ['two area codes of Brazil', '+55 11 98765 4321', '+55 19 8765 4321'],
  ['Mexicans with and without a digit more', '+52 55 1234 5678', '+52 55 1234 567'],
  ['Mexico 1 and the United States', '+52 1 201 555 0123', '+1 201 555 0123'],
  ['Argentina: a 9 inside an area', '+54 11 9345 6789', '+54 11 3456 789'],
  ['Italy: a landline and a mobile', '+39 0347 123 4567', '+39 347 123 4567'],
  ['Italy: a landline of Milan and a service number', '+39 02 1234 5678', '+39 2 1234 5678'],
  ['San Marino', '+378 0549 886377', '+378 549 886377'],
  ['Gabon, former numbers', '+241 06 03 12 34', '+241 6 03 12 34'],
  ['Ivory Coast', '+225 07 12 34 56 78', '+225 7 12 34 56 78'],
  ['Ivory Coast: two networks', '+225 07 12 34 56 78', '+225 05 12 34 56 78'],
  ['Congo', '+242 06 612 3456', '+242 6 612 3456'],
  ['Burkina Faso', '+226 07 12 34 56', '+226 7 12 34 56'],
  ['Niger', '+227 02 01 72 04', '+227 2 01 72 04'],
  ['Tajikistan', '+992 00 313 7693', '+992 0 313 7693'],
  ['Israel and Palestine', '+972 50 123 4567', '+970 50 123 4567'],
  ['Russia: 8 as an area code', '+7 812 345 67 89', '+7 12 345 67 89'],
  ['Benin: old numbers that differ', '+229 97 12 34 56', '+229 01 96 12 34 56'],
  ['two neighbours', '+1 201 555 0123', '+1 201 555 0124'],
];

describe('the key of a person', () => {
  test.each(onePerson)('is one for all spellings: %s', (_country, first, ...others) => {
    for (const other of others) expect([other, keyOf(other)]).toEqual([other, keyOf(first)]);
  });

  test.each(twoPeople)('is not shared by two: %s', (_which, one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other));
  });

  test('is the key of itself', () => {
    for (const [, ...spellings] of onePerson) {
      for (const spelling of spellings) expect(keyOf(keyOf(spelling))).toBe(keyOf(spelling));
    }
  });

  test('differs for different valid numbers of any country, but in the listed ways', () => {
    const draw = createRandom(7).next;
    const seen = new Map<string, string>();
    let tried = 0;
    for (const country of getCountries()) {
      for (const number of validNumbers(country, 400, draw)) {
        tried += 1;
        const key = keyOf(number);
        if (key !== number) expect([country, number]).toEqual([country, expect.stringMatching(listed)]);
        const twin = seen.get(key);
        if (twin !== undefined && twin !== number) expect(`${twin} ${number}`).toMatch(pairs);
        seen.set(key, number);
      }
    }
    expect(tried).toBeGreaterThan(50_000);
  });

  test('leaves alone the zero of each country whose mobiles or landlines begin with one', () => {
    const draw = createRandom(11).next;
    for (const [country, plan] of Object.entries(metadata.countries)) {
      const all = new RegExp(`^(?:${plan[2]})$`);
      for (let round = 0; round < 3_000; round += 1) {
        const national = `0${digits(5 + (round % 6), draw)}`;
        const number = `+${plan[0]}${national}`;
        if (!all.test(national) || !isValid(number)) continue;
        if (!/^\+22901/.test(number)) expect([country, keyOf(number)]).toEqual([country, number]);
      }
    }
  });

  test('is there at once, however long and strange the digits', () => {
    const startedAt = performance.now();
    for (let no = 0; no < 100_000; no += 1) keyOf(`+1201555${String(no).padStart(7, '0')}`);
    for (const first of ['0', '00', '01', '044', '9', '15', '8']) keyOf(`+54${first}`.padEnd(16, '1'));
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});

/** Mobiles of Argentina, Brazil, Benin, and of Palestine under Israel's calling code. */
const listed = /^\+(549\d{10}|55\d\d9[6-9]\d{7}|22901\d{8}|9725[69]\d{7})$/;
const pairs = /^\+(54\d+ \+54|55\d+ \+55|97[02]5[69]\d+ \+97[02]5[69])/;

/** A walk from the country's example from valid number to valid number, a few digits at a time. */
function* validNumbers(country: CountryCode, rounds: number, draw: () => number): Generator<string> {
  let current: string = getExampleNumber(country, examples)?.number ?? '';
  const code = current.length - (getExampleNumber(country, examples)?.nationalNumber.length ?? 0);
  for (let round = 0; round < rounds && current; round += 1) {
    yield current;
    const changed = [...current];
    for (let count = 0; count <= round % 3; count += 1) {
      changed[code + Math.floor(draw() * (changed.length - code))] = digits(1, draw);
    }
    if (isValid(changed.join(''))) current = changed.join('');
  }
}

/** As it stands, with nothing left out. */
function isValid(number: string): boolean {
  const parsed = parsePhoneNumberFromString(number);
  return parsed?.number === number && parsed.isValid();
}

function digits(count: number, draw: () => number): string {
  return Array.from({ length: count }, () => Math.floor(draw() * 10)).join('');
}
