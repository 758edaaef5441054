import { describe, expect, test } from 'vitest';
import { readRecipients } from '../../../src/domain/list/read-list.ts';
import { read, texted } from '../../support/list/read-text.ts';

describe('pasted text', () => {
  const pasted = (text: string) => readRecipients(text, { country: 'US' });
  test.each([
    ['a word among the numbers', '2015550101, 2015550102, 2015550103 and 2015550104', ['0101', '0102', '0103', '0104']],
    ['another language', '2015550101; 2015550102 und 2015550103', ['0101', '0102', '0103']],
    ['a name among the numbers', '2015550101, 2015550102, Ada, 2015550104', ['0101', '0102', '0104']],
    [
      'mail addresses on one line',
      'Ada Roe <2015550101>, "Bob Roe" <2015550102>; Cy <2015550103>',
      ['0101 Ada Roe', '0102 Bob Roe', '0103 Cy'],
    ],
    [
      'signs before the lines',
      '• Ada Roe – 201-555-0101\n* Bob 201-555-0102\n✅ Cy 201-555-0103',
      ['0101 Ada Roe', '0102 Bob', '0103 Cy'],
    ],
    ['names before numbers on one line', 'Ada 2015550101 Bob 2015550102', ['0101 Ada', '0102 Bob']],
    ['names and numbers between commas', 'Ada, 2015550101, Bob, 2015550102', ['0101 Ada', '0102 Bob']],
    ['a sentence', 'Please text 201-555-0101 and 201-555-0102 about Friday at 5.', ['0101', '0102']],
    ['two numbers with parentheses and only a space between', '(201) 555-0101 (201) 555-0102', ['0101', '0102']],
    ['bullets', '• 201-555-0101\n• 201-555-0102', ['0101', '0102']],
    ['a numbered list', '1. Ada 2015550101\n2. Bob 2015550102', ['0101 Ada', '0102 Bob']],
    ['marks of direction and hard spaces', '\u202a+1\u00a0(201)\u00a0555\u20110101\u202c', ['0101']],
  ])('is read with %s', async (_title, text, expected) => {
    const list = await pasted(text);
    expect([texted(list), list.invalid]).toEqual([expected, []]);
  });

  test('under group head lines gives the people, and names the line that may be a person without a number', async () => {
    const list = await pasted('Team A:\n2015550101\n2015550102\n\nTeam B\n2015550103');
    expect(texted(list)).toEqual(['0101', '0102', '0103']);
    expect(list.invalid.map(({ line, value }) => `${line} ${value}`)).toEqual(['5 Team B']);
  });

  test('names every number-like piece that is no number', async () => {
    const list = await pasted('2015550101, 28.11.2026, 201555, 2015550102');
    expect(texted(list)).toEqual(['0101', '0102']);
    expect(list.invalid.map(({ value }) => value)).toEqual(['28.11.2026', '201555']);
  });

  test('takes an export of a chat as people and dates', async () => {
    const list = await pasted(
      '[28/11/2026, 10:22] Ada: call me on 201-555-0101\n[28/11/2026, 10:23] Bob: mine is 201 555 0102',
    );
    expect(texted(list)).toEqual(['0101', '0102']);
    expect(list.invalid.map(({ value }) => value)).toEqual(['28/11/2026', '28/11/2026']);
  });

  test('leaves out what a signature calls a fax or a home number', async () => {
    const list = await pasted('Tel: 201-555-0101\nFax: 201-555-0102\nHome: 201-555-0103');
    expect(texted(list)).toEqual(['0101']);
    expect(list.invalid.map(({ reason }) => reason)).toEqual(['it is marked as “Fax:”', 'it is marked as “Home:”']);
  });

  test('texts nobody whom the words beside the number may leave out, and says what it took out of sentences', async () => {
    const list = await pasted('Please text 201-555-0101 about Friday, but not Cy (201-555-0133)');
    expect(texted(list)).toEqual(['0101']);
    expect(list.invalid[0]?.reason).toBe('the words beside it may say not to: “but not Cy”');
    expect(list.reading.notes).toContainEqual(expect.objectContaining({ kind: 'from_sentences', count: 1 }));
  });

  test('says so when it is not clear whose number it is', async () => {
    const list = await pasted('Ada 2015550101 or 2015550102');
    expect(list.recipients).toEqual([]);
    expect(list.invalid[0]?.reason).toBe('there are several numbers beside a name; give each a line');
  });
});

