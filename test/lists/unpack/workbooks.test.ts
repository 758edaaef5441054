import { describe, expect, test } from 'vitest';
import { allOf } from '../../../src/domain/many.ts';
import { createListReader } from '../../../src/lists/list-reader.ts';
import { numberAsText } from '../../../src/lists/unpack/cell-values.ts';
import { readSharedStrings } from '../../../src/lists/unpack/shared-strings.ts';
import { type SheetOf, workbookOf } from '../../support/files/workbook-of.ts';
import { zipOf } from '../../support/files/zip-of.ts';

const reader = createListReader();

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const read = (bytes: Uint8Array) => reader.read([{ name: 'people.xlsx', bytes: once(bytes) }], { country: 'US' });
const inSheet = (...rows: SheetOf['rows'][number][]) => workbookOf([{ name: 'People', rows }]);
const peopleOf = async (bytes: Uint8Array) =>
  (await allOf((await read(bytes)).recipients)).map(({ number, values, line }) => [line, number, ...values].join('|'));

describe('a workbook', () => {
  test('is read like the same rows as CSV, with the rows’ own numbers', async () => {
    const bytes = inSheet(
      ['Phone', 'First name', 'Town'],
      [12_015_550_101, 'Ada & <Bob>', ''],
      [],
      ['(201) 555-0102', 'Zoë 🌍', 'Bern'],
      [
        2_015_550_103,
        'Cy',
        { xml: '<c t="inlineStr"><is><r><t>New</t></r><r><t> York</t></r><rPh><t>x</t></rPh></is></c>' },
      ],
    );
    expect(await peopleOf(bytes)).toEqual([
      '2|+12015550101|Ada & <Bob>|',
      '4|+12015550102|Zoë 🌍|Bern',
      '5|+12015550103|Cy|New York',
    ]);
  });

  test('has its texts as people see them, not as its XML writes what it cannot have', async () => {
    const bytes = inSheet(
      ['Phone', 'Name', 'Address', 'Code'],
      [
        '2015550101_x0009_',
        'Ada_x0000_',
        { xml: '<c t="inlineStr"><is><t>1 Main St_x000D_\nHoboken</t></is></c>' },
        { xml: '<c t="str"><v>a_x005F_x0041_</v></c>' },
      ],
    );
    expect(await peopleOf(bytes)).toEqual(['2|+12015550101|Ada|1 Main St\r\nHoboken|a_x0041_']);
  });

  test('says formulas by their value, days as ISO dates, and yes and no', async () => {
    const bytes = inSheet(
      ['Phone', 'Day', 'At', 'Paid', 'Due'],
      [
        { xml: '<c t="str"><f>A1&amp;"x"</f><v>+12015550101</v></c>' },
        { xml: '<c s="1"><v>45351</v></c>' },
        { xml: '<c s="2"><v>45351.75</v></c>' },
        { xml: '<c t="b"><v>1</v></c>' },
        { xml: '<c t="e"><v>#N/A</v></c>' },
      ],
      [{ xml: '<c><v>1.2015550102E10</v></c>' }, { xml: '<c t="d"><v>2024-02-29T00:00:00</v></c>' }, '', 0.1, 12.5],
    );
    expect(await peopleOf(bytes)).toEqual([
      '2|+12015550101|2024-02-29|2024-02-29 18:00:00|TRUE|',
      '3|+12015550102|2024-02-29||0.1|12.5',
    ]);
  });

  test('of the days since 1904 has the same days', async () => {
    const rows = [
      ['Phone', 'Day'],
      [12_015_550_101, { xml: '<c s="1"><v>43889</v></c>' }],
    ];
    const bytes = workbookOf([{ name: 'People', rows }], { is1904: true });
    expect(await peopleOf(bytes)).toEqual(['2|+12015550101|2024-02-29']);
  });

  test('with several sheets is its first with rows that is not hidden, and that is said', async () => {
    const rows = (phone: number) => [['Phone'], [phone]];
    const bytes = workbookOf([
      { name: 'Notes', rows: [] },
      { name: 'Old', rows: rows(12_015_550_109), state: 'hidden' },
      { name: 'People', rows: rows(12_015_550_101) },
      { name: 'Others', rows: rows(12_015_550_102) },
    ]);
    const list = await read(bytes);
    expect((await allOf(list.recipients)).map(({ number }) => number)).toEqual(['+12015550101']);
    expect(list.reading.notes).toContainEqual({ kind: 'one_sheet', count: 1, first: { line: 1, value: 'People' } });
  });

  test('a number that the sheet has rounded is not taken for one', async () => {
    const list = await read(
      inSheet(['Phone', 'Name'], [{ xml: '<c><v>1.2015550101234568E+16</v></c>' }, 'Ada'], [12_015_550_101, 'Bob']),
    );
    expect(list.recipients.length).toBe(1);
    expect(await allOf(list.invalid)).toMatchObject([{ line: 2, value: '1.20155501012346E+16' }]);
  });

  test.each<[string, string, Uint8Array]>([
    ['empty_workbook', 'without rows', inSheet()],
    ['broken_archive', 'whose XML is none', zipOf([{ name: 'xl/workbook.xml', content: '<workbook><sheets>' }])],
    [
      'broken_archive',
      'with entities of its own',
      zipOf([
        {
          name: 'xl/workbook.xml',
          content: '<!DOCTYPE a [<!ENTITY b "x">]><workbook><sheets><sheet name="&b;"/></sheets></workbook>',
        },
      ]),
    ],
  ])('is refused: %s, one %s', async (code, _title, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ name: 'CampaignError', code, field: 'file' });
  });

  test('with more texts than any list is refused', async () => {
    const part = once(Buffer.from('<sst><si><t>a</t></si><si><t>b</t></si><si><t>c</t></si></sst>'));
    await expect(readSharedStrings(part, 2)).rejects.toMatchObject({ code: 'many_strings' });
  });

  test.each([
    ['12015550101', '12015550101'],
    ['1.2015550101E10', '12015550101'],
    ['12015550101.0', '12015550101'],
    ['0.30000000000000004', '0.3'],
    ['-5', '-5'],
    ['1E-7', '0.0000001'],
    ['123456789012345678', '1.23456789012346E+17'],
    ['x', 'x'],
  ])('shows %s as %s', (stored, text) => {
    expect(numberAsText(stored)).toBe(text);
  });
});
