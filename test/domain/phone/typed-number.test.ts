import { describe, expect, it } from 'vitest';
import { PhoneNumber } from '../../../src/domain/ids.ts';
import { alsoWritten } from '../../../src/domain/phone/also-written.ts';
import { personKey } from '../../../src/domain/phone/person.ts';
import { typedNumber } from '../../../src/domain/phone/typed-number.ts';

/** Home, what was typed, what it is. */
const understood: [string, string, string][] = [
  ['US', '+1 201 555 0123', '+12015550123'],
  ['US', '2015550123', '+12015550123'],
  ['US', '1-201-555-0123', '+12015550123'],
  ['US', '(201) 555-0123', '+12015550123'],
  ['US', '201.555.0123', '+12015550123'],
  ['US', '<tel:+12015550123|+1 201 555 0123>', '+12015550123'],
  ['US', 'tel:+1-201-555-0123', '+12015550123'],
  ['US', '“+1 201 555 0123”', '+12015550123'],
  ['US', '+1 201\u2011555\u20110123', '+12015550123'],
  ['US', '\u202a+1 (201) 555-0123\u202c', '+12015550123'],
  ['US', '+١٢٠١٥٥٥٠١٢٣', '+12015550123'],
  ['IN', '+९१ ९८७६५ ४३२१०', '+919876543210'],
  ['US', '+1 201 555 0123 ext. 5', '+12015550123'],
  ['US', '+1 201 555 0123 x5', '+12015550123'],
  // Landlines, which no list may have.
  ['DE', '030 901820', '+4930901820'],
  ['GB', '020 7946 0958', '+442079460958'],
  ['US', '+49 30 901820', '+4930901820'],
  ['IT', '06 698 83712', '+390669883712'],
  // With the country code, however it is written.
  ['US', '00 44 7400 123456', '+447400123456'],
  ['US', '011 44 7400 123456', '+447400123456'],
  ['GB', '0044 7400 123456', '+447400123456'],
  ['US', '+44 (0)7400 123456', '+447400123456'],
  ['US', '447400123456', '+447400123456'],
  ['DE', '4915228817386', '+4915228817386'],
  // What lists and networks write, in this year and in former ones.
  ['US', '5215512345678', '+525512345678'],
  ['US', '+52 1 55 1234 5678', '+525512345678'],
  ['MX', '044 55 1234 5678', '+525512345678'],
  ['MX', '55 1234 5678', '+525512345678'],
  ['BR', '(11) 98765-4321', '+5511987654321'],
  ['BR', '(11) 8765-4321', '+5511987654321'],
  ['US', '+55 11 8765 4321', '+5511987654321'],
  ['AR', '011 15 2345-6789', '+5491123456789'],
  ['AR', '11 2345-6789', '+541123456789'],
  ['BJ', '97 12 34 56', '+2290197123456'],
  // Unknown to any table.
  ['US', '+49 1999 3456789', '+4919993456789'],
  ['GB', '07700 900123', '+447700900123'],
  ['US', '223 055 0123', '+12230550123'],
  ['US', '+999 123 456 789', '+999123456789'],
];

const none: [string, string][] = [
  ['US', ''],
  ['US', 'hello'],
  ['US', '12345'],
  ['US', '555-0123'],
  ['US', '+1 800 FLOWERS'],
  ['US', '+12015550123, +12015550124'],
  ['US', '+1 201 555 0123 and +1 201 555 0124'],
  ['US', '12015550123 12015550124'],
  ['US', '@ada'],
  ['US', '+0 201 555 0123'],
  ['US', '+'],
  ['DE', '123456789012345678901234'],
];

describe('a number that somebody typed', () => {
  it.each(understood)('is understood as it would be dialled (%s): %s', (home, typed, number) => {
    expect(typedNumber(typed, home)).toEqual({ kind: 'number', number });
  });

  it.each(none)('is none (%s): %s', (home, typed) => {
    expect(typedNumber(typed, home)).toEqual({ kind: 'none' });
  });

  it.each([
    ['US', '4792234567', '+14792234567', '+4792234567'],
    // An area code that may be too new for the tables.
    ['US', '4572234567', '+14572234567', '+4572234567'],
    ['DE', '17624567890', '+4917624567890', '+17624567890'],
  ])('is not guessed when it can be read in two ways (%s): %s', (home, typed, ...readings) => {
    expect(typedNumber(typed, home)).toEqual({ kind: 'unclear', readings });
  });

  it('is never an error, whatever was typed', () => {
    for (const strange of [
      '\0',
      '<tel:',
      '<tel:|>',
      '((((',
      '\u{1d7ce}'.repeat(12),
      '1'.repeat(100_000),
      ' '.repeat(1e6),
    ]) {
      expect(typedNumber(strange, 'US').kind).toMatch(/^(none|number|unclear)$/);
    }
  });
});

describe('the other common spelling', () => {
  it.each([
    ['+525512345678', '+5215512345678'],
    ['+5491123456789', '+541123456789'],
    ['+5511987654321', '+551187654321'],
    ['+2290197123456', '+22997123456'],
    ['+970591234567', '+972591234567'],
  ])('of %s is %s, and the other way round: one person', (one, other) => {
    const [first, second] = [PhoneNumber.parse(one), PhoneNumber.parse(other)];
    expect(alsoWritten(first)).toBe(second);
    expect(alsoWritten(second)).toBe(first);
    expect(personKey(first)).toBe(personKey(second));
  });

  it.each(['+12015550123', '+551132654321', '+447400123456'])('of %s there is none', (number) => {
    expect(alsoWritten(PhoneNumber.parse(number))).toBeUndefined();
  });
});
