import { describe, expect, it } from 'vitest';
import { type ReadList, readRecipients } from '../../../src/domain/list/read-list.ts';
import type { ListChoices } from '../../../src/domain/list/reading.ts';

/** People of whom the tests tell: a row's texted number by its last four digits, and its first value. */
function texted(list: ReadList): string[] {
  return list.recipients.map(({ number, values }) =>
    [number.slice(-4), values.find((value) => value !== '')].filter(Boolean).join(' '),
  );
}

function read(text: string, country = 'US', choices: ListChoices = {}): Promise<ReadList> {
  return readRecipients(
    (async function* () {
      yield new TextEncoder().encode(text);
    })(),
    { country, choices },
  );
}

describe('the column that the numbers come from', () => {
  it.each([
    [
      'mobile before phone, though it is emptier',
      'Name,Phone,Mobile\nAda,2015550101,2015550121\nBob,2015550102,',
      'Mobile',
      ['0121 Ada'],
    ],
    ['cell before telephone', 'Telephone,Cell #,Name\n2015550101,2015550121,Ada', 'Cell #', ['0121 2015550101']],
    [
      'a blank cell is never filled from the emergency contact',
      'Name,Phone,Emergency contact\nAda,,2015550191\nBob,2015550102,2015550192',
      'Phone',
      ['0102 Bob'],
    ],
    [
      'home and work are no mobiles',
      'Name,Home Phone,Work Phone,Mobile\nAda,2015550111,2015550112,2015550121',
      'Mobile',
      ['0121 Ada'],
    ],
    ['German', 'Name;Telefon;Handynr.\nAda;2015550101;2015550121', 'Handynr.', ['0121 Ada']],
    ['French', 'Nom;Téléphone fixe;Portable\nAda;2015550101;2015550121', 'Portable', ['0121 Ada']],
    ['Spanish', 'Nombre,Teléfono,Móvil\nAda,2015550101,2015550121', 'Móvil', ['0121 Ada']],
    ['Portuguese', 'Nome,Telefone,Celular\nAda,2015550101,2015550121', 'Celular', ['0121 Ada']],
    ['Italian', 'Nome,Telefono,Cellulare\nAda,2015550101,2015550121', 'Cellulare', ['0121 Ada']],
    ['Dutch', 'Naam,Telefoon,Mobiel\nAda,2015550101,2015550121', 'Mobiel', ['0121 Ada']],
    ['Polish', 'Imię,Telefon,Tel. komórkowy\nAda,2015550101,2015550121', 'Tel. komórkowy', ['0121 Ada']],
    ['Russian', 'Имя,Телефон,Мобильный\nAda,2015550101,2015550121', 'Мобильный', ['0121 Ada']],
    ['Japanese', '名前,電話番号,携帯電話\nAda,2015550101,2015550121', '携帯電話', ['0121 Ada']],
    ['in one word', 'firstName,mobilePhone,homePhone\nAda,2015550121,2015550111', 'mobilePhone', ['0121 Ada']],
    ['parents of pupils', 'Pupil,Parent phone,Phone\nAda,2015550191,2015550101', 'Phone', ['0101 Ada']],
    ['next of kin', 'Name,Next of kin,Contact number\nAda,2015550191,2015550101', 'Contact number', ['0101 Ada']],
    [
      'customer numbers that look like phones',
      'Customer No,Name,Tel\n2015550191,Ada,2015550101',
      'Tel',
      ['0101 2015550191'],
    ],
    ['a fax', 'Name,Fax,Phone\nAda,2015550191,2015550101', 'Phone', ['0101 Ada']],
    [
      'an account number before a nameless column',
      'Account,Name,Reach\n2015550191,Ada,2015550101',
      'Reach',
      ['0101 2015550191'],
    ],
    ['the first of numbered phones', 'Name,Phone 1,Phone 2\nAda,2015550101,2015550102', 'Phone 1', ['0101 Ada']],
    [
      'a mobile column that fills late',
      `Name,Phone,Mobile\n${'Ada,2015550101,\n'.repeat(150)}Bob,2015550102,2015550122`,
      'Mobile',
      ['0122 Bob'],
    ],
  ])('%s', async (_title, text, column, expected) => {
    const list = await read(text);
    expect([list.reading.numbersFrom, texted(list), list.reading.questions]).toEqual([column, expected, []]);
  });

  it.each([
    ['two that say the same', 'Name,Phone,Telephone\nAda,2015550101,2015550102'],
    ['a mobile and an iPhone', 'Name,Mobile,iPhone\nAda,,2015550121\nBob,2015550122,'],
    ['twice the same title', 'Name,Mobile,Mobile\nAda,2015550101,2015550102'],
    ['only somebody else’s', 'Name,Emergency phone\nAda,2015550101'],
    ['only a fax', 'Name,Fax\nAda,2015550101'],
    ['only home and work', 'Name,Home phone,Work phone\nAda,2015550101,2015550102'],
    ['only parents', 'Pupil,Parent 1 cell,Parent 2 cell\nAda,2015550101,2015550102'],
    ['columns without titles', 'Ada,2015550101,2015550111\nBob,2015550102,2015550112'],
    ['only a customer number', 'Name,Customer number\nAda,2015550101'],
  ])('is asked, and nobody is texted meanwhile: %s', async (_title, text) => {
    const list = await read(text);
    expect(list.reading.questions).toEqual(['numbersFrom']);
    expect([list.recipients, list.waiting]).toEqual([[], list.rows]);
    const [first] = list.reading.sources;
    const answered = await read(text, 'US', { numbersFrom: first?.id ?? '' });
    expect(answered.reading.questions).toEqual([]);
    expect(answered.recipients.length).toBeGreaterThan(0);
    expect(answered.waiting).toBe(0);
  });

  it('offers each column that holds numbers, with three of them', async () => {
    const rows = ['a', 'b', 'c', 'd'].map((name, no) => `${name},201555010${no},201555012${no}`).join('\n');
    const { sources } = (await read(`Name,Phone,Mobile\n${rows}`)).reading;
    expect(sources).toEqual([
      {
        id: 'column-1',
        title: 'Phone',
        count: 4,
        samples: ['2015550100', '2015550101', '2015550102'],
        isUnfit: false,
        isChosen: false,
      },
      {
        id: 'column-2',
        title: 'Mobile',
        count: 4,
        samples: ['2015550120', '2015550121', '2015550122'],
        isUnfit: false,
        isChosen: true,
      },
    ]);
  });

  it.each([
    ['Type', 'Phone Type,Phone\nHome,2015550111\nMobile,2015550121\n,2015550131', ['0121', '0131']],
    ['Typ', 'Telefon Typ;Telefon\nPrivat;2015550111\nMobil;2015550121', ['0111', '0121']],
    [
      'two pairs',
      'Name,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value\nAda,Work,2015550111,Mobile,2015550121\nBob,Home,2015550112,Work,2015550113',
      ['0121 Ada'],
    ],
  ])('differs from row to row by its kind: %s', async (_title, text, expected) => {
    expect(texted(await read(text))).toEqual(expected);
  });

  it.each([
    [
      'calling code and number',
      'Country Code,Phone,Name\n49,015254599371,Ada\n+1,2015550101,Bob\n0044,07400 123456,Cy',
      ['+4915254599371', '+12015550101', '+447400123456'],
    ],
    [
      'a number that has its code too',
      'Dialing code,Mobile\n49,4915228817386\n1,12015550101',
      ['+4915228817386', '+12015550101'],
    ],
    [
      'area code and number',
      'Area code,Phone,Name\n201,555-0101,Ada\n(212),5550102,Bob',
      ['+12015550101', '+12125550102'],
    ],
    [
      'the row’s country',
      'Name,Country,Mobile\nAda,Germany,0152 54599371\nBob,USA,201-555-0101\nCy,GB,07400 123456',
      ['+4915254599371', '+12015550101', '+447400123456'],
    ],
    [
      'the row’s country in its language',
      'Name;Land;Handy\nAda;Österreich;0664 1234567\nBob;Deutschland;0152 54599371',
      ['+436641234567', '+4915254599371'],
    ],
  ])('stands beside its %s', async (_title, text, numbers) => {
    expect((await read(text)).recipients.map(({ number }) => number)).toEqual(numbers);
  });
});

