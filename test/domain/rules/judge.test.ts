import { describe, expect, test } from 'vitest';
import type { Whereabouts } from '../../../src/domain/place/whereabouts.ts';
import { askedOf } from '../../../src/domain/rules/asked.ts';
import { capEnds } from '../../../src/domain/rules/cap.ts';
import { judge, judgePlace } from '../../../src/domain/rules/judge.ts';
import type { Rule, Says } from '../../../src/domain/rules/rule.ts';

const source = { title: 'A source', readOn: '2026-11-01' };

function rule(id: string, says: Says, more: Partial<Rule> = {}): Rule {
  const place = id.replace('house/', '').split('/')[0]!;
  return { id, place, appliesTo: 'all', says, basis: 'convention', surety: 'sure', source, ...more };
}

function hours(id: string, text: string, more: Partial<Rule> & { closedOn?: string[] } = {}): Rule {
  const { closedOn, ...rest } = more;
  const windows = text.split(', ').map((one) => {
    const [days = '', span = ''] = one.split(' ');
    const [from = '', to = ''] = span.split('-');
    return { days: [...days].map(Number), from, to };
  });
  return rule(id, { kind: 'hours', windows, ...(closedOn && { closedOn }) }, rest);
}

function asks(where: Whereabouts, ...rules: Rule[]) {
  return askedOf({ rules, overrides: [], hash: 'a' }, where, 'marketing', (set, date) =>
    date >= '2027-01-01' ? 'past the calendar' : closed(set, date),
  );
}

function closed(set: string, date: string) {
  const days: Record<string, string[]> = { FR: ['2026-12-25', '2026-12-26'] };
  return days[set]?.includes(date) ? 'closed' : 'open';
}

function somewhere(where: Partial<Whereabouts>): Whereabouts {
  return {
    country: 'US',
    states: [],
    isStateUnknown: false,
    zones: ['America/New_York'],
    alsoIn: [],
    from: 'number',
    ...where,
  };
}

const inFlorida = somewhere({ states: ['US-FL'], zones: ['America/Chicago', 'America/New_York'] });
const us = hours('US/hours/1', '1234567 08:00-21:00', { basis: 'law' });
const usHouse = hours('house/US/hours/1', '123456 09:00-20:00, 7 12:00-20:00', { basis: 'house' });
const florida = hours('US-FL/hours/1', '1234567 08:00-20:00', { basis: 'law' });

function verdictAt(at: string, where: Whereabouts, ...rules: Rule[]) {
  return judgePlace(asks(where, ...rules), new Date(at));
}

