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
    ['phones', 'Name,Phone,Mobile\n', ['Ada,2015550101,2015550121\n', 'Bob,2015550102,\nCy,2015550103,\n']],
    ['phones, the other way round', 'Name,Phone,Mobile\n', ['Bob,2015550102,\n', 'Ada,2015550101,2015550121\n']],
    ['two that mean the same', 'Name,Phone A,Phone B\n', ['Ada,2015550101,\n', 'Bob,,2015550102\n']],
  ])('with the same columns take their numbers from the same one: %s', async (_title, header, parts) => {
    const list = await readRecipients(
      parts.map((part, no) => file(`${no}.csv`, header + part)),
      us,
    );
    const whole = await readRecipients([file('whole.csv', header + parts.join(''))], us);
    expect(list.rows).toBe(whole.rows);
    expect(list.reading.questions).toEqual(whole.reading.questions);
    expect(list.hash).toBe(whole.hash);
    expect(list.invalid.map(({ reason }) => reason)).toEqual(whole.invalid.map(({ reason }) => reason));
  });

  test('with the same columns share the author’s answer, though one of them has nothing under it', async () => {
    const files = () => [
      file('a.csv', 'Name,Phone A,Phone B\nAda,2015550101,\n'),
      file('b.csv', 'Name,Phone A,Phone B\nBob,,2015550102\n'),
    ];
    const { reading } = await readRecipients(files(), us);
    const answered = await readRecipients(files(), { ...us, choices: { numbersFrom: reading.sources[1]!.id } });
    expect(answered.recipients.map(({ number }) => number)).toEqual(['+12015550102']);
    expect(answered.invalid.map(({ reason }) => reason)).toEqual(['there is no number under “Phone B”']);
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

  test('of columns with the same titles share one question, in whatever order and case', async () => {
    const one = 'first_name,phone,mobile\nAda,+12015550101,+12015550102\n';
    const other = 'First_Name;Mobile;Phone\nBob;+12015550104;+12015550103\n';
    const files = () => [file('a.csv', one), file('b.csv', other)];
    const numbers = (list: Awaited<ReturnType<typeof readRecipients>>) =>
      list.recipients.map(({ number }) => number.slice(-4));
    const guessed = await readRecipients(files(), us);
    expect(guessed.reading.sources.map(({ title, count }) => [title, count])).toEqual([
      ['phone', 2],
      ['mobile', 2],
    ]);
    expect(numbers(guessed)).toEqual(['0102', '0104']);
    const [phone] = guessed.reading.sources;
    const chosen = await readRecipients(files(), { ...us, choices: { numbersFrom: phone!.id } });
    expect(numbers(chosen)).toEqual(['0101', '0103']);
  });

  test('ask nothing when their titles differ in case alone', async () => {
    const files = ['phone,first_name\n+12015550101,Ada\n', 'first_name;Phone\nBob;+12015550102\n'];
    const list = await readRecipients(
      files.map((content, no) => file(`${no}.csv`, content)),
      us,
    );
    expect([list.recipients.length, list.reading.sources.length]).toEqual([2, 1]);
  });

  test('of different forms cannot share one question', async () => {
    const two = 'name,phone,phone\nAda,+12015550101,+12015550102\nBob,+12015550103,+12015550104\n';
    const other = 'phone,name,phone\n+12015550105,Cy,+12015550106\n+12015550107,Di,+12015550108\n';
    const same = await readRecipients([file('a.csv', two), file('b.csv', two)], us);
    expect(same.reading.questions).toEqual(['numbersFrom']);
    expect(same.reading.sources.map(({ count }) => count)).toEqual([4, 4]);
    const reading = readRecipients([file('a.csv', two), file('b.csv', other)], us);
    await expect(reading).rejects.toMatchObject({ code: 'which_column' });
  });
});
