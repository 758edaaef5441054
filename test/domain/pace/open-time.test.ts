import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openTimeUntil } from '../../../src/domain/pace/open-time.ts';
import { type SendingHours, sendingWindow } from '../../../src/domain/pace/sending-hours.ts';
import { hours, wallTime } from './hours.ts';

const minute = 60_000;
const hour = 60 * minute;

const openBetween = (sendingHours: SendingHours | null, from: Date, to: Date) =>
  openTimeUntil(sendingHours, { earliest: from, until: to })(from);

describe('the time in which something may be sent', () => {
  test.each([
    ['is all time without hours', null, '2026-11-24T00:00Z', '2026-11-25T00:00Z', 24],
    ['ends with the day', hours('09:00', '20:00'), '2026-11-24T18:00Z', '2026-11-25T09:00Z', 2],
    ['is none at night', hours('09:00', '20:00'), '2026-11-24T20:00Z', '2026-11-25T07:00Z', 0],
    ['leaves the weekend out', hours('09:00', '17:00', [1, 2, 3, 4, 5]), '2026-11-27T15:00Z', '2026-11-30T09:00Z', 2],
    ['is shorter on the day that has no 02:30', hours('00:00', '06:00'), '2026-03-28T23:00Z', '2026-03-29T12:00Z', 5],
    ['is longer on the day that has it twice', hours('00:00', '06:00'), '2026-10-24T22:00Z', '2026-10-25T12:00Z', 7],
    ['is none backwards', hours('09:00', '20:00'), '2026-11-24T12:00Z', '2026-11-24T10:00Z', 0],
  ])('%s', (_, sendingHours, from, to, expected) => {
    expect(openBetween(sendingHours, new Date(from), new Date(to)) / hour).toBe(expected);
  });

  const anyHours = fc
    .record({
      from: fc.integer({ min: 0, max: 1_439 }).map(wallTime),
      to: fc.integer({ min: 0, max: 1_440 }).map(wallTime),
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      zone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata'),
    })
    .filter(({ from, to }) => from !== to)
    .map(({ from, to, days, zone }) => ({ ...hours(from, to, days), zone }));
  const anyMinute = fc.integer({ min: 0, max: 366 * 24 * 60 }).map((at) => Date.UTC(2026, 0, 1) + at * minute);

  test('is the sum of its minutes', () => {
    fc.assert(
      fc.property(anyHours, anyMinute, fc.integer({ min: 0, max: 4_000 }), (sendingHours, fromMs, minutes) => {
        let open = 0;
        for (let at = 0; at < minutes; at += 1) {
          const now = new Date(fromMs + at * minute);
          if (sendingWindow(sendingHours, now).opensAt <= now) open += 1;
        }
        const to = new Date(fromMs + minutes * minute);
        expect(openBetween(sendingHours, new Date(fromMs), to)).toBe(open * minute);
      }),
      { numRuns: 40 },
    );
  });

  test('falls into two parts at any moment between', () => {
    fc.assert(
      fc.property(anyHours, fc.tuple(anyMinute, anyMinute, anyMinute), (sendingHours, instants) => {
        const [from, between, to] = instants.sort((a, b) => a - b).map((ms) => new Date(ms)) as [Date, Date, Date];
        const until = openTimeUntil(sendingHours, { earliest: from, until: to });
        expect(openBetween(sendingHours, from, between) + until(between)).toBe(until(from));
      }),
      { numRuns: 60 },
    );
  });
});
