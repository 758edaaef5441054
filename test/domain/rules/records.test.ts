import { describe, expect, test } from 'vitest';
import { readReply } from '../../../src/domain/reply/opt-out.ts';
import { knownRules } from '../../../src/domain/rules/records/index.ts';
import { isInForce, isOf, isStale, Rule, type Says } from '../../../src/domain/rules/rule.ts';

type Kind = Says['kind'];

/** What is known of each place: every place that was looked into, and every kind of thing that was found. */
const found: Record<string, Kind[]> = {
  US: ['hours', 'consent', 'opt_out_text', 'sender_named', 'sender', 'keep', 'note'],
  CA: ['hours', 'consent', 'opt_out_text', 'sender_named', 'sender', 'note'],
  BR: ['hours', 'consent', 'sender'],
  MX: ['hours', 'consent', 'sender'],
  GB: ['hours', 'consent', 'opt_out_text', 'sender_named', 'sender', 'note'],
  IE: ['hours', 'consent', 'opt_out_text', 'sender_named', 'sender', 'note'],
  FR: ['hours', 'consent', 'opt_out_text', 'sender_named', 'sender', 'note'],
  DE: ['hours', 'consent', 'opt_out_text', 'sender_named', 'sender', 'note'],
  AT: ['consent', 'opt_out_text', 'sender_named', 'sender', 'note'],
  CH: ['consent', 'opt_out_text', 'sender_named', 'sender', 'note'],
  NL: ['consent', 'opt_out_text', 'sender_named', 'sender'],
  BE: ['hours', 'consent', 'opt_out_text', 'sender_named', 'sender', 'note'],
  ES: ['hours', 'consent', 'opt_out_text', 'sender_named', 'sender', 'note'],
  PT: ['consent', 'opt_out_text', 'sender_named', 'sender'],
  IT: ['hours', 'consent', 'opt_out_text', 'sender_named', 'sender', 'note'],
  PL: ['consent', 'opt_out_text', 'sender_named', 'sender', 'note'],
  SE: ['consent', 'opt_out_text', 'sender_named', 'sender'],
  AU: ['consent', 'opt_out_text', 'sender_named', 'sender', 'note'],
  NZ: ['hours', 'consent', 'opt_out_text', 'sender', 'note'],
  ZA: ['hours', 'consent', 'opt_out_text', 'sender', 'note'],
  IN: ['blocked', 'hours', 'consent', 'sender', 'note'],
  SG: ['blocked', 'consent', 'sender', 'note'],
  JP: ['blocked', 'consent', 'sender', 'note'],
  AE: ['blocked', 'hours', 'consent', 'keep', 'opt_out_text', 'sender', 'note'],
  SA: ['blocked', 'hours', 'consent', 'sender', 'note'],
  TH: ['blocked', 'hours'],
  MY: ['blocked', 'hours'],
  KZ: ['blocked', 'hours'],
  VN: ['blocked'],
  TR: ['blocked'],
  'US-AL': ['hours'],
  'US-AZ': ['consent', 'note'],
  'US-CA': ['hours'],
  'US-CT': ['hours'],
  'US-FL': ['hours', 'cap', 'note'],
  'US-IN': ['hours'],
  'US-KY': ['hours'],
  'US-LA': ['hours'],
  'US-MA': ['hours'],
  'US-MD': ['hours', 'cap'],
  'US-ME': ['hours', 'cap'],
  'US-MI': ['hours'],
  'US-MN': ['hours'],
  'US-MS': ['hours', 'note'],
  'US-NJ': ['hours', 'consent', 'note'],
  'US-NM': ['hours'],
  'US-NV': ['hours'],
  'US-OK': ['hours', 'cap', 'note'],
  'US-OR': ['hours', 'cap'],
  'US-PA': ['hours'],
  'US-RI': ['hours', 'note'],
  'US-SD': ['hours'],
  'US-TX': ['hours', 'note'],
  'US-UT': ['hours', 'note'],
  'US-VA': ['hours', 'keep', 'note'],
  'US-WA': ['hours', 'consent', 'note'],
  'US-WY': ['hours'],
};

const ids = knownRules.map(({ id }) => id);
const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();

