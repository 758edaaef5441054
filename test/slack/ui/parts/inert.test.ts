import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskDigits } from '../../../../src/domain/phone/phone-number.ts';
import { cut, escapeText, inert, oneLine } from '../../../../src/slack/ui/parts/inert.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 200 });

test.each([
  ['right-to-left override \u202Etxt.exe', 'right-to-left override txt.exe'],
  ['bell\u0007 and null\u0000', 'bell and null'],
  ['two\r\nlines\tand a tab', 'two\nlines\tand a tab'],
  ['a family 👨‍👩‍👧 and עברית', 'a family 👨‍👩‍👧 and עברית'],
])('shows %j as %j', (text, expected) => {
  expect(inert(text)).toBe(expected);
});

test.each([
  ['<!channel> & <@U1>', '&lt;!channel&gt; &amp; &lt;@U1&gt;'],
  ['https://bank.example/login', 'https[:]//bank[.]example/login'],
  ['It costs 9.60 EUR. Really', 'It costs 9.60 EUR. Really'],
])('writes %j for notifications as %j', (text, expected) => {
  expect(escapeText(text)).toBe(expected);
});

test.each([
  ['+1 (201) 555-0123', '+• (•••) •••-0123'],
  ['1234', '1234'],
  ['not a number', 'not a number'],
])('hides the digits of %j', (text, expected) => {
  expect(maskDigits(text)).toBe(expected);
});

test('puts a name on one line', () => {
  expect(oneLine(' Ada\n\tLovelace ')).toBe('Ada Lovelace');
});

describe('a text that is cut', () => {
  test('says so, and is never longer than allowed', () => {
    expect(cut('Will you come?', 9)).toBe('Will you…');
    fc.assert(fc.property(anyText, fc.integer({ min: 1, max: 50 }), (text, most) => cut(text, most).length <= most));
  });

  test('never ends within a character', () => {
    const whole = fc.string({ unit: 'grapheme', maxLength: 100 });
    fc.assert(fc.property(whole, fc.integer({ min: 1, max: 50 }), (text, most) => cut(text, most).isWellFormed()));
  });
});

test('escaped text has nothing that Slack reads as markup', () => {
  fc.assert(fc.property(anyText, (text) => !/[<>]|:\/\/|&(?!amp;|lt;|gt;)/.test(escapeText(text))));
});