describe('A text to somebody in one of several places', () => {
  test('waits until it is open in the last of their zones, and leaves before the first closes', () => {
    const early = verdictAt('2026-12-01T01:30:00Z', inFlorida, us, usHouse, florida);
    expect(early).toMatchObject({ kind: 'wait', until: new Date('2026-12-01T15:00:00Z'), because: { kind: 'hours' } });
    const open = verdictAt('2026-12-01T15:00:00Z', inFlorida, us, usHouse, florida);
    expect(open).toMatchObject({ kind: 'send', until: new Date('2026-12-02T01:00:00Z') });
  });

  test('is not begun in the last half hour of a law, nor in the last five minutes of the house', () => {
    const byLaw = verdictAt('2026-12-01T16:00:00Z', somewhere({}), us);
    expect(byLaw).toMatchObject({
      until: new Date('2026-12-02T02:00:00Z'),
      claimUntil: new Date('2026-12-02T01:30:00Z'),
    });
    const byHouse = verdictAt('2026-12-01T16:00:00Z', somewhere({}), us, usHouse);
    expect(byHouse).toMatchObject({
      until: new Date('2026-12-02T01:00:00Z'),
      claimUntil: new Date('2026-12-02T00:55:00Z'),
    });
    const tooLate = verdictAt('2026-12-02T00:55:00Z', somewhere({}), us, usHouse);
    expect(tooLate).toMatchObject({ kind: 'wait', until: new Date('2026-12-02T14:00:00Z') });
  });

  test('is closed on public holidays, and over a weekend behind them', () => {
    const france = hours('FR/hours/1', '123456 08:30-20:00', { closedOn: ['FR'], basis: 'carrier' });
    const where = somewhere({ country: 'FR', zones: ['Europe/Paris'] });
    expect(verdictAt('2026-12-25T10:00:00Z', where, france)).toMatchObject({ until: new Date('2026-12-28T07:30:00Z') });
  });

  test('waits for a calendar where the known one has ended', () => {
    const france = hours('FR/hours/1', '123456 08:30-20:00', { closedOn: ['FR'] });
    const where = somewhere({ country: 'FR', zones: ['Europe/Paris'] });
    expect(verdictAt('2027-02-01T10:00:00Z', where, france)).toEqual({
      kind: 'wait',
      until: null,
      because: { kind: 'calendar', endsOn: '2027-02-01' },
      rules: ['FR/hours/1'],
    });
  });

  test('is never sent where no hour suits all places', () => {
    const where = somewhere({ zones: ['Asia/Tokyo', 'America/New_York'] });
    const verdict = verdictAt('2026-12-01T16:00:00Z', where, hours('US/hours/1', '12345 10:00-17:00'));
    expect(verdict).toMatchObject({ kind: 'skip', because: { kind: 'no_hour' } });
  });

  test('is never sent where nobody has entered a rule, the house’s own excepted', () => {
    const jamaica = somewhere({ country: 'JM', zones: ['America/Jamaica'] });
    const verdict = verdictAt(
      '2026-12-01T16:00:00Z',
      jamaica,
      us,
      hours('house/JM/hours/1', '12345 10:00-17:00', { basis: 'house' }),
    );
    expect(verdict).toEqual({ kind: 'skip', because: { kind: 'no_rule', places: ['JM'] }, rules: ['JM/none'] });
  });

  test('is never sent to numbers of no country', () => {
    const verdict = verdictAt('2026-12-01T16:00:00Z', somewhere({ country: null, zones: [] }), us);
    expect(verdict).toMatchObject({ kind: 'skip', because: { kind: 'no_rule' } });
  });

  test('is held back by each rule from its first day on', () => {
    const stricter = hours('US-PA/hours/2', '123456 09:00-19:00', { from: '2026-10-18' });
    const where = somewhere({ states: ['US-PA'] });
    expect(verdictAt('2026-10-17T23:45:00Z', where, us, stricter)).toMatchObject({ kind: 'send' });
    expect(verdictAt('2026-10-18T16:00:00Z', where, us, stricter)).toMatchObject({
      kind: 'wait',
      until: new Date('2026-10-19T13:00:00Z'),
      rules: ['US/hours/1', 'US-PA/hours/2'],
    });
  });

  test('obeys all states at once where nobody knows the state', () => {
    const where = somewhere({ isStateUnknown: true, zones: ['America/New_York', 'Pacific/Honolulu'] });
    const verdict = verdictAt(
      '2026-11-30T15:00:00Z',
      where,
      us,
      hours('US-KY/hours/1', '1234567 10:00-21:00'),
      hours('US-ME/hours/1', '12345 09:00-17:00'),
    );
    expect(verdict).toMatchObject({ kind: 'wait', until: new Date('2026-11-30T20:00:00Z') });
  });

  test('is open at any hour where no rule speaks of hours', () => {
    const verdict = verdictAt('2026-12-01T05:00:00Z', somewhere({}), rule('US/note/1', { kind: 'note', text: 'Any.' }));
    expect(verdict).toEqual({ kind: 'send', since: null, until: null, claimUntil: null, rules: ['US/note/1'] });
  });

  test('skips no rule at a clock that is set', () => {
    const chile = hours('CL/hours/1', '1234567 00:00-02:30', { basis: 'law' });
    const where = somewhere({ country: 'CL', zones: ['America/New_York'] });
    // 2026-11-01, 1:30 comes twice in New York: the first one closes.
    expect(verdictAt('2026-11-01T04:30:00Z', where, chile)).toMatchObject({ until: new Date('2026-11-01T07:30:00Z') });
    // 2026-03-08 has no 2:30: the moment of the skip closes.
    expect(verdictAt('2026-03-08T05:30:00Z', where, chile)).toMatchObject({ until: new Date('2026-03-08T07:00:00Z') });
  });
});

describe('One person', () => {
  const asked = asks(inFlorida, us, usHouse, rule('US-FL/cap/1', { kind: 'cap', max: 3, perHours: 24 }));
  const noon = new Date('2026-12-01T18:00:00Z');
  const ago = (...hoursAgo: number[]) => hoursAgo.map((hours) => new Date(noon.getTime() - hours * 3_600_000));

  test('who opted out is never texted, and who is held waits for a person', () => {
    expect(judge(asked, { suppression: 'opted_out', textedAt: [] }, noon)).toMatchObject({ kind: 'skip' });
    expect(judge(asked, { suppression: 'held', textedAt: [] }, noon)).toMatchObject({
      kind: 'wait',
      until: null,
    });
  });

  test('who has had three texts in a day waits until the first is a day old', () => {
    expect(judge(asked, { textedAt: ago(1, 2) }, noon)).toMatchObject({ kind: 'send' });
    expect(judge(asked, { textedAt: ago(1, 2, 23.5) }, noon)).toEqual({
      kind: 'wait',
      until: new Date(noon.getTime() + 1_800_000),
      because: { kind: 'cap', max: 3, perHours: 24 },
      rules: ['US-FL/cap/1'],
    });
    expect(judge(asked, { textedAt: ago(1, 2, 24) }, noon)).toMatchObject({ kind: 'send' });
  });

  test('whose day ends at night waits until the morning', () => {
    const verdict = judge(asked, { textedAt: ago(1, 2, 10) }, noon);
    expect(verdict).toMatchObject({ kind: 'wait', until: new Date('2026-12-02T15:00:00Z'), because: { kind: 'cap' } });
  });

  test('may be texted again when so many texts are old that one more keeps the cap', () => {
    expect(capEnds(ago(1, 2, 3, 4), { max: 3, perHours: 24 }, noon)).toEqual(ago(-21)[0]);
  });
});
