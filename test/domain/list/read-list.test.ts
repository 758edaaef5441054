import { describe, expect, test } from 'vitest';
import { listLimits, type ReadList, readRecipients, rejectedCsv } from '../../../src/domain/list/read-list.ts';
import { createRowReader } from '../../../src/domain/list/rows.ts';
import { detectTable } from '../../../src/domain/list/text/table.ts';
import { ada, bob, fileOf, inChunks, us } from './a-list.ts';

function people(list: ReadList): string[] {
  return list.recipients.map(({ number, values }) => [number, ...values].join('/'));
}

describe('a list with a header', () => {
  test.each([
    ['the phone column first', `phone,First Name\n${ada},Ada\n`, ['first_name'], [`${ada}/Ada`]],
    [
      'the phone column last',
      `First Name,City,Mobile number\nAda,Bonn,${ada}\n`,
      ['first_name', 'city'],
      [`${ada}/Ada/Bonn`],
    ],
    [
      'another language',
      `Vorname;Straße;Téléphone\nAda;Hauptstr. 1;${ada}`,
      ['vorname', 'strasse'],
      [`${ada}/Ada/Hauptstr. 1`],
    ],
    [
      'a number column that holds no phone numbers',
      `Number,Name,Contact\n1,Ada,${ada}\n2,Bob,${bob}`,
      ['number', 'name'],
      [`${ada}/1/Ada`, `${bob}/2/Bob`],
    ],
    [
      'a phone column that is empty',
      `phone,name,private\n,Ada,${ada}\n,Bob,${bob}`,
      ['phone', 'name'],
      [`${ada}//Ada`, `${bob}//Bob`],
    ],
    ['no telling name at all', `Who,Where to\nAda,${ada}\n`, ['who'], [`${ada}/Ada`]],
    [
      'the better filled of two phone columns',
      `telephone,mobile\n,${ada}\n,${bob}\n+12015550199,+12015550125`,
      ['telephone'],
      [`${ada}/`, `${bob}/`, '+12015550125/+12015550199'],
    ],
    [
      'names that are empty, twice there or reserved words',
      `phone,,name,Name,__proto__,constructor\n${ada},a,b,c,d,e`,
      ['column_2', 'name', 'name_2', 'proto', 'constructor'],
      [`${ada}/a/b/c/d/e`],
    ],
    ['quoted cells', `phone,note\n${ada},"a, ""b""\nc"\n`, ['note'], [`${ada}/a, "b"\nc`]],
    ['rows that are shorter', `phone,name\n${ada}\n`, ['name'], [`${ada}/`]],
    ['empty cells behind the last column', `phone,name\n${ada},Ada,,\n`, ['name'], [`${ada}/Ada`]],
    ['blank lines', `\n\nphone,name\n\n${ada},Ada\n,,\n \n`, ['name'], [`${ada}/Ada`]],
    ['sep= in the first line', `sep=;\nphone;name\n${ada};Ada`, ['name'], [`${ada}/Ada`]],
    ['tabs', `phone\tname\n${ada}\tAda, Countess`, ['name'], [`${ada}/Ada, Countess`]],
    ['old Mac line ends', `phone,name\r${ada},Ada\r${bob},Bob`, ['name'], [`${ada}/Ada`, `${bob}/Bob`]],
    ['mixed line ends', `phone,name\r\n${ada},Ada\n${bob},Bob\r\n`, ['name'], [`${ada}/Ada`, `${bob}/Bob`]],
    ['a byte order mark', `\ufeffphone,name\n${ada},Ada`, ['name'], [`${ada}/Ada`]],
    ['NUL characters', `phone,name\n${ada}\0,A\0da`, ['name'], [`${ada}/Ada`]],
    ['one column', `Handynummer\n${ada}\n`, [], [ada]],
  ])('is read with %s', async (_title, text, columns, expected) => {
    const list = await readRecipients(text, us);
    expect(list.columns).toEqual(columns);
    expect(people(list)).toEqual(expected);
    expect(await readRecipients(fileOf(text), us)).toEqual(list);
  });
});

