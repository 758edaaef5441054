import { describe, expect, test } from 'vitest';
import { readRecipients, rejectedCsv } from '../../../src/domain/list/read-list.ts';

const us = { country: 'US' };

async function* bytesOf(text: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof text === 'string' ? new TextEncoder().encode(text) : text;
}

const file = (name: string, text: string | Uint8Array) => ({ name, bytes: bytesOf(text) });
const a = 'phone,first_name\n+12015550101,Ada\n+12015550102,Bob\n';

describe('several files', () => {
  test('are one list, in their order, each read by its own header', async () => {
    const list = await readRecipients([file('a.csv', a), file('b.csv', 'first_name;mobile\nCy;2015550103\n')], us);
    expect(list.recipients.map(({ number, values }) => `${number} ${values}`)).toEqual([
      '+12015550101 Ada',
      '+12015550102 Bob',
      '+12015550103 Cy',
    ]);
    const whole = await readRecipients([file('c.csv', `${a}+12015550103,Cy\n`)], us);
    expect(list.hash).toBe(whole.hash);
    expect(list.rows).toBe(3);
  });

  test('may have different encodings', async () => {
    const latin = Uint8Array.from(Array.from('phone,first_name\n+12015550103,Zoë\n', (char) => char.charCodeAt(0)));
    const utf16 = new Uint8Array(Uint16Array.from(Array.from(`\ufeff${a}`, (char) => char.charCodeAt(0))).buffer);
    const list = await readRecipients([file('a.csv', utf16), file('b.csv', latin)], us);
    expect(list.recipients.map(({ values }) => values[0])).toEqual(['Ada', 'Bob', 'Zoë']);
    // Its second line, behind three of the first file.
    expect(list.reading.notes).toContainEqual({ kind: 'encoding', count: 1, first: { line: 5, value: 'Zoë' } });
  });

  test('name the file of each line that is left out, also of a duplicate', async () => {
    const { reading, ...list } = await readRecipients(
      [file('a.csv', a), file('b.csv', 'phone,first_name\n+12015550102,Bob\nnone,Eve\n')],
      us,
    );
    expect(reading.files).toEqual([
      { name: 'a.csv', lines: 3 },
      { name: 'b.csv', lines: 3 },
    ]);
    expect(await rejectedCsv({ ...list, leftOut: [], files: reading.files })).toBe(
      [
        'file,line,value,reason',
        'b.csv,2,+12015550102,the same number as in line 3 of “a.csv”',
        `b.csv,3,none,${list.invalid[0]?.reason}`,
        '',
      ].join('\r\n'),
    );
  });

  test.each([
    ['other_columns', 'phone,city\n+12015550103,Rome\n', '“b.csv”: it has no column “first_name”, which “a.csv” has.'],
    [
      'other_columns',
      'phone,first_name,city\n+12015550103,Cy,Rome\n',
      '“b.csv”: it has a column “city”, which “a.csv” does not have.',
    ],
    ['bad_quotes', 'phone,first_name\n"+12015550103,Cy\n', '“b.csv”: Line 2:'],
    ['empty_list', '\n', '“b.csv” has no recipients. Choose the files again without it.'],
  ])('are refused with the name of the wrong one: %s', async (code, text, sentence) => {
    const reading = readRecipients([file('a.csv', a), file('b.csv', text)], us);
    await expect(reading).rejects.toMatchObject({ code, message: expect.stringContaining(sentence) });
  });

  test('of different forms cannot share one question', async () => {
    const two = 'name,mother,father\nAda,+12015550101,+12015550102\nBob,+12015550103,+12015550104\n';
    const other = 'father,name,mother\n+12015550105,Cy,+12015550106\n+12015550107,Di,+12015550108\n';
    const same = await readRecipients([file('a.csv', two), file('b.csv', two)], us);
    expect(same.reading.questions).toEqual(['numbersFrom']);
    expect(same.reading.sources.map(({ count }) => count)).toEqual([4, 4]);
    const reading = readRecipients([file('a.csv', two), file('b.csv', other)], us);
    await expect(reading).rejects.toMatchObject({ code: 'which_column' });
  });
});
