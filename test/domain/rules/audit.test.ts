import { describe, expect, test } from 'vitest';
import { auditOf, type Finding, newsOf, placesWithRules } from '../../../src/domain/rules/audit.ts';
import { findingInWords } from '../../../src/domain/rules/audit-words.ts';
import { type House, readHouseCaps, readHouseHours } from '../../../src/domain/rules/house.ts';
import { noOperatorRules, readRulesFile } from '../../../src/domain/rules/operator-rules.ts';
import { knownRules } from '../../../src/domain/rules/records/index.ts';
import type { Rule } from '../../../src/domain/rules/rule.ts';
import { rulesInForce } from '../../../src/domain/rules/rule-book.ts';
import { usualHouse } from '../../support/usual-house.ts';

const about = { because: 'We asked a lawyer.', by: 'Ada Okafor', from: '2026-11-01', until: '2027-06-30' };
const lastRead = new Date('2026-11-29T05:00:00Z');
const france = knownRules.filter(({ place }) => place === 'FR');

type File = { rules?: object[]; overrides?: object[] };

function bookOf(known: readonly Rule[], file: File = {}, house: House = usualHouse, readAt = lastRead) {
  return rulesInForce(known, house, readRulesFile(JSON.stringify(file), readAt));
}

function found<K extends Finding['kind']>(
  kind: K,
  book: ReturnType<typeof bookOf>,
  at: string,
  zoneData: string | undefined = '2026c',
): Extract<Finding, { kind: K }>[] {
  const all = auditOf(book, zoneData, new Date(at.includes('T') ? at : `${at}T12:00:00Z`));
  return all.filter((one): one is Extract<Finding, { kind: K }> => one.kind === kind);
}

test('with what is shipped and the usual house there is nothing to say', () => {
  const book = rulesInForce(knownRules, usualHouse, noOperatorRules);
  expect(auditOf(book, process.versions.tz, lastRead)).toEqual([]);
  expect(placesWithRules(book, lastRead)).toBeGreaterThan(50);
});

describe('a calendar of public holidays', () => {
  // That of France ends with 2029-12-31.
  const book = bookOf(france);
  const steps = (day: string, of = book) => found('calendar', of, day).map(({ step }) => step);

  test('is said 90 days before its end, 30 days before it, and once it has ended', () => {
    expect([steps('2029-10-01'), steps('2029-10-02T23:59:59Z'), steps('2029-10-03')]).toEqual([[], [90], [90]]);
    expect([steps('2029-11-30'), steps('2029-12-01'), steps('2029-12-31T23:59:59Z')]).toEqual([[90], [30], [30]]);
    expect([steps('2030-01-01T00:00:00Z'), steps('2031-05-05')]).toEqual([[0], [0]]);
  });

  test('says which places close when, and what to do', () => {
    const [early] = found('calendar', book, '2029-10-02');
    expect(findingInWords(early!)).toBe(
      'Closed from 1 Jan 2030 on: France. Their public holidays are known only until 31 Dec 2029, and nobody will be texted there. Update Trickle, or set hours without holidays in `RULES_FILE`.',
    );
    const all = found('calendar', rulesInForce(knownRules, usualHouse, noOperatorRules), '2030-01-01');
    expect(all).toHaveLength(1);
    expect(findingInWords(all[0]!)).toMatch(/^Closed since 1 Jan 2030: .* and \d+ more\. Their/);
    expect(new Set(all.flatMap(newsOf)).size).toBe(all[0]!.sets.length);
  });

  test('is each step once, and a news of its own', () => {
    const news = ['2029-10-02', '2029-11-20', '2029-12-01', '2029-12-31', '2030-01-01'].map((day) =>
      found('calendar', book, day).flatMap(newsOf),
    );
    expect(news.map((of) => of[0]!)).toEqual([90, 90, 30, 30, 0].map((step) => `calendar FR 2029-12-31 ${step}`));
  });

  test('is not said where hours without holidays hold then, where the rule has ended, or where all are blocked', () => {
    const instead = { ...about, 'instead of': 'FR/hours', says: { kind: 'hours', windows: 'Mon-Fri 09:00-18:00' } };
    expect(steps('2029-12-10', bookOf(france, { overrides: [{ ...instead, until: '2030-06-01' }] }))).toEqual([]);
    // It ends before the calendar does.
    expect(steps('2029-12-10', bookOf(france, { overrides: [instead] }))).toEqual([30]);
    expect(steps('2029-12-10', bookOf(knownRules.filter(({ place }) => place === 'JP')))).toEqual([]);
    const over = bookOf(
      france.map((rule) => ({ ...rule, until: '2029-12-31' })),
      {},
      { ...usualHouse, hours: readHouseHours('FR off because we are told by telephone') },
    );
    expect(steps('2029-12-10', over)).toEqual([]);
  });

  test('is said of hours that the operator set', () => {
    const own = { ...about, place: 'JM', says: { kind: 'hours', windows: 'Mon-Fri 09:00-18:00', closedOn: ['ZA'] } };
    const book = bookOf([], { rules: [{ ...own, until: '2035-01-01' }] });
    expect(found('calendar', book, '2029-12-10')).toMatchObject([{ sets: ['ZA'], places: ['JM'] }]);
  });
});

