import { describe, expect, test } from 'vitest';
import type { PhoneNumber } from '../../../src/domain/ids.ts';
import { placeKey } from '../../../src/domain/place/place-key.ts';
import { whereaboutsOf } from '../../../src/domain/place/whereabouts.ts';
import { askedOf } from '../../../src/domain/rules/asked.ts';
import { judgePlace } from '../../../src/domain/rules/judge.ts';
import { readRulesFile } from '../../../src/domain/rules/operator-rules.ts';
import { knownRules } from '../../../src/domain/rules/records/index.ts';
import { rulesInForce } from '../../../src/domain/rules/rule-book.ts';
import { createVerdicts } from '../../../src/domain/rules/verdicts.ts';
import { usualHouse } from '../../support/usual-house.ts';

const because = 'We were asked to.';

function verdictAt(at: string, number: string, file: object) {
  const now = new Date(at);
  const book = rulesInForce(knownRules, usualHouse, readRulesFile(JSON.stringify(file), new Date('2026-11-01')));
  const { whereabouts } = whereaboutsOf(number as PhoneNumber);
  const asked = askedOf(book, whereabouts, 'marketing');
  const grouped = createVerdicts(book).of(whereabouts, { key: placeKey(whereabouts), campaignClass: 'marketing' }, now);
  expect(grouped.verdict).toEqual(judgePlace(asked, now));
  return grouped.verdict;
}

describe('A rule for one day', () => {
  const silence = {
    rules: [
      {
        place: 'GB',
        says: { kind: 'blocked', because: 'A day of silence.' },
        from: '2026-12-01',
        until: '2026-12-02',
        by: 'Ada',
        because,
      },
    ],
  };

  test.each(['08:30', '10:00', '11:30', '12:00', '18:00'])('holds at %s UTC of that day in London', (time) => {
    expect(verdictAt(`2026-12-01T${time}:00Z`, '+447700900123', silence)).toMatchObject({ kind: 'skip' });
  });

  test.each(['2026-11-30T18:00:00Z', '2026-12-02T09:00:00Z'])('and does not on the day before or after: %s', (at) => {
    expect(verdictAt(at, '+447700900123', silence).kind).toBe('send');
  });
});

describe('A place that the operator opens', () => {
  const opens = (place: string) => ({
    overrides: [
      {
        'instead of': `${place}/blocked`,
        says: 'nothing',
        from: '2026-12-01',
        until: '2026-12-03',
        by: 'Ada',
        because,
      },
    ],
  });

  test('is open on its first day by its own clock, also where it is still yesterday in Greenwich', () => {
    expect(verdictAt('2026-11-30T20:30:00Z', '+6797012345', opens('FJ')).kind).toBe('send');
    expect(verdictAt('2026-11-30T23:30:00Z', '+819012345678', opens('JP')).kind).toBe('send');
  });

  test('is not open the evening before, though it is the next day in Greenwich', () => {
    expect(verdictAt('2026-12-01T00:30:00Z', '+18765550123', opens('JM'))).toMatchObject({ kind: 'skip' });
  });

  test('stays open on its last evening, and is not afterwards', () => {
    expect(verdictAt('2026-12-03T00:30:00Z', '+18765550123', opens('JM')).kind).toBe('send');
    expect(verdictAt('2026-12-03T14:00:00Z', '+18765550123', opens('JM'))).toMatchObject({ kind: 'skip' });
  });
});
