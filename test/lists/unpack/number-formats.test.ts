import { describe, expect, test } from 'vitest';
import { allOf } from '../../../src/domain/many.ts';
import { createListReader } from '../../../src/lists/list-reader.ts';
import { createCellStyles } from '../../../src/lists/unpack/cell-values.ts';
import { workbookOf } from '../../support/files/workbook-of.ts';

const reader = createListReader();

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** A workbook whose cells have the number formats that are asked for. */
function read(formats: readonly string[], rows: readonly (readonly (string | [value: string, format: number])[])[]) {
  const cells = rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? cell : { xml: `<c s="${cell[1]}"><v>${cell[0]}</v></c>` })),
  );
  const bytes = workbookOf([{ name: 'People', rows: cells }], { formats });
  return reader.read([{ name: 'people.xlsx', bytes: once(bytes) }], { country: 'US' });
}

describe('a number of a workbook', () => {
  test('has the zeros and the plus that its format shows', async () => {
    const list = await read(
      ['00000', '"+"0', '0000000000000'],
      [
        ['Phone', 'ZIP'],
        [
          ['12015550101', 5],
          ['2134', 4],
        ],
        [
          ['447700900123', 5],
          ['501', 4],
        ],
        [
          ['12015550102', 6],
          ['94105', 4],
        ],
      ],
    );
    expect((await allOf(list.recipients)).map(({ number, values }) => [number, ...values])).toEqual([
      ['+12015550101', '02134'],
      ['+447700900123', '00501'],
      ['+12015550102', '94105'],
    ]);
  });

  test.each<[string, string, string]>([
    ['00000', '2134', '02134'],
    ['0000000000', '151234567', '0151234567'],
    ['000-00-0000', '12345678', '012345678'],
    ['"+"0', '12015550101', '+12015550101'],
    ['\\+0', '12015550101', '+12015550101'],
    ['+0', '12015550101', '+12015550101'],
    ['"00"0', '4915112345678', '004915112345678'],
    ['"Tel. +49 "0', '15112345678', '+4915112345678'],
    ['\\0#########', '151234567', '0151234567'],
    ['[<=9999999]###\\-####;\\(###\\) ###\\-####', '2015550101', '2015550101'],
    ['[Blue]00000', '2134', '02134'],
    ['#,##0', '1234567', '1234567'],
    ['0.00', '12.5', '12.5'],
    ['0.00', '7', '7'],
    ['0%', '0.5', '0.5'],
    ['00000', '-12', '-12'],
    ['00000', '1.5', '1.5'],
    ['00000', 'x', 'x'],
    ['General', '12015550101', '12015550101'],
    ['_-* #,##0_-;\\-* #,##0_-', '1200', '1200'],
    ['0"00"', '7', '7'],
    [';;;00000', '7', '7'],
    ['0'.repeat(60), '7', '7'],
    ['0.00E+00', '5', '5'],
    ['0.00E+00', '12015550101', '12015550101'],
    ['0.00E+00', '12015600000', '1.20156E+10'],
    ['##0.0E+0', '1.20156E10', '1.20156E+10'],
  ])('by the format %s is shown from %s as %s', (code, value, shown) => {
    const styles = createCellStyles(false);
    styles.name('164', code);
    styles.add('164');
    expect(styles.shown(value, 0)).toBe(shown);
  });

  test('that a spreadsheet has rounded is left out with its line, as in a CSV file', async () => {
    const list = await read(
      [],
      [
        ['Phone', 'Name'],
        [['1.20156E+10', 3], 'a rounded CSV file that was opened and saved again'],
        ['1.20156E+10', 'a text'],
        [['1234567890123456789', 0], 'more digits than a sheet keeps'],
        [['12015550101', 3], 'whole behind its format'],
      ],
    );
    expect((await allOf(list.recipients)).map(({ line, number }) => [line, number])).toEqual([[5, '+12015550101']]);
    const reason = 'a spreadsheet rounded it; format the column as text and export it again';
    expect(await allOf(list.invalid)).toMatchObject([
      { line: 2, value: '1.20156E+10', reason },
      { line: 3, value: '1.20156E+10', reason },
      { line: 4, value: '1.23456789012346E+18', reason },
    ]);
  });
});
