import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, test } from 'vitest';
import { segments } from '../../../playground/vonage/segments.ts';

describe('segments', () => {
  test.each([
    ['160 plain characters', 'x'.repeat(160), 1],
    ['161 plain characters', 'x'.repeat(161), 2],
    ['a euro sign as the 160th', `${'x'.repeat(159)}€`, 2],
    ['70 characters with one outside GSM-7', `${'x'.repeat(69)}ç`, 1],
    ['71 characters with one outside GSM-7', `${'x'.repeat(70)}ç`, 2],
    ['an emoji that would straddle the boundary', `${'ç'.repeat(66)}😀${'ç'.repeat(66)}`, 3],
  ])('counts %s', (_, text, count) => {
    expect(segments(text)).toBe(count);
  });

  test('agrees with a second implementation', () => {
    const character = fc.constantFrom('a', '€', '[', 'é', 'ç', '😀', '’', ' ', '\n');
    fc.assert(
      fc.property(fc.array(character, { minLength: 1, maxLength: 400 }), (characters) => {
        const text = characters.join('');
        expect(segments(text)).toBe(new SegmentedMessage(text).segmentsCount);
      }),
    );
  });

  test('follows a forced encoding', () => {
    expect(segments('x'.repeat(71), 'unicode')).toBe(2);
    expect(segments('ç'.repeat(71), 'text')).toBe(1);
  });
});
