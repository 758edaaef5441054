import fc from 'fast-check';
import { getCountries, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, test } from 'vitest';
import { PhoneNumber } from '../../../src/domain/ids.ts';
import { recognisedMobile } from '../../../src/domain/phone/mobile-pattern.ts';
import {
  countryOf,
  formatPhoneNumber,
  maskPhoneNumber,
  readPhoneNumber,
} from '../../../src/domain/phone/phone-number.ts';
import { reasonInWords } from '../../../src/domain/phone/reasons.ts';

describe('a phone number as people and spreadsheets write it', () => {
  test.each([
    ['+12015550123', 'US', '+12015550123', 'US'],
    ['(201) 555-0123', 'US', '+12015550123', 'US'],
    ['201.555.0123', 'US', '+12015550123', 'US'],
    ['1 201 555 0123', 'US', '+12015550123', 'US'],
    ['12015550123.0', 'US', '+12015550123', 'US'],
    ["'+12015550123", 'US', '+12015550123', 'US'],
    ['="+12015550123"', 'US', '+12015550123', 'US'],
    ['tel:+1-201-555-0123', 'DE', '+12015550123', 'US'],
    ['\u202a+1 201‑555‑0123\u202c', 'US', '+12015550123', 'US'],
    ['+1\u00a0201\u00a0555\u00a00123', 'US', '+12015550123', 'US'],
    ['＋１２０１５５５０１２３', 'DE', '+12015550123', 'US'],
    ['٢٠١٥٥٥٠١٢٣', 'US', '+12015550123', 'US'],
    ['447700900123', 'GB', '+447700900123', 'GB'],
    ['+44 7700 900123', 'US', '+447700900123', 'GB'],
    ['07700 900123', 'GB', '+447700900123', 'GB'],
    ['+44 (0)7400 123456', 'US', '+447400123456', 'GB'],
    ['07400 123456', 'GB', '+447400123456', 'GB'],
    ['0049 1512 3456789', 'US', '+4915123456789', 'DE'],
    ['01512/3456789', 'DE', '+4915123456789', 'DE'],
    ['+1 416 555 0123', 'US', '+14165550123', 'CA'],
    ...['01 55 1234 5678', '044 55 1234 5678', '045 55 1234 5678', '(044) 55-1234-5678', '04455 12345678'].map(
      (raw) => [raw, 'MX', '+525512345678', 'MX'],
    ),
    ['+52 044 55 1234 5678', 'US', '+525512345678', 'MX'],
    ['52 01 55 1234 5678', 'MX', '+525512345678', 'MX'],
  ])('%s of %s is %s', (raw, home, number, country) => {
    expect(readPhoneNumber(raw, home)).toMatchObject({ ok: true, number, country });
    expect(countryOf(number)).toBe(country);
  });

  test.each([
    ['', 'US', 'empty'],
    ['  \u200b ', 'US', 'empty'],
    ['1.5551E+10', 'US', 'not_a_number'],
    ['1,5551E+10', 'DE', 'not_a_number'],
    ['call me', 'US', 'not_a_number'],
    ['+1 800 FLOWERS', 'US', 'not_a_number'],
    ['-', 'US', 'not_a_number'],
    ['ada@example.com', 'US', 'not_a_number'],
    ['12345', 'US', 'short_code'],
    ['+1201', 'US', 'too_short'],
    ['555 0123', 'US', 'too_short'],
    ['+1 201 555 0123 456', 'US', 'too_long'],
    ['1'.repeat(5000), 'US', 'too_long'],
    ['+1 123 456 7890', 'US', 'impossible'],
    ['+44 7700 901000', 'US', 'impossible'],
    ['+44 20 7946 0000', 'US', 'landline'],
    ['+49 30 901820', 'US', 'landline'],
    ['+1 800 555 0123', 'US', 'service'],
    ['+1 201 555 0123 ext. 5', 'US', 'extension'],
    ['+1 900 555 0123', 'US', 'premium'],
    ['+44 70 1234 5678', 'US', 'personal'],
    ['+49 180 1234567', 'US', 'shared_cost'],
    ['+808 1234 5678', 'US', 'shared_cost'],
    ['+979 123456789', 'US', 'premium'],
    ['+881 6 1234 5678', 'US', 'satellite'],
    ['+870 773 123 456', 'US', 'satellite'],
    ['+882 1612 345', 'US', 'satellite'],
    ['+883 510 012 345 678', 'US', 'satellite'],
    ['+878 10 1234567890', 'US', 'personal'],
    ['+999 1234 5678', 'US', 'impossible'],
    ['+210 123 4567', 'US', 'impossible'],
  ])('%s of %s is refused: %s', (raw, home, reason) => {
    expect(readPhoneNumber(raw, home)).toMatchObject({ ok: false, reason });
  });

  test('in its international form is read as itself, for the example mobile of every country', () => {
    for (const country of getCountries()) {
      const example = getExampleNumber(country, examples);
      if (!example?.isValid() || example.getType() === 'FIXED_LINE') continue;
      for (const written of [example.number, example.formatInternational(), example.format('RFC3966')]) {
        expect([written, readPhoneNumber(written, 'US')]).toEqual([
          written,
          expect.objectContaining({ number: example.number }),
        ]);
      }
      expect(readPhoneNumber(formatPhoneNumber(example.number), country)).toMatchObject({ number: example.number });
    }
  });

  test('is read in the short way as it is read in full', () => {
    const codes = [
      ...new Set(getCountries().map((country) => getExampleNumber(country, examples)?.countryCallingCode ?? '1')),
    ];
    const digits = (min: number, max: number) => fc.stringMatching(new RegExp(`^[0-9]{${min},${max}}$`));
    const abroad = fc.tuple(fc.constantFrom(...codes), digits(6, 12)).map(([code, rest]) => `+${code}${rest}`);
    const likeExample = fc.constantFrom(...getCountries()).chain((country) => {
      const number = getExampleNumber(country, examples)?.number ?? '+12015550123';
      return digits(4, 4).map((end) => number.slice(0, -4) + end);
    });
    const atHome = fc.tuple(fc.constantFrom('0', '1', ''), digits(8, 11)).map(([prefix, rest]) => prefix + rest);
    const home = fc.constantFrom('US', 'CA', 'GB', 'DE', 'FR', 'AU', 'IT', 'MX', 'BR', 'IN', 'ZA', 'JP');
    let recognised = 0;
    fc.assert(
      fc.property(fc.oneof(abroad, likeExample, atHome), home, (raw, country) => {
        const short = recognisedMobile(raw, country);
        if (!short) return;
        recognised += 1;
        const full = parsePhoneNumberFromString(raw, { defaultCountry: country as 'US', extract: false });
        expect([raw, country, full?.number, full?.country, full?.isValid()]).toEqual([
          raw,
          country,
          short.number,
          short.country,
          true,
        ]);
        expect(['MOBILE', 'FIXED_LINE_OR_MOBILE']).toContain(full?.getType());
      }),
      { numRuns: 2_000 },
    );
    expect(recognised).toBeGreaterThan(500);
  });

  test('never fails, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom('US', 'DE', '', 'XX'), (raw, home) => {
        const read = readPhoneNumber(raw, home);
        if (read.ok) PhoneNumber.parse(read.number);
        else expect(reasonInWords(read.reason)).not.toBe('');
      }),
    );
  });
});

test('shows no more than the last four digits when masked', () => {
  expect(maskPhoneNumber('+12015550123')).toBe('•••• 0123');
});

test('writes a number as it is written abroad', () => {
  expect(formatPhoneNumber('+12015550123')).toBe('+1 201 555 0123');
  expect(formatPhoneNumber('ACME')).toBe('ACME');
});