test('rules whose source was read more than twelve months ago are said together', () => {
  const book = bookOf(france);
  expect(found('stale', book, '2027-11-20T23:59:59Z')).toEqual([]);
  const [stale] = found('stale', book, '2027-11-21T00:00:00Z');
  expect(stale).toEqual({ kind: 'stale', readOn: '2026-11-20', rules: france.length, places: ['FR'] });
  expect(newsOf(stale!)).toEqual(['stale 2026-11-20']);
  expect(findingInWords(stale!)).toContain('of France were last read on 20 Nov 2026, more than 12 months ago.');
});

describe('an entry of the rules file', () => {
  const file = {
    rules: [{ ...about, place: 'JM', says: { kind: 'hours', windows: 'Mon-Fri 09:00-18:00' } }],
    overrides: [{ ...about, 'instead of': 'FR/hours', says: 'nothing' }],
  };
  const ids = ['override/FR/hours', 'operator/JM/hours/1'];
  const kinds = (at: string, book = bookOf(france, file)) => [
    found('ending', book, at).flatMap(({ ids }) => ids),
    found('ended', book, at).flatMap(({ ids }) => ids),
  ];

  test('is said 30 days before its end, and when that has come everywhere', () => {
    expect(kinds('2027-05-30T23:59:59Z')).toEqual([[], []]);
    expect(kinds('2027-05-31T00:00:00Z')).toEqual([ids, []]);
    expect(kinds('2027-06-30T11:59:59Z')).toEqual([ids, []]);
    expect(kinds('2027-06-30T12:00:00Z')).toEqual([[], ids]);
  });

  test('is said to have ended also after a start that left it out, and it is the same news', () => {
    const later = bookOf(france, file, usualHouse, new Date('2027-07-01T00:00:00Z'));
    expect(later.overrides).toEqual([]);
    expect(kinds('2027-07-01', later)[1]!.toSorted()).toEqual(ids.toSorted());
    const news = (book: typeof later) => found('ended', book, '2027-07-01').flatMap(newsOf).toSorted();
    expect(news(later)).toEqual(news(bookOf(france, file)));
    expect(later.hash).toBe(bookOf(france, {}, usualHouse, lastRead).hash);
  });

  test('says who entered it and why', () => {
    const [entry] = found('ending', bookOf(france, file), '2027-06-01');
    expect(findingInWords(entry!)).toBe(
      '`override/FR/hours` and `operator/JM/hours/1` end soon, before 30 Jun 2027 (Ada Okafor: “We asked a lawyer.”). If still wanted, write a later day in `RULES_FILE` and start Trickle again.',
    );
  });

  test('with another end is another news', () => {
    const longer = { overrides: [{ ...file.overrides[0], until: '2027-07-30' }] };
    const news = (book: ReturnType<typeof bookOf>, at: string) => found('ending', book, at).flatMap(newsOf)[0];
    expect(news(bookOf(france, file), '2027-06-15')).not.toBe(news(bookOf(france, longer), '2027-07-15'));
  });
});

