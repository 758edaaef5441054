import { expect, test } from 'vitest';
import type { PhoneNumber } from '../../../src/domain/ids.ts';
import { whereaboutsOf } from '../../../src/domain/place/whereabouts.ts';
import { askedOf } from '../../../src/domain/rules/asked.ts';
import { readHouseHours } from '../../../src/domain/rules/house.ts';
import { judgePlace } from '../../../src/domain/rules/judge.ts';
import { readRulesFile } from '../../../src/domain/rules/operator-rules.ts';
import { knownRules } from '../../../src/domain/rules/records/index.ts';
import { rulesInForce } from '../../../src/domain/rules/rule-book.ts';
import { usualHouse } from '../../support/usual-house.ts';

const london = whereaboutsOf('+447700900123' as PhoneNumber).whereabouts;

function verdictAt(at: string, windows: string) {
  const about = { because: 'We were asked to.', by: 'Ada', from: '2026-11-01', until: '2027-12-01' };
  const overrides = [{ ...about, 'instead of': 'GB/hours', says: { kind: 'hours', windows } }];
  const operator = readRulesFile(JSON.stringify({ overrides }), new Date('2026-11-01'));
  const book = rulesInForce(knownRules, { ...usualHouse, hours: readHouseHours('off because of this test') }, operator);
  return judgePlace(askedOf(book, london, 'marketing'), new Date(at));
}

test.each([
  ['on Friday, before a closed Saturday', '2026-12-04T23:58:00Z', 'Mon-Fri 00:00-24:00'],
  ['every night', '2026-12-03T23:58:00Z', 'Mon-Sun 20:00-24:00'],
  ['when the clock skips the last hour', '2027-03-28T00:58:00Z', 'Mon-Sun 20:00-24:00, Mon-Sun 00:00-02:00'],
])('Nothing is begun in the last minutes before midnight or a skip of the clock: %s', (_, at, windows) => {
  expect(verdictAt(at, windows)).toMatchObject({ kind: 'wait' });
});

test.each([
  ['and the next day is open', '2026-12-03T23:58:00Z', 'Mon-Fri 00:00-24:00', '2026-12-05T00:00:00Z'],
  ['and the night goes on', '2026-12-03T23:58:00Z', 'Mon-Sun 20:00-24:00, Mon-Sun 00:00-01:00', '2026-12-04T01:00:00Z'],
])('Midnight is no end where %s', (_, at, windows, until) => {
  expect(verdictAt(at, windows)).toMatchObject({ kind: 'send', until: new Date(until) });
});

test('Hours without an end have none', () => {
  expect(verdictAt('2026-12-03T23:58:00Z', 'Mon-Sun 00:00-24:00')).toMatchObject({ kind: 'send', until: null });
});
