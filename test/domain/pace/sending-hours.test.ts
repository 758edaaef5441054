import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SendingHours, sendingWindow } from '../../../src/domain/pace/sending-hours.ts';
import { hours, wallTime } from './hours.ts';

function windowAt(sendingHours: SendingHours, now: string): string[] {
  const { opensAt, closesAt } = sendingWindow(sendingHours, new Date(now));
  return [opensAt.toISOString(), closesAt.toISOString()];
}

describe('the sending window', () => {
  test.each([
    [
      'is open within the hours',
      hours('09:00', '20:00'),
      '2026-11-24T10:00:00Z',
      '2026-11-24T08:00',
      '2026-11-24T19:00',
    ],
    [
      'opens at the very minute',
      hours('09:00', '20:00'),
      '2026-11-24T08:00:00Z',
      '2026-11-24T08:00',
      '2026-11-24T19:00',
    ],
    [
      'is the next day once it closes',
      hours('09:00', '20:00'),
      '2026-11-24T19:00:00Z',
      '2026-11-25T08:00',
      '2026-11-25T19:00',
    ],
    [
      'skips the days left out',
      hours('09:00', '18:00', [1, 2, 3, 4, 5]),
      '2026-11-28T10:00:00Z',
      '2026-11-30T08:00',
      '2026-11-30T17:00',
    ],
    ['lasts until midnight', hours('09:00', '24:00'), '2026-11-24T22:59:00Z', '2026-11-24T08:00', '2026-11-24T23:00'],
    [
      'goes on over midnight',
      hours('22:00', '02:00', [5]),
      '2026-11-28T00:30:00Z',
      '2026-11-27T21:00',
      '2026-11-28T01:00',
    ],
    [
      'over midnight belongs to the day it starts',
      hours('22:00', '02:00', [5]),
      '2026-11-27T00:30:00Z',
      '2026-11-27T21:00',
      '2026-11-28T01:00',
    ],
    [
      'begins after a gap of the clock',
      hours('02:30', '05:00'),
      '2026-03-28T23:30:00Z',
      '2026-03-29T01:00',
      '2026-03-29T03:00',
    ],
    [
      'ends at a gap of the clock',
      hours('01:00', '02:30'),
      '2026-03-28T23:30:00Z',
      '2026-03-29T00:00',
      '2026-03-29T01:00',
    ],
    [
      'waits a day when the clock skips all of it',
      hours('02:10', '02:50'),
      '2026-03-29T00:30:00Z',
      '2026-03-30T00:10',
      '2026-03-30T00:50',
    ],
    [
      'begins at the first of two equal times',
      hours('02:30', '05:00'),
      '2026-10-24T23:00:00Z',
      '2026-10-25T00:30',
      '2026-10-25T04:00',
    ],
    [
      'ends at the first of two equal times',
      hours('01:00', '02:30'),
      '2026-10-24T23:30:00Z',
      '2026-10-24T23:00',
      '2026-10-25T00:30',
    ],
    [
      'survives a day that a zone left out',
      hours('09:00', '10:00', [5], 'Pacific/Apia'),
      '2011-12-29T20:00:00Z',
      '2012-01-05T19:00',
      '2012-01-05T20:00',
    ],
  ])('%s', (_title, sendingHours, now, opensAt, closesAt) => {
    expect(windowAt(sendingHours, now)).toEqual([`${opensAt}:00.000Z`, `${closesAt}:00.000Z`]);
  });

  test('never shows a closed hour as open, in any zone, around any change of its clocks', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    const day = fc.integer({ min: Date.UTC(2025, 0, 1) / 60_000, max: Date.UTC(2036, 0, 1) / 60_000 });
    const time = fc.integer({ min: 0, max: 1439 }).map(wallTime);
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), day, time, time, days, (zone, minutes, from, to, onDays) => {
        fc.pre(from !== to);
        const sendingHours = { zone, days: onDays, from, to };
        const now = new Date(minutes * 60_000);
        const { opensAt, closesAt } = sendingWindow(sendingHours, now);
        expect(closesAt > now && closesAt > opensAt).toBe(true);
        // The oracle knows the wall clock only; where the clock repeats an hour it cannot tell which one is meant.
        if (isRepeated(zone, now)) return;
        expect(now >= opensAt).toBe(isInside(sendingHours, now));
      }),
      { numRuns: 3000 },
    );
  });

  test('is the same wherever it is asked for within one window', () => {
    const sendingHours = hours('09:00', '20:00', [1, 3, 5], 'America/New_York');
    for (let at = Date.UTC(2026, 2, 1); at < Date.UTC(2026, 3, 1); at += 1_800_000) {
      const { opensAt, closesAt } = sendingWindow(sendingHours, new Date(at));
      expect(sendingWindow({ ...sendingHours }, new Date(Math.max(at, opensAt.getTime())))).toEqual({
        opensAt,
        closesAt,
      });
      expect(sendingWindow({ ...sendingHours }, new Date(closesAt.getTime() - 1))).toEqual({ opensAt, closesAt });
    }
  });
});

test('answers the same in whatever order it is asked', () => {
  const sendingHours = hours('22:00', '06:00', [1, 3, 5], 'America/New_York');
  const moments = fc.array(fc.integer({ min: Date.UTC(2026, 9, 25), max: Date.UTC(2026, 10, 10) }), { minLength: 1 });
  fc.assert(
    fc.property(moments, (list) => {
      for (const at of list) {
        expect(sendingWindow(sendingHours, new Date(at))).toEqual(sendingWindow({ ...sendingHours }, new Date(at)));
      }
    }),
  );
});

const clocks = new Map<string, Intl.DateTimeFormat>();

function wallClock(zone: string, at: Date): { day: number; time: string } {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    clocks.set(zone, clock);
  }
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  const day = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(parts.weekday ?? '') + 1;
  return { day, time: `${parts.hour}:${parts.minute}` };
}

function isInside({ zone, days, from, to }: SendingHours, at: Date): boolean {
  const { day, time } = wallClock(zone, at);
  const yesterday = ((day + 5) % 7) + 1;
  if (from < to) return days.includes(day) && time >= from && time < to;
  return (days.includes(day) && time >= from) || (days.includes(yesterday) && time < to);
}

/** Within a day of a change of the clocks that repeats wall times. */
function isRepeated(zone: string, at: Date): boolean {
  const offset = (ms: number) => {
    const { time } = wallClock(zone, new Date(ms));
    const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
    return (minutes - (Math.floor(ms / 60_000) % 1440) + 2880) % 1440;
  };
  const around = [-86_400_000, 0, 86_400_000].map((shift) => offset(at.getTime() + shift));
  return around.some(
    (value, index) => index > 0 && value !== around[index - 1] && !isSpringForward(around[index - 1] ?? 0, value),
  );
}

function isSpringForward(before: number, after: number): boolean {
  return (after - before + 1440) % 1440 <= 720;
}
