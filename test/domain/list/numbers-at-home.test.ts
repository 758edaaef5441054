import { describe, expect, test } from 'vitest';
import { readRecipients } from '../../../src/domain/list/read-list.ts';
import { read, texted } from '../../support/list/read-text.ts';

describe('a number that is none at home', () => {
  test.each([
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
  ])('“%s” in %s is refused, because %s', async (cell, country, reason) => {
    const good = country === 'US' ? '2015550199' : country === 'DE' ? '015254599371' : '11987654321';
    const list = await read(
      `phone,name\n"${cell}",Ada\n${`${good},Bob\n`.repeat(1)}${good.slice(0, -1)}8,Cy\n${good.slice(0, -1)}7,Di`,
      country,
    );
    expect(list.invalid).toEqual([{ line: 2, value: expect.any(String), reason }]);
    expect(list.recipients).toHaveLength(3);
  });

  test.each([
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
  ])('is told from “%s” in %s, which is %s', async (cell, country, number) => {
    const list = await read(`phone,name\n"${cell.replaceAll('"', '""')}",Ada`, country);
    expect([list.recipients.map((one) => one.number), list.invalid]).toEqual([[number], []]);
  });

  test.each([
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

describe('a number that exists here and in the country of the others', () => {
  const listOf = (...numbers: string[]) => `phone,name\n${numbers.map((number, no) => `${number},P${no}`).join('\n')}`;
  const german = Array.from({ length: 6 }, (_, no) => `+49 1522 881738${no}`);
  const american = Array.from({ length: 6 }, (_, no) => `+1 201 555 010${no}`);
  const table = (country: string) =>
    ['phone,country,name', ...german.map((number, no) => `${number.replace('+49 ', '0')},${country},P${no}`)].join(
      '\n',
    );

  test.each<[string, string, string, string]>([
    ['German numbers with +49', 'US', 'DE', listOf(...german, '15123456789')],
    ['German numbers with 0049', 'US', 'DE', listOf(...german.map((one) => one.replace('+', '00')), '15123456789')],
    [
      'German ones, and one that is none anywhere',
      'US',
      'DE',
      listOf(...german, '15123456789', '15123', '1512345678901'),
    ],
    ['rows whose country is Germany', 'US', 'DE', `${table('Germany')}\n15123456789,,Ada`],
    ['Mexican numbers', 'US', 'MX', listOf('+52 55 1234 5678', '+52 55 1234 5679', '+52 55 1234 5680', '5512345681')],
    ['American numbers, read in Germany', 'DE', 'US', listOf(...american, '15123456789')],
    ['pasted German numbers', 'US', 'DE', [...german, '15123456789'].join('\n')],
  ])('is asked for among %s', async (_, home, other, text) => {
    const list = await read(text, home);
    expect(list.reading.questions).toEqual(['country']);
    expect(list.reading.otherCountries.map(({ country }) => country)).toContain(other);
    const answered = await read(text, home, { country: other });
    expect(answered.reading.questions).toEqual([]);
    expect(answered.reading.countries.map(({ country }) => country)).toEqual([other]);
  });

  test.each([
    ['as many of here', listOf(...german, ...american, '15123456789'), ['two_ways']],
    ['a few from abroad', listOf(...american, '+49 1522 8817386', '201-555-0150', '15123456789'), ['two_ways']],
    ['others that only exist here', listOf(...german, '2015550150', '2015550151', '15123456789'), ['two_ways']],
    ['nobody from abroad', listOf(...american, '15123456789'), []],
    ['others that exist only here', listOf(...german, '2015550150'), []],
  ])('is read as one of here, and said, among %s', async (_, text, kinds) => {
    const list = await read(text);
    expect(list.reading.questions).toEqual([]);
    expect(list.reading.notes.map(({ kind }) => kind)).toEqual(kinds);
  });

  test('is said however many came before it', async () => {
    const many = Array.from({ length: 300 }, (_, no) => `201-555-${1000 + no}`);
    const list = await read(listOf('+49 1522 8817386', ...many, '15123456789'));
    expect(list.reading.notes).toEqual([{ kind: 'two_ways', count: 1, first: { line: 303, value: '15123456789' } }]);
  });
});

test('asks for the country as well when nobody of a list is left here, and some are good elsewhere', async () => {
  const list = await read('phone\n(457) 555-0123\n(479) 123-4567\n2015550124.00\n(201) 555-0126\n20155501255', 'DE');
  expect(list.reading.questions).toEqual(['country']);
  expect(list.reading.otherCountries.map(({ country }) => country)).toContain('US');
});

test('texts one person once, whatever the spelling of the number', async () => {
  const list = await readRecipients('+52 55 1234 5678\n+52 1 55 1234 5678\n+1 201 555 0101\n201-555-0101', {
    country: 'US',
  });
  expect(list.recipients.map(({ number }) => number)).toEqual(['+525512345678', '+12015550101']);
  expect(list.duplicates.map(({ line }) => line)).toEqual([2, 4]);
});

test('of another country waits, in a long list too, for the author’s answer, every one of them', async () => {
  const rows = Array.from({ length: 12_000 }, (_, no) => `4915${228_817_386 + no},Ada ${no}`);
  const text = ['phone,name', ...rows, '+12015550123,Bob', '2015550124,Cy', ''].join('\n');
  const asked = await read(text);
  expect(asked.reading.questions).toEqual(['country']);
  expect(asked.waiting).toBe(12_001);
  expect(texted(asked)).toEqual(['0123 Bob']);
  const answered = await read(text, 'US', { country: 'DE' });
  expect(answered.waiting).toBe(0);
  expect(answered.recipients).toHaveLength(12_001);
});