test('what comes into force within 30 days is said, by its day', () => {
  const coming = france.map((rule, no) => ({ ...rule, from: no === 0 ? '2027-01-20' : '2027-01-10' }));
  const override = { ...about, 'instead of': 'FR/hours', says: 'nothing', from: '2027-01-20' };
  const book = bookOf(coming, { overrides: [override] });
  const days = (at: string) => found('coming', book, at).map(({ from, ids }) => [from, ids.length]);
  expect(days('2026-12-10T23:59:59Z')).toEqual([]);
  expect(days('2026-12-11T00:00:00Z')).toEqual([['2027-01-10', france.length - 1]]);
  expect(days('2026-12-21')).toEqual([
    ['2027-01-10', france.length - 1],
    ['2027-01-20', 2],
  ]);
  expect(days('2027-01-10T00:00:00Z')).toEqual([['2027-01-20', 2]]);
  expect(days('2027-01-20T00:00:00Z')).toEqual([]);
  expect(findingInWords(found('coming', book, '2027-01-15')[0]!)).toBe(
    `From 20 Jan 2027 on \`${france[0]!.id}\` and \`override/FR/hours\` hold. Nothing has to be done; \`/sms-campaign rules\` shows what changes.`,
  );
});

test('time-zone data of two calendar years ago are old; where nobody knows, nothing is said', () => {
  const book = bookOf([]);
  expect(found('zone_data', book, '2027-12-31T23:59:59Z', '2026c')).toEqual([]);
  expect(found('zone_data', book, '2028-01-01T00:00:00Z', '2026c')).toEqual([{ kind: 'zone_data', version: '2026c' }]);
  expect(auditOf(book, undefined, lastRead)).toEqual([]);
  expect(auditOf(book, 'unknown', lastRead)).toEqual([]);
});

describe('what is less than usual', () => {
  const nothing = (insteadOf: string, more: object = {}) => ({
    ...about,
    'instead of': insteadOf,
    says: 'nothing',
    ...more,
  });
  const looser = (overrides: object[], at = '2026-11-29') =>
    found('looser', bookOf(knownRules, { overrides }), at).flatMap(({ ids }) => ids);

  test('is an override that lets leave what a rule keeps, while it holds', () => {
    expect(looser([nothing('FR/hours'), nothing('*/blocked')])).toEqual(['override/FR/hours', 'override/*/blocked']);
    expect(looser([nothing('FR/hours', { from: '2026-12-10' })])).toEqual([]);
    expect(looser([nothing('FR/hours')], '2027-06-30T12:00:00Z')).toEqual([]);
    // Jamaica has no record, so that nobody there could be texted.
    expect(looser([nothing('JM/blocked')])).toEqual(['override/JM/blocked']);
  });

  test('is no override that is as strict', () => {
    const strict = { kind: 'hours', windows: 'Mon-Fri 10:00-17:00', closedOn: ['FR'] };
    expect(looser([{ ...about, 'instead of': 'FR/hours', says: strict }])).toEqual([]);
  });

  test('is said with who, why and until when; it is no news', () => {
    const [finding] = found('looser', bookOf(knownRules, { overrides: [nothing('FR/hours')] }), '2026-11-29');
    expect(findingInWords(finding!)).toBe(
      '`override/FR/hours` is looser than the rules, until 30 Jun 2027 (Ada Okafor: “We asked a lawyer.”).',
    );
    expect(newsOf(finding!)).toEqual([]);
  });

  test('is what of the house is off, with the reason', () => {
    const off = {
      hours: readHouseHours('FR off because we are told by telephone; US on'),
      caps: readHouseCaps('off because this is a `test` system'),
    };
    const words = found('house_off', bookOf(knownRules, {}, off), '2026-11-29').map(findingInWords);
    expect(words).toEqual([
      '`HOUSE_HOURS` is off for France: we are told by telephone.',
      '`HOUSE_CAPS` is off: this is a ’test’ system.',
    ]);
    const all = { hours: readHouseHours('off because we test'), caps: usualHouse.caps };
    expect(found('house_off', bookOf(knownRules, {}, all), '2026-11-29')).toHaveLength(1);
  });
});