describe('a head line', () => {
  test.each([
    ['a pasted block', '2015550101 Ada\n\nDo not text:\n2015550103 Cy\n2015550104', ['0101 Ada'], 'Do not text'],
    ['another block behind it', 'Opted out:\n2015550103\n2015550104\nVolunteers:\n2015550101', ['0101'], 'Opted out'],
    ['no colon', 'Text these\n2015550101\nUnsubscribed\n2015550103\nNew\n2015550102', ['0101', '0102'], 'Unsubscribed'],
    ['a remark below', 'Do not contact:\n2015550103\nthanks!\n2015550104', [], 'Do not contact'],
    ['German', '2015550101 Ada\nKeine SMS:\n2015550103 Cy', ['0101 Ada'], 'Keine SMS'],
  ])('that says who wants no texts marks whoever stands below it: %s', async (_, text, people, title) => {
    const list = await readRecipients(text, { country: 'US' });
    expect(texted(list)).toEqual(people);
    expect(list.marked).not.toEqual([]);
    expect(list.reading.marked?.titles).toEqual([title]);
    const all = list.recipients.length + list.marked.length + list.duplicates.length + list.invalid.length;
    expect(all).toBe(list.rows);
  });

  test('marks people in a table, too, and the author may decide otherwise', async () => {
    const text = 'name,phone\nAda,2015550101\nDo not text,\nCy,2015550103\nDi,';
    expect(texted(await read(text))).toEqual(['0101 Ada']);
    expect(texted(await read(text, 'US', { textMarked: true }))).toEqual(['0101 Ada', '0103 Cy']);
  });

  test.each(['Volunteers:', 'Please text these people:', 'Team 4B'])(
    'that says nothing about texts marks nobody: %s',
    async (head) => {
      const list = await readRecipients(`${head}\n2015550101 Ada\n2015550102 Bob`, { country: 'US' });
      expect(list.recipients).toHaveLength(2);
      expect(list.reading.marked).toBe(null);
    },
  );
});

