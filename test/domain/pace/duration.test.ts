import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { durationInWords, formatDuration, readDuration } from '../../../src/domain/pace/duration.ts';

describe('an interval as people write it', () => {
  test.each([
    ['30s', 30],
    ['5m', 300],
    ['1h', 3600],
    ['2d', 172_800],
    ['90s', 90],
    ['5 minutes', 300],
    ['5 minutes', 300],
    ['every 5 min', 300],
    ['Every 5 mins.', 300],
    ['5-minute', 300],
    ['five minutes', 300],
    ['1h30m', 5400],
    ['1 hour, 30 min', 5400],
    ['1 hour and 30 minutes', 5400],
    ['1.5 hours', 5400],
    ['1,5 h', 5400],
    ['1.1h', 3960],
    ['1½ hours', 5400],
    ['½ h', 1800],
    ['half an hour', 1800],
    ['half hour', 1800],
    ['an hour and a half', 5400],
    ['two and a half hours', 9000],
    ['an hour', 3600],
    ['every minute', 60],
    ['hour', 3600],
    ['0.5 min', 30],
    ['5 Minuten', 300],
    ['alle 30 Sekunden', 30],
    ['eine halbe Stunde', 1800],
    ['1 Std. 30 Min.', 5400],
    ['cada 5 minutos', 300],
    ['toutes les 2 heures', 7200],
    ['une demi-heure', 1800],
    ['fünf Minuten', 300],
    [' 7D ', 604_800],
    ['１０ｍ', 600],
  ])('“%s” is %d seconds', (text, seconds) => {
    expect(readDuration(text)).toBe(seconds);
  });

  test.each([
    ['', 'is not a length of time'],
    ['soon', 'is not a length of time'],
    ['5x', 'is not a length of time'],
    ['-5m', 'is not a length of time'],
    ['5 months', 'is not a length of time'],
    ['5 to 10 minutes', 'is not a length of time'],
    ['1,000 seconds', 'is not a length of time'],
    ['1.5.5 h', 'is not a length of time'],
    ['5m extra', 'is not a length of time'],
    ['every', 'is not a length of time'],
    ['and 5m', 'is not a length of time'],
    ['constructor', 'is not a length of time'],
    ['5m 1h', 'is not a length of time'],
    ['5m 5m', 'is not a length of time'],
    ['5 5', 'is not a length of time'],
    ['9'.repeat(5000), 'is not a length of time'],
    ['0s', 'shortest interval is 1 second'],
    ['8d', 'longest interval is 7 days'],
    ['604801s', 'longest interval is 7 days'],
    ['1.5s', 'Write whole seconds'],
    ['0.25 seconds', 'Write whole seconds'],
    ['5', '5 what? Write 5m or 5s.'],
    [' 90 ', '90 what? Write 90m or 90s.'],
    ['every 5', '5 what? Write 5m or 5s.'],
    ['five', '5 what? Write 5m or 5s.'],
    ['５', '5 what? Write 5m or 5s.'],
    ['1.5', '1.5 what? Write 1.5h or 1.5m.'],
    ['1h30', '30 what? Write 1h30m or 1h30s.'],
    ['0', '0 what?'],
  ])('“%s” is refused', (text, wrong) => {
    expect(() => readDuration(text)).toThrow(wrong);
    expect(() => readDuration(text)).toThrow(expect.objectContaining({ code: 'bad_interval', field: 'every' }));
  });

  test('is written so that it can be read back, short or in words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 604_800 }), (seconds) => {
        expect(readDuration(formatDuration(seconds))).toBe(seconds);
        expect(readDuration(durationInWords(seconds))).toBe(seconds);
      }),
    );
  });

  test.each([
    [30, '30s', '30 seconds'],
    [300, '5m', '5 minutes'],
    [3600, '1h', '1 hour'],
    [5400, '1h30m', '1 hour 30 minutes'],
    [0, '0s', '0 seconds'],
  ])('%d seconds are shown as %s', (seconds, short, words) => {
    expect([formatDuration(seconds), durationInWords(seconds)]).toEqual([short, words]);
  });
});