describe('a number that is none at home', () => {
  it.each([
    ['(457) 555-0123', 'US', 'the area code is not in our tables; if it is new, write +1 before it'],
    ['(479) 123-4567', 'US', 'no such number exists'],
    ['20155501255', 'US', 'the number is too long'],
    ['416-555-0123', 'US', 'it is a number of another country; write it with + and the country code'],
    ['011 44 7400 123456', 'US', 'it begins like a call abroad; write + and the country code instead'],
    ['004575550123', 'US', 'it can be a number at home or abroad; write it with + and the country code'],
    ['447400123456', 'US', 'the number is too long'],
    ['+2015550101', 'US', 'the country code is missing after the +'],
    ['28.11.2026', 'US', 'this is not a phone number'],
    ['11 8765 4321', 'BR', 'a mobile number in Brazil needs a 9 after the area code'],
    ['201-555-0123 x45', 'US', 'it has an extension, so it is a desk phone that cannot get texts'],
    ['1.20156E+10', 'US', 'a spreadsheet rounded it; format the column as text and export it again'],
    ['4,91523E+12', 'DE', 'a spreadsheet rounded it; format the column as text and export it again'],
    ['201-555-0101, 201-555-0102', 'US', 'the cell has several numbers; keep the one to text'],
    ['201 555 0101 201 555 0102', 'US', 'the cell has several numbers; keep the one to text'],
    ['old: 201-555-0101', 'US', 'there is text beside the number: “old”'],
    ['201-555-0101 (do not text)', 'US', 'there is text beside the number: “do not text”'],
    ['work 201-555-0101', 'US', 'there is text beside the number: “work”'],
    ['#N/A', 'US', 'there is no phone number'],
  ])('%s in %s: %s', async (cell, country, reason) => {
    const good = country === 'US' ? '2015550199' : country === 'DE' ? '015254599371' : '11987654321';
    const list = await read(
      `phone,name\n"${cell}",Ada\n${`${good},Bob\n`.repeat(1)}${good.slice(0, -1)}8,Cy\n${good.slice(0, -1)}7,Di`,
      country,
    );
    expect(list.invalid).toEqual([{ line: 2, value: expect.any(String), reason }]);
    expect(list.recipients).toHaveLength(3);
  });

  it.each([
    ['Cell: 201-555-0101', 'US', '+12015550101'],
    ['(201) 555-0101 (m)', 'US', '+12015550101'],
    ['01 55 1234 5678', 'MX', '+525512345678'],
    ['Cel: 044 55 1234 5678', 'MX', '+525512345678'],
    ['045-55-1234-5678 (cel)', 'MX', '+525512345678'],
    ['H 201-555-0111 / M 201-555-0101', 'US', '+12015550101'],
    ['☎ 201.555.0101', 'US', '+12015550101'],
    ['2,015,550,101', 'US', '+12015550101'],
    ['2015550101.00', 'US', '+12015550101'],
    ['1.2015550101E+10', 'US', '+12015550101'],
    ['="2015550101"', 'US', '+12015550101'],
    ['২০১৫৫৫০১০১', 'US', '+12015550101'],
    ['２０１ー５５５ー０１０１', 'US', '+12015550101'],
    ['+1‑201‑555‑0101', 'DE', '+12015550101'],
    ['49 1522 8895456', 'DE', '+4915228895456'],
    ['+52 1 55 1234 5678', 'US', '+525512345678'],
    ['+1 457 555 0123', 'US', '+14575550123'],
    ['0039 333 1234567', 'US', '+393331234567'],
  ])('but %s in %s is %s', async (cell, country, number) => {
    const list = await read(`phone,name\n"${cell.replaceAll('"', '""')}",Ada`, country);
    expect([list.recipients.map((one) => one.number), list.invalid]).toEqual([[number], []]);
  });

  it.each([
    ['Germany', 'DE', ['015254599371', '0152 28817386', '0160 5550123', '0171 5550124']],
    ['Great Britain', 'GB', ['07400 123456', '07400123457', '07400 123458']],
    ['India', 'IN', ['98765 43210', '9876543211', '91234 56789', '70123 45678', '88888 12345']],
    ['France', 'FR', ['06 12 34 56 78', '0612345679', '07 45 12 34 56']],
    ['Australia', 'AU', ['0412 345 678', '0412345679', '0412 345 680']],
  ])('asks for the country when most are none here: %s', async (_name, country, numbers) => {
    const list = await read(`phone,name\n${numbers.map((number, no) => `${number},P${no}`).join('\n')}`);
    expect(list.reading.questions).toEqual(['country']);
    expect(list.recipients).toEqual([]);
    expect(list.waiting).toBe(numbers.length);
    expect(list.reading.otherCountries.map((other) => other.country)).toContain(country);
    const answered = await read(`phone,name\n${numbers.map((number, no) => `${number},P${no}`).join('\n')}`, 'US', {
      country,
    });
    expect(answered.recipients).toHaveLength(numbers.length);
    expect(answered.reading.countries).toEqual([{ country, count: numbers.length }]);
  });
});

