import { describe, expect, test } from 'vitest';
import { readRecipients } from '../../../src/domain/list/read-list.ts';
import { read, texted } from '../../support/list/read-text.ts';

describe('the text of a file', () => {
  test.each([
    ['a title above the header', 'Volunteers of spring\n\nName,Mobile\nAda,2015550101', ['0101 Ada']],
    ['a title of several lines', 'Report\nPrinted 2026-11-28\nName,Mobile\nAda,2015550101', ['0101 Ada']],
    ['a title padded with commas', 'Report,,\n,,\nName,Mobile,City\nAda,2015550101,X', ['0101 Ada']],
    [
      'somebody to call in its title, who is nobody on it',
      'Questions? Call 201-555-0199,,\nphone,name,city\n2015550101,Ada,X',
      ['0101 Ada'],
    ],
    ['formula cells', '="phone",="name"\n="2015550101",="Roe, Ada"', ['0101 Roe, Ada']],
    ['a space after the comma', 'phone, name\n2015550101, "Roe, Ada"', ['0101 Roe, Ada']],
    [
      'bare quotes between tabs',
      'phone\tname\n2015550101\t"Ace" Roe\n2015550102\tJo 6" tall\n2015550103\t"Big Jo',
      ['0101 "Ace" Roe', '0102 Jo 6" tall', '0103 "Big Jo'],
    ],
    [
      'quotes between tabs around a cell of several lines',
      'phone\tname\tnote\n2015550101\tAda\t"two\nlines, ""quoted"""\n2015550102\tBob\t\n',
      ['0101 Ada', '0102 Bob'],
    ],
    ['a tab within quotes', 'phone\tname\n2015550101\t"Ada\tRoe"\n2015550102\tBob', ['0101 Ada\tRoe', '0102 Bob']],
    [
      'bare quotes between tabs, the last of which ends a cell',
      'phone\tname\n2015550101\t"Ada\n2015550102\tBob 5"\n2015550103\tCy',
      ['0101 "Ada', '0102 Bob 5"', '0103 Cy'],
    ],
    ['bare quotes between commas', 'phone,name\n2015550101,Ada "Ace" Roe', ['0101 Ada "Ace" Roe']],
  ])('is read with %s', async (_title, text, expected) => {
    const list = await read(text);
    expect([texted(list), list.invalid]).toEqual([expected, []]);
  });

  test('takes lines that are the file’s, also below titles and in cells of several lines', async () => {
    const list = await read('Title\n\nphone,note\n2015550101,"a\nb"\n12,x\n2015550101,y');
    expect(list.recipients.map(({ line }) => line)).toEqual([4]);
    expect([list.invalid[0]?.line, list.duplicates[0]]).toEqual([
      6,
      expect.objectContaining({ line: 7, reason: 'the same number as in line 4' }),
    ]);
  });

  const bytes = (...parts: (string | number[])[]) =>
    Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)));
  const readBytes = (content: Uint8Array, country: string) =>
    readRecipients(
      (async function* () {
        yield content;
      })(),
      { country },
    );

  test.each([
    ['Polish', 'PL', bytes('telefon;imie\n+48512345678;', [0xa3], 'ukasz'), 'windows-1250', 'Łukasz'],
    [
      'Polish numbers in a list from elsewhere',
      'US',
      bytes('telefon;imie\n+48512345678;', [0xa3], 'ukasz'),
      'windows-1250',
      'Łukasz',
    ],
    ['Russian', 'US', bytes('phone;name\n+79161234567;', [0xc8, 0xe2, 0xe0, 0xed]), 'windows-1251', 'Иван'],
    ['Greek', 'GR', bytes('phone;name\n6912345678;', [0xc1, 0xed, 0xed, 0xe1]), 'windows-1253', 'Αννα'],
    ['Japanese', 'JP', bytes('phone,name\n090-1234-5678,', [0x8d, 0xb2, 0x93, 0xa1]), 'shift_jis', '佐藤'],
    ['Western European', 'US', bytes('phone,name\n2015550101,Zo', [0xeb]), 'windows-1252', 'Zoë'],
  ])(
    'of another encoding is guessed by the country, and says so: %s',
    async (_title, country, content, encoding, name) => {
      const list = await readBytes(content, country);
      expect(list.recipients[0]?.values[0]).toBe(name);
      expect(list.reading.encoding).toBe(encoding);
      expect(list.reading.notes[0]).toMatchObject({
        kind: 'encoding',
        first: { line: 2, value: expect.stringContaining(name) },
      });
    },
  );

  test('with one bad byte keeps all other lines, and names the one', async () => {
    const rows = Array.from({ length: 400 }, (_, no) => `20155${String(10000 + no)},Zoë`).join('\n');
    const list = await readBytes(bytes(`phone,name\n${rows}\n2125550101,Ren`, [0xe9], '\n2125550102,Łukasz'), 'US');
    expect(list.recipients).toHaveLength(402);
    expect(list.recipients.at(-1)?.values[0]).toBe('Łukasz');
    expect(list.reading.encoding).toBe(null);
    expect(list.reading.notes[0]).toMatchObject({ kind: 'encoding', count: 1, first: { line: 402 } });
  });
});

describe('the first line', () => {
  test.each([
    'number,first_name\n2015550101,Ada\n2015550102,\n2015550103,\n2015550104,Ed',
    'phone,first_name\n2015550101,\n2015550102,\n2015550103,\n2015550104,Ada',
    'Phone;First name;\n2015550101;Ada;\n2015550102;;\n2015550103;;',
    'first_name,phone\n,2015550101\n,2015550102\n,2015550103\nAda,2015550104',
  ])('names the columns, though most people have nothing in them: %j', async (text) => {
    const list = await read(text);
    expect(list.columns).toEqual(['first_name']);
    expect(list.reading.notes).toEqual([]);
    expect(texted(list).filter((person) => person.endsWith('Ada'))).toHaveLength(1);
    expect(list.recipients).toHaveLength(text.split('\n').length - 1);
  });

  test.each(['Ada,Roe,n/a\nBob,Roe,2015550102\nCy,Poe,2015550103', 'Mae,Roe,\nBob,Roe,2015550102\nCy,Poe,2015550103'])(
    'of a list without a header is a person, though without a number: %s',
    async (text) => {
      const list = await read(text);
      expect([list.recipients.length, list.invalid.map(({ line }) => line)]).toEqual([2, [1]]);
    },
  );

  test('is said to be the header when no word of it says so', async () => {
    const { reading } = await read('Who,Where\nAda,2015550101');
    expect(reading.notes).toContainEqual({
      kind: 'header_guess',
      count: 1,
      first: { line: 1, value: 'Who, Where' },
    });
  });

  test('names a column of numbers that begin far below', async () => {
    const list = await read(`Name,Phone\n${'Ada,\n'.repeat(120)}Bob,2015550102`);
    expect([texted(list), list.invalid.length]).toEqual([['0102 Bob'], 120]);
  });
});
