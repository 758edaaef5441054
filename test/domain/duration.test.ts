import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationInWords, formatDuration, readDuration } from '../../src/domain/duration.ts';

describe('an interval as people write it', () => {
  it.each([
    ['30s', 30],
    ['5m', 300],
    ['1h', 3600],
    ['2d', 172_800],
    ['90', 90],
    ['5 minutes', 300],
    ['1h30m', 5400],
    ['1 hour, 30 min', 5400],
    [' 7D ', 604_800],
    ['１０ｍ', 600],
  ])('“%s” is %d seconds', (text, seconds) => {
    expect(readDuration(text)).toBe(seconds);
  });

  it.each([
    ['', 'is not a length of time'],
    ['soon', 'is not a length of time'],
    ['5x', 'is not a length of time'],
    ['-5m', 'is not a length of time'],
    ['1.5h', 'is not a length of time'],
    ['5m 1h', 'is not a length of time'],
    ['5m 5m', 'is not a length of time'],
    ['5 5', 'is not a length of time'],
    ['9'.repeat(5000), 'is not a length of time'],
    ['0s', 'shortest interval is 1 second'],
    ['8d', 'longest interval is 7 days'],
    ['604801', 'longest interval is 7 days'],
  ])('“%s” is refused', (text, wrong) => {
    expect(() => readDuration(text)).toThrow(wrong);
    expect(() => readDuration(text)).toThrow(expect.objectContaining({ code: 'bad_interval', field: 'every' }));
  });

  it('is written so that it can be read back, short or in words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 604_800 }), (seconds) => {
        expect(readDuration(formatDuration(seconds))).toBe(seconds);
        expect(readDuration(durationInWords(seconds))).toBe(seconds);
      }),
    );
  });

  it.each([
    [30, '30s', '30 seconds'],
    [300, '5m', '5 minutes'],
    [3600, '1h', '1 hour'],
    [5400, '1h30m', '1 hour 30 minutes'],
    [0, '0s', '0 seconds'],
  ])('%d seconds are shown as %s', (seconds, short, words) => {
    expect([formatDuration(seconds), durationInWords(seconds)]).toEqual([short, words]);
  });
});
