import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CampaignError } from '../../../src/domain/campaign-error.ts';
import { formatSendingHours, isZone, readSendingHours, SendingHours } from '../../../src/domain/pace/sending-hours.ts';
import { everyDay, hours, wallTime } from './hours.ts';

describe('sending hours as people write them', () => {
  const weekdays = [1, 2, 3, 4, 5];
  test.each([
    ['09:00-20:00', everyDay, '09:00', '20:00'],
    ['9-17', everyDay, '09:00', '17:00'],
    ['9am-5pm', everyDay, '09:00', '17:00'],
    ['9 am – 5:30 pm', everyDay, '09:00', '17:30'],
    ['9 a.m. to noon', everyDay, '09:00', '12:00'],
    ['12am-12pm', everyDay, '00:00', '12:00'],
    ['9h30-18h', everyDay, '09:30', '18:00'],
    ['Mon-Fri 09:00-18:00', weekdays, '09:00', '18:00'],
    ['09:00-18:00 Mon-Fri', weekdays, '09:00', '18:00'],
    ['weekdays 9:00 - 18:00', weekdays, '09:00', '18:00'],
    ['Monday to Friday 9:00-18:00', weekdays, '09:00', '18:00'],
    ['Mon,Wed,Sat 10:00-12:00', [1, 3, 6], '10:00', '12:00'],
    ['mon, wed and sat 10:00-12:00', [1, 3, 6], '10:00', '12:00'],
    ['Sat-Mon 10:00-12:00', [1, 6, 7], '10:00', '12:00'],
    ['weekend 10:00-24:00', [6, 7], '10:00', '24:00'],
    ['every day 22:00-06:00', everyDay, '22:00', '06:00'],
    ['Mon 00:00-24:00', [1], '00:00', '24:00'],
    ['9am-midnight', everyDay, '09:00', '24:00'],
  ])('“%s” is understood', (text, days, from, to) => {
    expect(readSendingHours(text, 'Europe/Berlin')).toEqual({ zone: 'Europe/Berlin', days, from, to });
  });

  test.each([
    '',
    '  ',
    'any time',
    'anytime',
    'Always',
    '24h',
    '24/7',
    '00:00-24:00',
    'at any time',
    'every day 00:00-24:00',
  ])('“%s” means at any time', (text) => {
    expect(readSendingHours(text, 'Europe/Berlin')).toBeNull();
  });

  test.each([
    ['morning', 'names no times'],
    ['Mon-Fri', 'names no times'],
    ['9', 'is not a span'],
    ['25:00-26:00', 'is not a span'],
    ['09:75-10:00', 'is not a span'],
    ['13pm-14pm', 'is not a span'],
    ['9-5', 'can be read in two ways'],
    ['9am-5', 'can be read in two ways'],
    ['10:00-10:00', 'leaves no time'],
    ['Funday 9:00-10:00', 'is not a weekday'],
    ['09:00-17:00 est', '“est” is a time zone'],
    ['Mon-Fri-Sat 9:00-10:00', 'is not a weekday'],
    ['9:00-12:00, 14:00-18:00', 'span of hours'],
    ['9:00-12:00 (Nowhere/Land)', 'is not a time zone'],
    ['9'.repeat(5000), 'is not a span'],
  ])('“%s” is refused with what is wrong', (text, wrong) => {
    const read = () => readSendingHours(text, 'Europe/Berlin');
    expect(read).toThrow(wrong);
    expect(read).toThrow(expect.objectContaining({ code: 'bad_hours', field: 'hours' }));
  });

  test('never fails in any other way', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        try {
          const read = readSendingHours(text, 'UTC');
          if (read) SendingHours.parse(read);
        } catch (error) {
          expect(error).toBeInstanceOf(CampaignError);
        }
      }),
    );
  });

  test('are written so that they can be read back', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }).map((list) => [...list].sort());
    fc.assert(
      fc.property(minute, minute, days, (from, to, onDays) => {
        fc.pre(from !== to);
        const sendingHours = hours(wallTime(from), wallTime(to), onDays, 'America/Argentina/Ushuaia');
        expect(readSendingHours(formatSendingHours(sendingHours), 'UTC')).toEqual(sendingHours);
      }),
    );
  });

  test.each([
    [hours('09:00', '18:00', [1, 2, 3, 4, 5]), 'Mon–Fri 09:00–18:00 (Europe/Berlin)'],
    [hours('09:00', '24:00'), 'every day 09:00–24:00 (Europe/Berlin)'],
    [hours('09:00', '18:00', [1, 2, 4, 5, 6]), 'Mon, Tue, Thu–Sat 09:00–18:00 (Europe/Berlin)'],
    [null, 'at any time'],
  ])('are shown shortly: %j as %s', (sendingHours, shown) => {
    expect(formatSendingHours(sendingHours)).toBe(shown);
  });
});

test.each([
  ['Europe/Berlin', true],
  ['UTC', true],
  ['Berlin', false],
  ['+02:00', false],
  ['', false],
])('“%s” is the name of a zone: %s', (name, expected) => {
  expect(isZone(name)).toBe(expected);
});
