import fc from 'fast-check';
import { getCountries, getCountryCallingCode, getExampleNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, test } from 'vitest';
import { PhoneNumber } from '../../../src/domain/ids.ts';
import { readCallers } from '../../../src/domain/phone/caller.ts';
import { personKey } from '../../../src/domain/phone/person.ts';
import { isTextable } from '../../../src/domain/phone/reach.ts';

/** The likeliest. */
function readCaller(raw: string, homes: readonly string[]) {
  return readCallers(raw, homes)[0];
}

describe('the phone that a text came from', () => {
  test.each([
    ['as the provider writes it', '447400123456', ['US']],
    ['with a plus', '+447400123456', ['US']],
    ['with a plus that a form made a space', ' 447400123456', ['US']],
    ['with 00', '00447400123456', ['US']],
    ['with a plus and 00', '+00447400123456', ['US']],
    ['with 011, as dialled in America', '011447400123456', ['US']],
    ['with spaces', '+44 7400 123 456', ['US']],
    ['with non-breaking spaces and hyphens', '+44\u00a07400\u2011123\u2011456', ['US']],
    ['with dots', '44.7400.123456', ['US']],
    ['with marks for the reading direction', '\u2066+447400123456\u2069', ['US']],
    ['with a trunk zero', '4407400123456', ['US']],
    ['with a trunk zero in brackets', '+44 (0)7400 123456', ['US']],
    ['with a trunk zero after a hyphen', '+44-0-7400-123456', ['US']],
    ['with 00 and a trunk zero', '004407400123456', ['US']],
    ['as dialled at home', '07400123456', ['GB']],
    ['as dialled at home, with spaces', '07400 123 456', ['GB']],
    ['as dialled at home, in brackets', '(07400) 123456', ['GB']],
    ['without its zero', '7400123456', ['GB']],
    ['as dialled in the second home', '07400123456', ['US', 'GB']],
    ['behind a nonsensical plus', '+07400123456', ['GB']],
    ['as a link', 'tel:+447400123456', ['US']],
    ['as MMS centres write it', '+447400123456/TYPE=PLMN', ['US']],
    ['in brackets of a mail program', '<+447400123456>', ['US']],
    ['in full-width digits', '＋４４７４００１２３４５６', ['US']],
    ['in Arabic digits', '٠٧٤٠٠١٢٣٤٥٦', ['GB']],
  ])('is read %s', (_, raw, homes) => {
    expect(readCaller(raw, homes)).toBe('+447400123456');
  });

  test.each([
    ['2015550101', ['US'], '+12015550101'],
    ['2015550101', ['GB', 'US'], '+12015550101'],
    ['12015550101', ['DE'], '+12015550101'],
    ['(201) 555-0101', ['US'], '+12015550101'],
    ['1-201-555-0101', ['US'], '+12015550101'],
    ['8005550123', ['US'], '+18005550123'],
    ['01711234567', ['DE'], '+491711234567'],
    ['4901711234567', ['US'], '+491711234567'],
    ['89001234567', ['RU'], '+79001234567'],
    ['0033 6 12 34 56 78', ['US'], '+33612345678'],
    ['3306 12 34 56 78', ['US'], '+33612345678'],
    ['07700900001', ['GB'], '+447700900001'],
    ['447700900001', ['DE', 'US'], '+447700900001'],
    ['02079460000', ['GB'], '+442079460000'],
    ['390612345678', ['IT'], '+390612345678'],
    // A plus that a network put before a number of home.
    ['+2025550123', ['US'], '+12025550123'],
    ['+7400123456', ['GB'], '+447400123456'],
    // Former numbers of home.
    ['97123456', ['BJ'], '+2290197123456'],
    ['+97123456', ['BJ'], '+2290197123456'],
    ['97123456', ['US', 'BJ'], '+2290197123456'],
    ['1187654321', ['BR'], '+5511987654321'],
    ['0445512345678', ['MX'], '+525512345678'],
  ])('%s is, for %j, %s', (raw, homes, number) => {
    expect(readCaller(raw, homes)).toBe(number);
  });

  test.each([
    ['20 2 27350000', ['US'], '+20227350000'],
    ['2015550101', [], '+2015550101'],
    ['2015550101', ['ZZ', '001'], '+2015550101'],
    ['+2015550101', [], '+2015550101'],
    // Landlines of Egypt and Belgium, though their digits would be phones of America.
    ['+2015550123', ['US'], '+2015550123'],
    ['+3212345678', ['US'], '+3212345678'],
    ['+2015550101', ['US'], '+2015550101'],
    ['002015550101', ['US'], '+2015550101'],
    ['+4791234567', ['US'], '+4791234567'],
    ['+97123456', ['US'], '+97123456'],
    ['+4919993456789', ['US'], '+4919993456789'],
    ['+999123456789', ['DE'], '+999123456789'],
    ['5215512345678', ['US'], '+5215512345678'],
    ['999999999999', ['US'], '+999999999999'],
    // An area code that is younger than the tables: a list takes it.
    ['+17687350023', ['DE'], '+17687350023'],
    ['0017687350023', ['DE'], '+17687350023'],
    ['+1 768 735 0023', ['AU'], '+17687350023'],
  ])('%s stays, for %j, what it is: %s', (raw, homes, number) => {
    expect(readCaller(raw, homes)).toBe(number);
  });

  test.each(['', ' ', '+', '0', '12345', '123456', 'INFO', 'ACME 24', '1-800-FLOWERS', 'NaN', '1e15', '0000000'])(
    'is none: %j',
    (raw) => {
      expect(readCaller(raw, ['US'])).toBeUndefined();
    },
  );

  test.each(['0123456', '07400123456'])('is none when no home knows it: %s', (raw) => {
    expect(readCaller(raw, ['US'])).toBeUndefined();
  });

  test.each([
    ['4792123456', ['US'], ['+14792123456', '+4792123456']],
    ['6785553456', ['US'], ['+16785553456', '+6785553456']],
    ['15122345678', ['DE'], ['+4915122345678', '+15122345678']],
    ['7402234567', ['US', 'GB'], ['+17402234567', '+447402234567']],
    // The area code is younger than the tables.
    ['4575550123', ['US'], ['+14575550123', '+4575550123']],
    ['0612345678', ['FR', 'NL'], ['+33612345678', '+31612345678']],
    ['4792123456', ['NO', 'US'], ['+4792123456', '+14792123456']],
    ['17687350023', ['DE'], ['+4917687350023', '+17687350023']],
  ])('may be two, those of home first: %s for %j', (raw, homes, numbers) => {
    expect(readCallers(raw, homes)).toEqual(numbers);
  });

  test.each([
    ['+4792123456', ['US'], '+4792123456'],
    ['+17687350023', ['DE'], '+17687350023'],
    ['0017687350023', ['DE'], '+17687350023'],
    ['004792123456', ['US'], '+4792123456'],
    ['0114792123456', ['US'], '+4792123456'],
    ['(479) 212-3456', ['NO'], '+4792123456'],
    ['4792123456', ['NO'], '+4792123456'],
    ['14792123456', ['US'], '+14792123456'],
    ['447400123456', ['US', 'DE'], '+447400123456'],
    ['525512345678', ['MX'], '+525512345678'],
    ['5215512345678', ['MX'], '+525512345678'],
    ['2015550101', ['US', 'US'], '+12015550101'],
  ])('is one, for nobody else could be meant: %s for %j', (raw, homes, number) => {
    expect(readCallers(raw, homes)).toEqual([number]);
  });

  test('is among the readings, whatever phone of America is written with its ten digits', () => {
    const area = fc.integer({ min: 200, max: 999 });
    const rest = fc.integer({ min: 2_000_000, max: 9_999_999 });
    fc.assert(
      fc.property(area, rest, (code, digits) => {
        const number = PhoneNumber.parse(`+1${code}${digits}`);
        fc.pre(isTextable(number));
        expect(readCallers(`${code}${digits}`, ['US'])[0]).toBe(number);
      }),
    );
  });

  test('is among the readings, whatever number a list takes, in every spelling of a network', () => {
    const trunks: Record<string, readonly string[]> = {
      US: ['', '1'],
      GB: ['', '0'],
      DE: ['', '0'],
      AU: ['', '0'],
      IT: [''],
      IN: ['', '0'],
      NO: [''],
      SG: [''],
    };
    const country = fc.constantFrom(...getCountries().filter((code) => getExampleNumber(code, examples)));
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 15, maxLength: 15 });
    const property = fc.property(
      country,
      fc.integer({ min: 0, max: 4 }),
      digits,
      fc.constantFrom(...Object.keys(trunks)),
      (code, kept, others, home) => {
        const example = getExampleNumber(code, examples)!.nationalNumber;
        const national = [...example].map((digit, at) => (at < kept ? digit : others[at])).join('');
        const number = PhoneNumber.safeParse(`+${getCountryCallingCode(code)}${national}`).data;
        fc.pre(number !== undefined && isTextable(number));
        const dialled = code === home ? trunks[home]!.map((trunk) => trunk + national) : [];
        for (const raw of [number, `00${number.slice(1)}`, `+00${number.slice(1)}`, number.slice(1), ...dialled]) {
          const people = readCallers(raw, [home]).map(personKey);
          expect({ raw, home, people }).toEqual({ raw, home, people: expect.arrayContaining([personKey(number)]) });
        }
      },
    );
    fc.assert(property, { numRuns: 500 });
  });

  test('is the same however a mobile is written', () => {
    const mobile = fc.constantFrom(
      ['44', '0', '7400123456', 'GB'],
      ['49', '0', '15112345678', 'DE'],
      ['33', '0', '612345678', 'FR'],
      ['61', '0', '412345678', 'AU'],
      ['91', '0', '9812345678', 'IN'],
      ['48', '', '512345678', 'PL'],
      ['34', '', '612345678', 'ES'],
    );
    const spelling = fc.constantFrom<(cc: string, trunk: string, rest: string) => string>(
      (cc, _, rest) => `${cc}${rest}`,
      (cc, _, rest) => `+${cc} ${rest.slice(0, 3)} ${rest.slice(3)}`,
      (cc, _, rest) => `00${cc}-${rest}`,
      (cc, trunk, rest) => `+${cc}${trunk}${rest}`,
      (cc, trunk, rest) => `${cc}${trunk && `(${trunk})`}${rest}`,
      (_, trunk, rest) => `${trunk}${rest}`,
    );
    fc.assert(
      fc.property(mobile, spelling, ([cc = '', trunk = '', rest = '', home = ''], spell) => {
        expect(readCaller(spell(cc, trunk, rest), ['US', home])).toBe(`+${cc}${rest}`);
      }),
    );
  });

  test('costs no time, whatever it is', () => {
    const started = performance.now();
    for (const piece of ['+', '0', '(', ' ', '-', '9', '(0)', '/TYPE=', '<', '\u2066']) {
      for (const length of [10, 60, 100_000]) readCaller(piece.repeat(length), ['US', 'DE']);
    }
    expect(performance.now() - started).toBeLessThan(500);
  });
});