it('asks for the country as well when nobody of a list is left here, and some are good elsewhere', async () => {
  const list = await read('phone\n(457) 555-0123\n(479) 123-4567\n2015550124.00\n(201) 555-0126\n20155501255', 'DE');
  expect(list.reading.questions).toEqual(['country']);
  expect(list.reading.otherCountries.map(({ country }) => country)).toContain('US');
});

describe('pasted text', () => {
  const pasted = (text: string) => readRecipients(text, { country: 'US' });
  it.each([
    ['a word among the numbers', '2015550101, 2015550102, 2015550103 and 2015550104', ['0101', '0102', '0103', '0104']],
    ['another language', '2015550101; 2015550102 und 2015550103', ['0101', '0102', '0103']],
    ['a name among the numbers', '2015550101, 2015550102, Ada, 2015550104', ['0101', '0102', '0104']],
    [
      'mail addresses on one line',
      'Ada Roe <2015550101>, "Bob Roe" <2015550102>; Cy <2015550103>',
      ['0101 Ada Roe', '0102 Bob Roe', '0103 Cy'],
    ],
    ['names before numbers on one line', 'Ada 2015550101 Bob 2015550102', ['0101 Ada', '0102 Bob']],
    ['names and numbers between commas', 'Ada, 2015550101, Bob, 2015550102', ['0101 Ada', '0102 Bob']],
    ['a sentence', 'Please text 201-555-0101 and 201-555-0102 about Friday at 5.', ['0101', '0102']],
    ['two numbers with parentheses and only a space between', '(201) 555-0101 (201) 555-0102', ['0101', '0102']],
    ['bullets', '• 201-555-0101\n• 201-555-0102', ['0101', '0102']],
    ['a numbered list', '1. Ada 2015550101\n2. Bob 2015550102', ['0101 Ada', '0102 Bob']],
    ['marks of direction and hard spaces', '\u202a+1\u00a0(201)\u00a0555\u20110101\u202c', ['0101']],
  ])('%s', async (_title, text, expected) => {
    const list = await pasted(text);
    expect([texted(list), list.invalid]).toEqual([expected, []]);
  });

  it('under group head lines gives the people, and names the lines without a number', async () => {
    const list = await pasted('Team A:\n2015550101\n2015550102\n\nTeam B\n2015550103');
    expect(texted(list)).toEqual(['0101', '0102', '0103']);
    expect(list.invalid.map(({ line, value }) => `${line} ${value}`)).toEqual(['1 Team A:', '5 Team B']);
  });

  it('names every number-like piece that is no number', async () => {
    const list = await pasted('2015550101, 28.11.2026, 201555, 2015550102');
    expect(texted(list)).toEqual(['0101', '0102']);
    expect(list.invalid.map(({ value }) => value)).toEqual(['28.11.2026', '201555']);
  });

  it('takes an export of a chat as people and dates', async () => {
    const list = await pasted(
      '[28/11/2026, 10:22] Ada: call me on 201-555-0101\n[28/11/2026, 10:23] Bob: mine is 201 555 0102',
    );
    expect(texted(list)).toEqual(['0101', '0102']);
    expect(list.invalid.map(({ value }) => value)).toEqual(['28/11/2026', '28/11/2026']);
  });

  it('leaves out what a signature calls a fax or a home number', async () => {
    const list = await pasted('Tel: 201-555-0101\nFax: 201-555-0102\nHome: 201-555-0103');
    expect(texted(list)).toEqual(['0101']);
    expect(list.invalid.map(({ reason }) => reason)).toEqual(['it is marked as “Fax:”', 'it is marked as “Home:”']);
  });

  it('texts nobody whom the words beside the number may leave out, and says what it took out of sentences', async () => {
    const list = await pasted('Please text 201-555-0101 about Friday, but not Cy (201-555-0133)');
    expect(texted(list)).toEqual(['0101']);
    expect(list.invalid[0]?.reason).toBe('the words beside it may say not to: “but not Cy”');
    expect(list.reading.notes).toContainEqual(expect.objectContaining({ kind: 'from_sentences', count: 1 }));
  });

  it('says so when it is not clear whose number it is', async () => {
    const list = await pasted('Ada 2015550101 or 2015550102');
    expect(list.recipients).toEqual([]);
    expect(list.invalid[0]?.reason).toBe('there are several numbers beside a name; give each a line');
  });
});

