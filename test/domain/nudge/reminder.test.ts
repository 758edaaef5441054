import { describe, expect, test } from 'vitest';
import { doneToday, newReminder, type Reminder, standOf } from '../../../src/domain/nudge/reminder.ts';
import { agent } from '../../support/builders.ts';

const wish = { member: agent, time: '09:00', zone: 'Europe/Berlin' };
const at = (instant: string) => new Date(instant);

describe('a reminder', () => {
  test('begins today when its time is still to come, and tomorrow when it is over', () => {
    const early = newReminder(wish, at('2026-11-28T07:59:00Z'));
    const late = newReminder(wish, at('2026-11-28T08:00:00Z'));
    expect([early, late].map((reminder) => standOf(reminder, at('2026-11-28T08:00:00Z')))).toEqual(['due', 'later']);
    expect(standOf(late, at('2026-11-29T08:00:00Z'))).toBe('due');
  });

  test('is due once a day, by the clock of the member', () => {
    const reminder = newReminder(wish, at('2026-11-28T06:00:00Z'));
    const done = doneToday(reminder, at('2026-11-28T08:00:30Z'));
    expect(standOf(done, at('2026-11-28T08:01:00Z'))).toBe('later');
    expect(standOf(done, at('2026-11-28T23:30:00Z'))).toBe('later');
    expect(standOf(done, at('2026-11-29T08:00:00Z'))).toBe('due');
  });

  test('is caught up for two hours, and not in the evening', () => {
    const reminder = newReminder(wish, at('2026-11-27T20:00:00Z'));
    expect(standOf(reminder, at('2026-11-28T10:00:00Z'))).toBe('due');
    expect(standOf(reminder, at('2026-11-28T10:01:00Z'))).toBe('missed');
  });

  test('comes also on the day that skips its time, and once on the day that has it twice', () => {
    const reminder: Reminder = { ...wish, time: '02:30', doneOn: '2026-03-28' };
    expect(standOf(reminder, at('2026-03-29T01:00:00Z'))).toBe('due');
    const autumn: Reminder = { ...wish, time: '02:30', doneOn: '2026-10-24' };
    expect(standOf(autumn, at('2026-10-25T00:30:00Z'))).toBe('due');
    expect(standOf(doneToday(autumn, at('2026-10-25T00:30:00Z')), at('2026-10-25T01:30:00Z'))).toBe('later');
  });
});

test('a reminder shortly before midnight is caught up after it, once, and counts for the day before', () => {
  const reminder = newReminder({ member: agent, time: '23:59', zone: 'Europe/Berlin' }, at('2026-03-02T12:00:00Z'));
  expect(standOf(reminder, at('2026-03-02T22:58:00Z'))).toBe('later');
  const after = at('2026-03-02T23:30:00Z');
  expect(standOf(reminder, after)).toBe('due');
  const done = doneToday(reminder, after);
  expect(standOf(done, after)).toBe('later');
  expect(standOf(done, at('2026-03-03T22:59:30Z'))).toBe('due');
  expect(standOf(reminder, at('2026-03-03T09:00:00Z'))).toBe('missed');
});
