import fc from 'fast-check';
import { getCountryCallingCode, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { expect, test } from 'vitest';
import { readNumberCell } from '../../../src/domain/list/cells/number-cell.ts';

const homes = 'US DE GB IN FR BR MX AR AU IT ES PT PL NL NG ZA JP KE PH TR'.split(' ') as 'US'[];
const runs = 10_000;

/** A mobile of a country as people there write it: with or without trunk zero, in groups, with their code and no plus. */
const home = fc.constantFrom(...homes);
const written = fc
  .tuple(home, fc.stringMatching(/^\d{5}$/), fc.constantFrom('national', 'plain', 'bare', 'code'))
  .map(([country, end, form]) => {
    const example = getExampleNumber(country, examples)!;
    const number = parsePhoneNumberFromString(`${example.number.slice(0, -5)}${end}`)!;
    const digits = number.nationalNumber as string;
    const forms = {
      national: number.formatNational(),
      plain: number.formatNational().replace(/\D/g, ''),
      bare: digits,
      code: `${getCountryCallingCode(country)}${digits}`,
    };
    return { country, text: forms[form as keyof typeof forms] };
  });

/** What fingers, scanners and spreadsheets do to a number. */
const spoil = fc.record({
  how: fc.constantFrom('change', 'drop', 'insert', 'swap', 'append', 'cut', 'decimals', 'amount', 'none'),
  at: fc.nat(20),
  digit: fc.stringMatching(/^\d$/),
});

function spoiled(text: string, { how, at, digit }: { how: string; at: number; digit: string }): string {
  const place = at % text.length;
  const [before, after] = [text.slice(0, place), text.slice(place)];
  switch (how) {
    case 'change':
      return before + digit + after.slice(1);
    case 'drop':
      return before + after.slice(1);
    case 'insert':
      return before + digit + after;
    case 'swap':
      return before + (after[1] ?? '') + (after[0] ?? '') + after.slice(2);
    case 'append':
      return `${text} ${digit}${digit}`;
    case 'cut':
      return text.slice(1 + (at % 3));
    case 'decimals':
      return `${text}.00`;
    case 'amount':
      return Number(text.replace(/\D/g, '')).toLocaleString('en-US');
    default:
      return text;
  }
}

test(`no spoiled number of home leaves for another country: ${runs.toLocaleString('en-US')} tries`, () => {
  let [read, refused] = [0, 0];
  fc.assert(
    fc.property(written, spoil, spoil, ({ country, text }, first, second) => {
      const cell = spoiled(spoiled(text, first), second);
      // What begins with 00 says itself that it is from abroad.
      if (/^\D{0,2}0\W?0/.test(cell)) return;
      const result = readNumberCell(cell, country);
      if (!result.ok) {
        refused += 1;
        return;
      }
      read += 1;
      const owner = parsePhoneNumberFromString(result.number);
      expect([cell, country, owner?.country, result.country]).toEqual([cell, country, country, country]);
    }),
    { numRuns: runs, seed: 7 },
  );
  expect(read).toBeGreaterThan(runs / 10);
  expect(refused).toBeGreaterThan(runs / 10);
});