describe('the records', () => {
  test.each(ids)('%s is a rule, under an id of its place and kind, that says where it was read', (id) => {
    const rule = knownRules.find((rule) => rule.id === id)!;
    expect(Rule.parse(rule)).toEqual(rule);
    expect(id).toMatch(new RegExp(`^${rule.place}/${rule.says.kind}/\\d+$`));
    expect(rule.source.title.length).toBeGreaterThan(3);
    expect(rule.source.readOn >= '2026-01-01').toBe(true);
    expect(rule.from === undefined || rule.until === undefined || rule.from < rule.until).toBe(true);
  });

  test('each has an id of its own, and those of a place and kind are counted through', () => {
    expect(sorted(ids)).toHaveLength(ids.length);
    const counted = Map.groupBy(ids, (id) => id.slice(0, id.lastIndexOf('/')));
    for (const [start, same] of counted) expect(same.sort(byNumber)).toEqual(same.map((_, at) => `${start}/${at + 1}`));
  });

  test('stand for every place that was looked into, with all that was found', () => {
    const kinds = [...Map.groupBy(knownRules, ({ place }) => place)];
    expect(
      Object.fromEntries(kinds.map(([place, rules]) => [place, sorted(rules.map(({ says }) => says.kind))])),
    ).toEqual(Object.fromEntries(Object.entries(found).map(([place, kinds]) => [place, sorted(kinds)])));
  });

  test('what is unsure says in a sentence what is in doubt, or is about a country in which nobody is texted', () => {
    const silent = knownRules.filter(({ surety, doubt, place }) => surety === 'unsure' && !doubt && !isBlocked(place));
    expect(silent.map(({ id }) => id)).toEqual(['BE/note/1', 'MX/consent/1']);
  });

  test('doubts, notes and reasons are whole sentences', () => {
    const texts = knownRules.flatMap(({ doubt, says }) => [
      ...(doubt ? [doubt] : []),
      ...(says.kind === 'note' ? [says.text] : says.kind === 'blocked' ? [says.because] : []),
    ]);
    for (const text of texts) expect(text).toMatch(/^[A-Z].*\.$/);
  });

  test('no text of theirs calls anything compliant, safe or guaranteed', () => {
    expect(JSON.stringify(knownRules)).not.toMatch(/complian|\bsafe\b|guarant/i);
  });

  test('each word that a text may offer as a way out is understood when it comes back', () => {
    const offered = knownRules
      .filter(isOf('opt_out_text'))
      .filter(({ place }) => place !== 'AE')
      .flatMap(({ says }) => says.anyOf);
    const words = [...new Set(offered)].filter((phrase) => !/\d/.test(phrase));
    expect(words.filter((word) => readReply(word) !== 'opt_out')).toEqual([]);
  });

  test('Pennsylvania ends its day at 19:00 since 18 October 2026, and Oregon at 20:00 since 2026', () => {
    expect(hoursOn('US-PA', '2026-10-17')).toEqual(['US-PA/hours/1']);
    expect(hoursOn('US-PA', '2026-10-18')).toEqual(['US-PA/hours/2', 'US-PA/hours/3']);
    expect([hoursOn('US-OR', '2025-12-31'), hoursOn('US-OR', '2026-01-01')]).toEqual([[], ['US-OR/hours/1']]);
  });

  test('on each day from 2025 to 2035 each country has at most one rule of senders in force', () => {
    for (const [place, rules] of Map.groupBy(knownRules.filter(isOf('sender')), ({ place }) => place)) {
      const dates = rules.flatMap(({ from, until }) => [from, until]).filter((day) => day !== undefined);
      for (const day of ['2025-01-01', ...dates, '2035-12-31']) {
        expect(`${place} ${rules.filter((rule) => isInForce(rule, day)).length}`).toBe(`${place} 1`);
      }
    }
  });

  test('a rule is stale when its source was read more than twelve months ago', () => {
    const rule = { id: 'FR/hours/1', source: { title: 'A page', readOn: '2026-11-20' } };
    expect(isStale(rule, new Date('2027-11-20T23:59:00Z'))).toBe(false);
    expect(isStale(rule, new Date('2027-11-21T00:00:00Z'))).toBe(true);
    expect(isStale({ ...rule, id: 'house/FR/hours/1' }, new Date('2037-01-01'))).toBe(false);
  });
});

function byNumber(one: string, other: string): number {
  return Number(one.split('/').at(-1)) - Number(other.split('/').at(-1));
}

function isBlocked(place: string): boolean {
  return knownRules.some((rule) => rule.place === place && rule.says.kind === 'blocked');
}

function hoursOn(place: string, day: string): string[] {
  return knownRules
    .filter(isOf('hours'))
    .filter((rule) => rule.place === place && isInForce(rule, day))
    .map(({ id }) => id);
}