describe('a list without a header', () => {
  test.each([
    ['numbers below each other', `${ada}\n${bob}\n`, [], [ada, bob]],
    ['numbers between commas', `${ada}, ${bob},201-555-0125`, [], [ada, bob, '+12015550125']],
    ['numbers between spaces', `${ada} ${bob}\n2015550125 2015550126`, [], [ada, bob, '+12015550125', '+12015550126']],
    [
      'numbers in every way at once',
      `${ada}, ${bob} +12015550125\n(201) 555-0126; 2015550127`,
      [],
      [ada, bob, '+12015550125', '+12015550126', '+12015550127'],
    ],
    [
      'names before numbers',
      'Ada +1 201 555 0123\nBob Roe +1 (201) 555-0124',
      ['name'],
      [`${ada}/Ada`, `${bob}/Bob Roe`],
    ],
    ['names behind numbers', '+1 201 555 0123 - Ada\n201 555 0124 - Bob', ['name'], [`${ada}/Ada`, `${bob}/Bob`]],
    [
      'names and numbers in columns',
      'Ada, +1 201 555 0123\nBob, +1 201 555 0124',
      ['column_1'],
      [`${ada}/Ada`, `${bob}/Bob`],
    ],
    ['a single number', ada, [], [ada]],
  ])('is read with %s', async (_title, text, columns, expected) => {
    const list = await readRecipients(text, us);
    expect([list.columns, people(list), list.invalid]).toEqual([columns, expected, []]);
  });
});

describe('rejected lines', () => {
  test('each have their line, what stood there and why', async () => {
    const text = `phone,name\n12,Ada\n${ada},"Ada\nL."\n,Nobody\n001 201 555 0123,Ada again\nx,y,z,w\n+442079460000,Office\n${'9'.repeat(60)},Long\n`;
    const list = await readRecipients(text, us);
    expect(list.duplicates).toEqual([{ line: 6, value: '001 201 555 0123', reason: 'the same number as in line 3' }]);
    expect(list.invalid).toEqual([
      { line: 2, value: '12', reason: 'this is not a phone number' },
      { line: 5, value: 'Nobody', reason: 'there is no number under “phone”' },
      { line: 7, value: 'x', reason: expect.stringContaining('4 cells instead of 2') },
      { line: 8, value: '+442079460000', reason: expect.stringContaining('landline') },
      { line: 9, value: `${'9'.repeat(39)}…`, reason: 'the number is too long' },
    ]);
    expect(list.rows).toBe(
      list.recipients.length + list.duplicates.length + list.invalid.length + list.marked.length + list.waiting,
    );
  });

  test('are given for cells that are too long, and for several numbers beside a name', async () => {
    const long = await readRecipients(`phone,name\n${ada},${'x'.repeat(1001)}`, us);
    expect(long.invalid).toEqual([{ line: 2, value: ada, reason: 'a cell has more than 1,000 characters' }]);
    const several = await readRecipients(`Ada ${ada}\nBob ${bob} or +12015550125`, us);
    expect(several.invalid[0]?.reason).toBe('there are several numbers beside a name; give each a line');
  });

  test('come as a CSV file that no spreadsheet runs', async () => {
    const csv = await rejectedCsv({
      invalid: [{ line: 7, value: '=HYPERLINK("http://x")', reason: 'this is not a phone number' }],
      duplicates: [{ line: 3, value: ada, reason: 'the same number as in line 2' }],
      marked: [],
      leftOut: [],
    });
    expect(csv).toBe(
      `line,value,reason\r\n3,${ada},the same number as in line 2\r\n7,"'=HYPERLINK(""http://x"")",this is not a phone number\r\n`,
    );
  });
});