describe('the text of a file', () => {
  it.each([
    ['a title above the header', 'Volunteers of spring\n\nName,Mobile\nAda,2015550101', ['0101 Ada']],
    ['a title of several lines', 'Report\nPrinted 2026-11-28\nName,Mobile\nAda,2015550101', ['0101 Ada']],
    ['a title padded with commas', 'Report,,\n,,\nName,Mobile,City\nAda,2015550101,X', ['0101 Ada']],
    ['formula cells', '="phone",="name"\n="2015550101",="Roe, Ada"', ['0101 Roe, Ada']],
    ['a space after the comma', 'phone, name\n2015550101, "Roe, Ada"', ['0101 Roe, Ada']],
    [
      'bare quotes between tabs',
      'phone\tname\n2015550101\t"Ace" Roe\n2015550102\tJo 6" tall\n2015550103\t"Big Jo',
      ['0101 "Ace" Roe', '0102 Jo 6" tall', '0103 "Big Jo'],
    ],
    ['bare quotes between commas', 'phone,name\n2015550101,Ada "Ace" Roe', ['0101 Ada "Ace" Roe']],
  ])('%s', async (_title, text, expected) => {
    const list = await read(text);
    expect([texted(list), list.invalid]).toEqual([expected, []]);
  });

  it('takes lines that are the file’s, also below titles and in cells of several lines', async () => {
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

  it.each([
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

  it('with one bad byte keeps all other lines, and names the one', async () => {
    const rows = Array.from({ length: 400 }, (_, no) => `20155${String(10000 + no)},Zoë`).join('\n');
    const list = await readBytes(bytes(`phone,name\n${rows}\n2125550101,Ren`, [0xe9], '\n2125550102,Łukasz'), 'US');
    expect(list.recipients).toHaveLength(402);
    expect(list.recipients.at(-1)?.values[0]).toBe('Łukasz');
    expect(list.reading.encoding).toBe(null);
    expect(list.reading.notes[0]).toMatchObject({ kind: 'encoding', count: 1, first: { line: 402 } });
  });
});

describe('what a value means', () => {
  it.each([
    'NULL',
    'null',
    '#N/A',
    'n/a',
    'undefined',
    '-',
    '--',
    '—',
    '(blank)',
    '#REF!',
    'None',
    'unknown',
    'NaN',
    '?',
  ])('%s is no name', async (value) => {
    const list = await read(`phone,first_name\n2015550101,${value}\n2015550102,Ada`);
    expect(list.recipients.map(({ values }) => values[0])).toEqual(['', 'Ada']);
    expect(list.reading.notes).toEqual([{ kind: 'no_value', count: 1, first: { line: 2, value } }]);
  });

  it.each(['Nan', 'Na', 'Nil', 'Null-Meyer', 'Noname Jr', 'Zoë', 'O', "N'Diaye"])('%s is a name', async (value) => {
    expect((await read(`phone,first_name\n2015550101,${value}`)).recipients[0]?.values[0]).toBe(value);
  });

  it('“none” says something where no name is expected', async () => {
    expect((await read('phone,allergies\n2015550101,none')).recipients[0]?.values[0]).toBe('none');
  });

  it.each([
    ['Unsubscribed', 'yes', 'no'],
    ['Unsubscribed from all SMS', 'true', 'false'],
    ['Opted out', '2025-01-03', ''],
    ['Do not text', 'x', ''],
    ['SMS opt-in', 'No', 'Yes'],
    ['Consent', 'no', 'yes'],
    ['Marketing consent', 'false', 'true'],
    ['Subscription status', 'unsubscribed', 'subscribed'],
    ['DNC', '1', '0'],
    ['SMS-Einwilligung', 'nein', 'ja'],
    ['Abgemeldet', 'ja', 'nein'],
    ['Désabonné', 'oui', 'non'],
    ['Baja', 'sí', 'no'],
    ['Do Not Contact', 'TRUE', 'FALSE'],
    ['Darf per SMS kontaktiert werden', 'nein', 'ja'],
    ['Mag sms ontvangen', 'nee', 'ja'],
    ['Zgoda na SMS', 'nie', 'tak'],
    ['Samtycke', 'nej', 'ja'],
    ['受信同意', 'いいえ', 'はい'],
    ['수신거부', 'Y', 'N'],
    ['Notes', 'do not text', 'likes cats'],
    ['Remarks', 'Deceased', ''],
  ])('“%s” = %s leaves the person out', async (title, out, inside) => {
    const text = `phone,first_name,${title}\n2015550101,Ada,${out}\n2015550102,Bob,${inside}`;
    const list = await read(text);
    expect([texted(list), list.marked.map(({ line }) => line)]).toEqual([['0102 Bob'], [2]]);
    expect(list.reading.marked).toMatchObject({ titles: [title], count: 1, isTexted: false });
    const chosen = await read(text, 'US', { textMarked: true });
    expect([chosen.recipients.length, chosen.marked, chosen.reading.marked?.isTexted]).toEqual([2, [], true]);
  });

  it.each(['Photo consent', 'Bus stop', 'State', 'Block', 'Unsubscribe reason', 'Consent date'])(
    '“%s” says nothing about texts',
    async (title) => {
      const list = await read(`phone,first_name,${title}\n2015550101,Ada,no\n2015550102,Bob,x`);
      expect(list.recipients).toHaveLength(2);
    },
  );

  it('leaves out a person whom any of several rows marks, however the number is written', async () => {
    const list = await read(
      'phone,first_name,Opted out\n+525512345678,Ana,\n+52 1 55 1234 5678,Ana,yes\n2015550101,Ed,',
    );
    expect(texted(list)).toEqual(['0101 Ed']);
    expect([list.marked.length, list.duplicates.length]).toEqual([1, 1]);
  });
});

it('texts one person once, whatever the spelling of the number', async () => {
  const list = await readRecipients('+52 55 1234 5678\n+52 1 55 1234 5678\n+1 201 555 0101\n201-555-0101', {
    country: 'US',
  });
  expect(list.recipients.map(({ number }) => number)).toEqual(['+525512345678', '+12015550101']);
  expect(list.duplicates.map(({ line }) => line)).toEqual([2, 4]);
});

describe('what looks like a number of somebody and is none', () => {
  const pasted = (text: string, country = 'US') => readRecipients(text, { country });

  it.each([
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

  it.each([
    ['No text 2015550162', 'there is text beside the number: “No text”'],
    ['no sms 2015550162', 'there is text beside the number: “no sms”'],
  ])('“%s” in a cell is refused', async (cell, reason) => {
    expect((await read(`phone,name\n${cell},Ada\n2015550101,Bob`)).invalid[0]?.reason).toBe(reason);
  });

  it('a column called Code leaves numbers at home', async () => {
    const list = await read('Code,Name,Phone\n44,Ada,740-212-3456');
    expect(list.recipients.map(({ number }) => number)).toEqual(['+17402123456']);
  });

  it.each([
    'Name,Phone,Grandma cell\nAda,2015550101,2015550191',
    'Name,Phone,Driver mobile\nAda,2015550101,2015550191',
    'Aluno,Telefone,Celular do responsável\nAna,2015550101,2015550191',
    'Nome,Telefono,Cellulare genitore\nAna,2015550101,2015550191',
    '生徒,電話番号,保護者携帯\nAna,2015550101,2015550191',
  ])('somebody else’s mobile beside a phone is asked about: %s', async (text) => {
    expect((await read(text)).reading.questions).toEqual(['numbersFrom']);
  });

  it('a kind that nobody knows is not a mobile', async () => {
    const list = await read('Name,Phone 1 - Type,Phone 1 - Value\nBob,Grandma,201-555-0191\nAda,Mobile,201-555-0101');
    expect(texted(list)).toEqual(['0101 Ada']);
  });

  it.each([
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

  it('people in one cell because of a quotation mark that nothing closes are not lost', async () => {
    const rows = Array.from({ length: 20 }, (_, no) => `20155501${10 + no},Bob${no}\n`).join('');
    await expect(read(`phone,name\n2015550101,"Big Jo\n${rows}2015550199,"Al"\n`)).rejects.toThrow('Line 2: ');
  });

  it('a second header that names other columns is refused with its line', async () => {
    const two = 'Name,Mobile,Emergency\nAda,2015550101,2015550191\nName,Emergency,Mobile\nBob,2015550192,2015550102';
    await expect(read(two)).rejects.toThrow('Line 3 names the columns again, and others than line 1.');
  });

  it('a greeting with a comma is no header', async () => {
    const list = await pasted(
      'Hi team, please text the following people:\n\nAda: 201-555-0101\nBob: 201-555-0102\n\nThanks,\nDi',
    );
    expect(texted(list)).toEqual(['0101 Ada', '0102 Bob']);
  });

  it('landlines of home do not make the country doubtful', async () => {
    const fixed = Array.from({ length: 10 }, (_, no) => `A${no};030 123456${no}`).join('\n');
    const list = await read(`Name;Telefon\n${fixed}\nB;0152 54599371\nC;0152 28817386`, 'DE');
    expect([list.reading.questions, list.recipients.length, list.invalid.length]).toEqual([[], 2, 10]);
  });
});

describe('the first line', () => {
  it.each(['Ada,Roe,n/a\nBob,Roe,2015550102\nCy,Poe,2015550103', 'Mae,Roe,\nBob,Roe,2015550102\nCy,Poe,2015550103'])(
    'of a list without a header is a person, though without a number: %s',
    async (text) => {
      const list = await read(text);
      expect([list.recipients.length, list.invalid.map(({ line }) => line)]).toEqual([2, [1]]);
    },
  );

  it('is said to be the header when no word of it says so', async () => {
    const { reading } = await read('Who,Where\nAda,2015550101');
    expect(reading.notes).toContainEqual({
      kind: 'header_guess',
      count: 1,
      first: { line: 1, value: 'Who, Where' },
    });
  });

  it('names a column of numbers that begin far below', async () => {
    const list = await read(`Name,Phone\n${'Ada,\n'.repeat(120)}Bob,2015550102`);
    expect([texted(list), list.invalid.length]).toEqual([['0102 Bob'], 120]);
  });
});

it('takes time that grows with a line of dashes alone', async () => {
  const line = `2015550101 x${'-'.repeat(40_000)}x`;
  const startedAt = performance.now();
  await readRecipients(line, { country: 'US' });
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});
