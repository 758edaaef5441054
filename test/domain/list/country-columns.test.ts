import { describe, expect, test } from 'vitest';
import { read } from '../../support/list/read-text.ts';

/** A number of Texas and of Germany; one of Germany alone. */
const [twoWays, german] = ['15123456789', '015228817386'];
const others = Array.from({ length: 5 }, (_, no) => `P${no},United States,201555010${no}`).join('\n');

const numbersOf = async (text: string) => (await read(text)).recipients.map(({ number }) => number as string);
const reasonsOf = async (text: string) => (await read(text)).invalid.map(({ reason }) => reason);

describe('the country that a row names', () => {
  test.each([
    ['though other rows have a dash there', `Name,Country,Mobile\nBob,-,2015550109\n${others}\nAda,Germany,${twoWays}`],
    [
      'though other rows have a number there',
      `Name,Country,Mobile\nBob,1,2015550109\n${others}\nAda,Germany,${twoWays}`,
    ],
    [
      'though nobody of the first hundred has one',
      `Name,Country,Mobile\n${Array.from({ length: 120 }, (_, no) => `P${no},,201555${1000 + no}`).join('\n')}\nAda,Germany,${twoWays}`,
    ],
    [
      'in two columns, which say the same',
      `Name,Country,Country Code,Mobile\nBob,United States,US,2015550109\nAda,Germany,DE,${twoWays}`,
    ],
    [
      'in two columns, one of which is empty',
      `Name,Country,Phone Country,Mobile\nBob,United States,,2015550109\nAda,,Germany,${twoWays}`,
    ],
    ['as a code', `Name,Country code,Mobile\nBob,+1,2015550109\nCy,-,2015550108\nAda,49,${twoWays}`],
  ])('counts %s', async (_title, text) => {
    const numbers = await numbersOf(text);
    expect(numbers).toContain('+4915123456789');
    expect(numbers).not.toContain('+15123456789');
  });

  test.each([
    [
      'names two, and the number is good in both',
      `Name,Country,Phone Country,Mobile\nBob,US,US,2015550109\nAda,US,Germany,${twoWays}`,
      'its row names several countries: “US” and “Germany”',
    ],
    [
      'names none that is known',
      `Name,Country,Mobile\n${others}\nAda,Atlantis,2015550109`,
      'the country “Atlantis” is not known',
    ],
    [
      'has a code that is none',
      `Name,Country code,Mobile\nBob,1,2015550109\nAda,999,${twoWays}`,
      'the country “999” is not known',
    ],
  ])('is refused when it %s', async (_title, text, reason) => {
    expect(await reasonsOf(text)).toEqual([reason]);
  });
});

describe('the country of an address', () => {
  const table = (title: string, number: string) =>
    `First Name,${title},Mobile\nBob,United States,2015550109\nAda,Germany,${number}`;
  const titles = ['Mailing Country', 'Billing Country', 'Default Address Country Code', 'Address 1 - Country'];

  test.each(titles)('leaves a number to nobody that is good there and at home: %s', async (title) => {
    expect(await numbersOf(table(title, twoWays))).toEqual(['+12015550109']);
    expect(await reasonsOf(table(title, twoWays))).toEqual([
      'it can be a number at home or abroad; write it with + and the country code',
    ]);
  });

  test('tells where a number is from that is none at home', async () => {
    expect(await numbersOf(table('Mailing Country', german))).toEqual(['+12015550109', '+4915228817386']);
  });

  test('leaves a number at home that is good only there', async () => {
    expect(await numbersOf(table('Mailing Country', '(201) 555-0108'))).toEqual(['+12015550109', '+12015550108']);
  });
});
