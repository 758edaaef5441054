import { describe, expect, test } from 'vitest';
import { read, texted } from '../../support/list/read-text.ts';

describe('the column that the numbers come from', () => {
  test.each([
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
  ])('is found by what its title means: %s', async (_title, text, column, expected) => {
    const list = await read(text);
    expect([list.reading.numbersFrom, texted(list), list.reading.questions]).toEqual([column, expected, []]);
  });

  test.each([
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

  test('offers each column that holds numbers, with three of them', async () => {
    const rows = ['a', 'b', 'c', 'd'].map((name, no) => `${name},201555010${no},201555012${no}`).join('\n');
    const { sources } = (await read(`Name,Phone,Mobile\n${rows}`)).reading;
    expect(sources).toEqual([
      {
        id: 'title-phone',
        title: 'Phone',
        count: 4,
        samples: ['2015550100', '2015550101', '2015550102'],
        isUnfit: false,
        isChosen: false,
      },
      {
        id: 'title-mobile',
        title: 'Mobile',
        count: 4,
        samples: ['2015550120', '2015550121', '2015550122'],
        isUnfit: false,
        isChosen: true,
      },
    ]);
  });

  test.each([
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

  test.each([
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
  ])('may be one of two: %s', async (_title, text, numbers) => {
    expect((await read(text)).recipients.map(({ number }) => number)).toEqual(numbers);
  });
});
