import { describe, expect, test } from 'vitest';
import type { PhoneNumber } from '../../../src/domain/ids.ts';
import { type PlaceColumns, whereaboutsOf } from '../../../src/domain/place/whereabouts.ts';
import { askedOf } from '../../../src/domain/rules/asked.ts';
import { judge, judgePlace, type Verdict } from '../../../src/domain/rules/judge.ts';
import { noOperatorRules } from '../../../src/domain/rules/operator-rules.ts';
import { knownRules } from '../../../src/domain/rules/records/index.ts';
import { rulesInForce } from '../../../src/domain/rules/rule-book.ts';
import { usualHouse } from '../../support/usual-house.ts';

const book = rulesInForce(knownRules, usualHouse, noOperatorRules);

function askedFor(number: string, said: PlaceColumns = {}) {
  return askedOf(book, whereaboutsOf(number as PhoneNumber, said).whereabouts, 'marketing');
}

/** "wait 2026-12-01T15:00Z–01:00Z": when it opens and closes. */
function inShort(verdict: Verdict, after: (at: Date) => Verdict): string {
  const short = (at: Date | null) => at?.toISOString().slice(0, 16) ?? 'no end';
  if (verdict.kind === 'skip') return verdict.because.kind;
  if (verdict.kind === 'send') return `open until ${short(verdict.until)}`;
  if (!verdict.until) return `waits without end`;
  const then = after(verdict.until);
  return `waits until ${short(verdict.until)}, closes ${then.kind === 'send' ? short(then.until) : then.kind}`;
}

function verdictFor(number: string, now: string, said?: PlaceColumns): string {
  const asked = askedFor(number, said);
  return inShort(judgePlace(asked, new Date(now)), (at) => judgePlace(asked, at));
}

/** Each of people as they live in the winter of 2026, with the hours of the house. */
const vectors: [who: string, number: string, now: string, answer: string][] = [
  [
    'Florida in two zones',
    '+18505550123',
    '2026-12-01T01:30Z',
    'waits until 2026-12-01T15:00, closes 2026-12-02T01:00',
  ],
  ['Utah on a Sunday', '+18015550123', '2026-11-29T18:00Z', 'waits until 2026-11-30T16:00, closes 2026-12-01T03:00'],
  [
    'Pennsylvania after 19:00',
    '+12155550123',
    '2026-11-28T00:30Z',
    'waits until 2026-11-28T14:00, closes 2026-11-29T00:00',
  ],
  [
    'Texas before a Sunday’s noon',
    '+12105550123',
    '2026-11-29T17:00Z',
    'waits until 2026-11-29T18:00, closes 2026-11-30T02:00',
  ],
  [
    'Rhode Island on a Saturday',
    '+14015550123',
    '2026-11-28T14:30Z',
    'waits until 2026-11-28T15:00, closes 2026-11-28T22:00',
  ],
  [
    'Kentucky in two zones',
    '+12705550123',
    '2026-11-27T15:30Z',
    'waits until 2026-11-27T16:00, closes 2026-11-28T01:00',
  ],
  [
    'Kentucky’s newer code',
    '+13645550123',
    '2026-11-27T15:30Z',
    'waits until 2026-11-27T16:00, closes 2026-11-28T01:00',
  ],
  [
    'a code that no table has',
    '+16245550123',
    '2026-11-30T15:00Z',
    'waits until 2026-11-30T20:00, closes 2026-11-30T22:00',
  ],
  ['France at Christmas', '+33612345678', '2026-12-25T10:00Z', 'waits until 2026-12-28T07:30, closes 2026-12-28T19:00'],
  [
    'South Africa on a Saturday',
    '+27821234567',
    '2026-11-28T11:00Z',
    'waits until 2026-11-30T06:00, closes 2026-11-30T18:00',
  ],
  ['an Australian mobile', '+61412345678', '2026-11-27T08:30Z', 'open until 2026-11-27T09:00'],
  [
    'Britain on a Sunday',
    '+447911023456',
    '2026-11-29T12:00Z',
    'waits until 2026-11-30T08:00, closes 2026-11-30T20:00',
  ],
  ['Jamaica', '+18765550123', '2026-11-30T16:00Z', 'no_rule'],
  ['India', '+919812345678', '2026-11-30T08:00Z', 'blocked'],
  ['the Emirates', '+971501234567', '2026-11-30T08:00Z', 'blocked'],
  ['Turkey', '+905321234567', '2026-11-30T08:00Z', 'blocked'],
  ['a number of no country', '+80012345678', '2026-11-30T08:00Z', 'no_rule'],
];

describe('The rules that are known decide about', () => {
  test.each(vectors)('%s', (_, number, now, answer) => {
    expect(verdictFor(number, now)).toBe(answer);
  });

  test('somebody whose list says Denver and whose number says New York', () => {
    const answer = 'waits until 2026-11-30T16:00, closes 2026-12-01T01:00';
    expect(verdictFor('+12125550123', '2026-11-30T13:30Z', { state: 'Colorado' })).toBe(answer);
  });

  test('a fourth text within a day in Florida', () => {
    const asked = askedFor('+13055550123');
    const now = new Date('2026-12-01T18:00Z');
    const textedAt = [23, 4, 3].map((hours) => new Date(now.getTime() - hours * 3_600_000));
    const lawOnly = { ...asked, rules: asked.rules.filter(({ rule }) => rule.basis !== 'house') };
    expect(judge(lawOnly, { textedAt }, now)).toMatchObject({
      kind: 'wait',
      until: new Date('2026-12-01T19:00Z'),
      because: { kind: 'cap', max: 3, perHours: 24 },
    });
  });
});
