import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/domain/plain-text.ts';

describe('a text without what does not show', () => {
  test.each([
    ['Persian with non-joiners', 'علی‌رضا', 'علی‌رضا'],
    ['a Persian verb', 'می‌خواهم', 'می‌خواهم'],
    ['Hindi with a joiner', 'क्‍ष', 'क्‍ष'],
    ['Malayalam with a joiner at the end', 'അവന്‍', 'അവന്‍'],
    ['Sinhala', 'ශ්‍රී', 'ශ්‍රී'],
    ['a family', 'Hi 👨‍👩‍👧‍👦!', 'Hi 👨‍👩‍👧‍👦!'],
    ['a person of a colour with a job', '👩🏽‍💻', '👩🏽‍💻'],
    ['a heart on fire', '❤️‍🔥', '❤️‍🔥'],
    ['the flag of Scotland', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
    ['the flag of a country', '🇩🇪', '🇩🇪'],
    ['a zero-width space', 'A\u200bda', 'Ada'],
    ['a joiner between Latin letters', 'A\u200dd\u200ca', 'Ada'],
    ['a joiner at the end', 'Ada\u200d', 'Ada'],
    ['a byte order mark', '\ufeffAda', 'Ada'],
    ['marks of direction', '\u202eadA\u202c \u200fx\u2066', 'adA x'],
    ['letters of flags without a flag', 'A\u{e0064}\u{e0061}da', 'Ada'],
    ['a soft hyphen', 'Gre\u00adta', 'Greta'],
    ['line breaks and tabs', ' a\r\n\tb ', 'a b'],
    ['half a character', 'a\ud83d', 'a'],
  ])('keeps what a reader needs and nothing else: %s', (_title, text, plain) => {
    expect(plainText(text)).toBe(plain);
  });
});