describe('what looks like a number of somebody and is none', () => {
  const pasted = (text: string, country = 'US') => readRecipients(text, { country });

  test.each([
    ['a day and a time', '2026-12-28 10:31 Ada\n201-555-0101', 'US', ['0101']],
    ['a French day', 'Réunion le 06/12/2026 10:31\nAda 06 12 34 56 78', 'FR', ['5678 Ada']],
    ['an Australian day', 'Ada 0412 345 678 joined 04/12/2026 10:31', 'AU', ['5678 Ada']],
    ['an address of the web', 'https://example.com/order/2015550199\nAda 201-555-0101', 'US', ['0101 Ada']],
    ['a mail address', 'ada2015550199@example.com, 201-555-0101', 'US', ['0101']],
    ['an order', 'Order 2015550114\nInvoice #2015550115\nAda 201-555-0101', 'US', ['0101 Ada']],
    ['a fax', 'Fax: 201-555-0199\nMobile: 201-555-0101', 'US', ['0101']],
    ['letters of a signature', 'T 201-555-0100 | F 201-555-0199 | M 201-555-0101', 'US', ['0100', '0101']],
    [
      'somebody else',
      'Emergency contact: Bob 201-555-0102\nAda’s mom 201-555-0103\nCy 201-555-0104',
      'US',
      ['0104 Cy'],
    ],
    [
      'whoever has opted out',
      'Cy 201-555-0103 (opted out)\nDi 201-555-0104 unsubscribed\nAda 201-555-0101',
      'US',
      ['0101 Ada'],
    ],
    [
      'whoever is excepted',
      'Please remove 201-555-0101\nText everyone except 201-555-0102\n201-555-0103',
      'US',
      ['0103'],
    ],
    ['a desk', 'Ada (201) 555-0101 ext. 12\nCy 201-555-0104', 'US', ['0104 Cy']],
  ])('%s is named, and not texted', async (_title, text, country, expected) => {
    const list = await pasted(text, country);
    expect(texted(list)).toEqual(expected);
    expect(list.rows).toBe(list.recipients.length + list.invalid.length);
  });

  test.each([
    ['No text 2015550162', 'there is text beside the number: “No text”'],
    ['no sms 2015550162', 'there is text beside the number: “no sms”'],
  ])('“%s” in a cell is refused', async (cell, reason) => {
    expect((await read(`phone,name\n${cell},Ada\n2015550101,Bob`)).invalid[0]?.reason).toBe(reason);
  });

  test('a column called Code leaves numbers at home', async () => {
    const list = await read('Code,Name,Phone\n44,Ada,740-212-3456');
    expect(list.recipients.map(({ number }) => number)).toEqual(['+17402123456']);
  });

  test.each([
    'Name,Phone,Grandma cell\nAda,2015550101,2015550191',
    'Name,Phone,Driver mobile\nAda,2015550101,2015550191',
    'Aluno,Telefone,Celular do responsável\nAna,2015550101,2015550191',
    'Nome,Telefono,Cellulare genitore\nAna,2015550101,2015550191',
    '生徒,電話番号,保護者携帯\nAna,2015550101,2015550191',
  ])('somebody else’s mobile beside a phone is asked about: %s', async (text) => {
    expect((await read(text)).reading.questions).toEqual(['numbersFrom']);
  });

  test('a kind that nobody knows is not a mobile', async () => {
    const list = await read('Name,Phone 1 - Type,Phone 1 - Value\nBob,Grandma,201-555-0191\nAda,Mobile,201-555-0101');
    expect(texted(list)).toEqual(['0101 Ada']);
  });

  test.each([
    'No, thank you',
    'I do not agree',
    'Nein, danke',
    'verweigert',
    'Non merci',
    'FALSO',
    'Withdrawn 2025',
    '✖',
  ])('“%s” is no consent', async (answer) => {
    const list = await read(`phone,first_name,SMS consent\n2015550101,Ada,"${answer}"\n2015550102,Bob,yes`);
    expect([list.recipients.length, list.marked.length]).toEqual([1, 1]);
  });

  test('people in one cell because of a quotation mark that nothing closes are not lost', async () => {
    const rows = Array.from({ length: 20 }, (_, no) => `20155501${10 + no},Bob${no}\n`).join('');
    await expect(read(`phone,name\n2015550101,"Big Jo\n${rows}2015550199,"Al"\n`)).rejects.toThrow('Line 2: ');
  });

  test('a second header that names other columns is refused with its line', async () => {
    const two = 'Name,Mobile,Emergency\nAda,2015550101,2015550191\nName,Emergency,Mobile\nBob,2015550192,2015550102';
    await expect(read(two)).rejects.toThrow('Line 3 names other columns than line 1.');
  });

  test.each(['Total,2', 'Total,,12', 'Grand Total,1', 'Totals,"1,200"'])(
    '“%s” below a list is no header',
    async (total) => {
      const list = await read(`phone,first_name\n2015550101,Ada\n2015550102,Bob\n${total}`);
      expect([list.recipients.length, list.invalid.length]).toEqual([2, 1]);
    },
  );

  test('a greeting with a comma is no header', async () => {
    const list = await pasted(
      'Hi team, please text the following people:\n\nAda: 201-555-0101\nBob: 201-555-0102\n\nThanks,\nDi',
    );
    expect(texted(list)).toEqual(['0101 Ada', '0102 Bob']);
  });

  test('landlines of home do not make the country doubtful', async () => {
    const fixed = Array.from({ length: 10 }, (_, no) => `A${no};030 123456${no}`).join('\n');
    const list = await read(`Name;Telefon\n${fixed}\nB;0152 54599371\nC;0152 28817386`, 'DE');
    expect([list.reading.questions, list.recipients.length, list.invalid.length]).toEqual([[], 2, 10]);
  });
});

test('takes time that grows with a line of dashes alone', async () => {
  const line = `2015550101 x${'-'.repeat(40_000)}x`;
  const startedAt = performance.now();
  await readRecipients(line, { country: 'US' });
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});