describe('a list that cannot be read', () => {
  test.each([
    ['nothing', '', 'empty_list'],
    ['blank lines', ' \n\n,,\n', 'empty_list'],
    ['a header only', 'phone,name\n', 'empty_list'],
    ['a quote that never closes', `phone,name\n${ada},Ada\n${bob},"Bob\n`, 'bad_quotes'],
    ['no column of numbers', 'name,city\nAda,Bonn\n', 'no_phone_column'],
    ['too many columns', `phone${',x'.repeat(256)}\n${ada}`, 'too_many_columns'],
    ['a hundred thousand columns', `phone${',x'.repeat(100_000)}\n${ada}`, 'too_many_columns'],
    ['a cell of 3 MB', `phone,name\n${ada},"${'x'.repeat(3_000_000)}"`, 'bad_quotes'],
    [
      'a piece lost in the middle',
      `phone,name\n${`${ada},Ada\n`.repeat(200)}+1201${'\0'.repeat(512)}0102,Bob\n`,
      'damaged_file',
    ],
    ['a piece lost at the end', `phone,name\n${`${ada},Ada\n`.repeat(200)}${bob},B${'\0'.repeat(64)}`, 'damaged_file'],
  ])('is refused for %s', async (_title, text, code) => {
    await expect(readRecipients(text, us)).rejects.toMatchObject({ code, field: 'pasted' });
    await expect(readRecipients(fileOf(text), us)).rejects.toMatchObject({ code, field: 'file' });
  });

  test('is told by the line', async () => {
    const read = (text: string) => readRecipients(text, us);
    await expect(read(`phone,name\n${ada},Ada\n${bob},"Bob\n\n\n`)).rejects.toThrow('Line 3: ');
    await expect(read(`sep=;\nphone;name\n${bob};"Bob`)).rejects.toThrow('Line 3: ');
  });

  test.each([
    ['an Excel workbook', 'PK\x03\x04[Content_Types].xml'],
    ['an old Excel workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]],
    ['a PDF', '%PDF-1.7\n'],
    ['a web page', '\n<!DOCTYPE html><html><body><table>'],
    ['a JSON file', '[{"phone": "+12015550123"}]'],
    ['a compressed file', [0x1f, 0x8b, 8, 0, 0]],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]],
    ['a binary file', [1, 2, 3, 4, 65, 5, 6, 7, 8, 14, 15, 16]],
  ])('%s that is named .csv', async (what, content) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content);
    const reading = readRecipients(inChunks(bytes, 3), us);
    await expect(reading).rejects.toMatchObject({
      code: 'not_a_csv',
      field: 'file',
      message: expect.stringContaining(what),
    });
  });

  test('is given up as soon as it is too large, and the rest is not asked for', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        given += 1;
        yield new Uint8Array(1_000_000).fill(65);
      }
    }
    await expect(readRecipients(endless(), us)).rejects.toMatchObject({ code: 'list_too_large', field: 'file' });
    expect(given).toBe(Math.ceil(listLimits.allBytes / 1_000_000));
    await expect(readRecipients('x'.repeat(listLimits.bytes + 1), us)).rejects.toMatchObject({
      code: 'list_too_large',
    });
  });

  test('is given up when it has too many rows', () => {
    const reader = createRowReader(us);
    expect(() => {
      for (let line = 1; line <= listLimits.rows + 1; line++) reader.push(['-'], line);
    }).toThrow(expect.objectContaining({ code: 'list_too_long' }));
  });

  test('because its source broke off is the source’s own error', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode(`phone\n${ada}\n`);
      throw new Error('connection lost');
    }
    await expect(readRecipients(broken(), us)).rejects.toThrow('connection lost');
  });
});

describe('the encoding of a file', () => {
  const text = `phone,name\n${ada},Zoë 🌍\n`;
  const utf16 = (littleEndian: boolean, mark: string) => {
    const view = new DataView(new ArrayBuffer((text.length + mark.length) * 2));
    Array.from(mark + text, (_, index) => index);
    for (let at = 0; at < (mark + text).length; at++)
      view.setUint16(at * 2, (mark + text).charCodeAt(at), littleEndian);
    return new Uint8Array(view.buffer);
  };
  test.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${text}`)],
    ['UTF-16 LE with a mark', utf16(true, '\ufeff')],
    ['UTF-16 BE with a mark', utf16(false, '\ufeff')],
    ['UTF-16 LE without', utf16(true, '')],
    ['UTF-16 BE without', utf16(false, '')],
  ])('may be %s', async (_title, bytes) => {
    for (const size of [1, 2, 3, 1000]) {
      expect(people(await readRecipients(inChunks(bytes, size), us))).toEqual([`${ada}/Zoë 🌍`]);
    }
  });

  test('that is not UTF-8 is taken for Western European', async () => {
    const latin = Uint8Array.from(Array.from(`phone;name;city\n${ada};Zoë;Köln\n`, (char) => char.charCodeAt(0)));
    const list = await readRecipients(inChunks(latin), us);
    expect([list.columns, people(list)]).toEqual([['name', 'city'], [`${ada}/Zoë/Köln`]]);
  });
});

test.each([
  ['a,b\nc,d', ','],
  ['a;b\nc;d', ';'],
  ['a\tb\nc\td', '\t'],
  ['a|b\nc|d', '|'],
  ['Doe, Ada; +1\nRoe, Bob; +1', ';'],
  ['"a;b;c",d\n"e;f;g",h', ','],
  ['plain', ','],
  ['', ','],
])('finds what stands between the cells of %j', (text, delimiter) => {
  expect(detectTable(text).delimiter).toBe(delimiter);
});
