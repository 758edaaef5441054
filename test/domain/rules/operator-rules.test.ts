import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readHouseCaps, readHouseHours } from '../../../src/domain/rules/house.ts';
import { isLooser } from '../../../src/domain/rules/is-looser.ts';
import { noOperatorRules, RulesFileError, readRulesFile } from '../../../src/domain/rules/operator-rules.ts';
import { type Override, overridesOf } from '../../../src/domain/rules/override.ts';
import { knownRules } from '../../../src/domain/rules/records/index.ts';
import { isInForce, Rule, type Rule as RuleThere } from '../../../src/domain/rules/rule.ts';
import { isPlaceKnown, rulesInForce } from '../../../src/domain/rules/rule-book.ts';
import { readWeek } from '../../../src/domain/rules/week-text.ts';
import { projectRoot } from '../../support/imports.ts';

function overrideOf(overrides: readonly Override[], rule: RuleThere, day: string): Override | undefined {
  return overridesOf(overrides, rule).find((override) => isInForce(override, day));
}

const now = new Date('2026-11-29T05:00:00Z');
const today = '2026-11-29';
const about = { because: 'We asked a lawyer.', by: 'Ada Okafor', from: '2026-11-01', until: '2027-06-30' };
const open = { kind: 'hours', windows: 'Mon-Sun 00:00-24:00' };
const house = { hours: readHouseHours('on'), caps: readHouseCaps('1/24h, 3/7d') };

function read(file: { rules?: object[]; overrides?: object[] }) {
  return readRulesFile(JSON.stringify(file), now);
}

function problemsOf(text: string): readonly string[] {
  try {
    readRulesFile(text, now);
  } catch (error) {
    if (error instanceof RulesFileError) return error.problems;
    throw error;
  }
  return [];
}

describe('an operator’s rules file', () => {
  test('adds rules for any place, also one without a record', () => {
    const { rules } = read({
      rules: [
        { ...about, place: 'JM', says: { kind: 'hours', windows: 'Mon-Fri 09:00-18:00' } },
        { ...about, place: 'US-FL', appliesTo: 'marketing', says: { kind: 'cap', max: 1, perHours: 24 } },
        { ...about, place: 'JM', says: { kind: 'hours', windows: [{ days: [6], from: '09:00', to: '12:00' }] } },
      ],
    });
    expect(rules.map(({ id }) => id)).toEqual(['operator/JM/hours/1', 'operator/US-FL/cap/1', 'operator/JM/hours/2']);
    expect(rules[0]).toMatchObject({
      appliesTo: 'all',
      basis: 'operator',
      says: { kind: 'hours', windows: readWeek('Mon-Fri 09:00-18:00') },
      entered: { by: 'Ada Okafor', because: 'We asked a lawyer.' },
      from: '2026-11-01',
      until: '2027-06-30',
    });
    for (const rule of rules) expect(Rule.parse(rule)).toEqual(rule);
  });

  test('opens a country that had no record, and one that is blocked', () => {
    const book = rulesInForce(
      knownRules,
      house,
      read({
        rules: [{ ...about, place: 'JM', says: { kind: 'note', text: 'We know our members there.' } }],
        overrides: [
          { ...about, 'instead of': 'IN/blocked/1', says: 'nothing' },
          { ...about, 'instead of': 'KE/blocked', says: 'nothing' },
        ],
      }),
    );
    expect(['JM', 'KE', 'UG', 'GG', 'FR'].filter((country) => isPlaceKnown(book, country, today))).toEqual([
      'JM',
      'KE',
      'FR',
    ]);
    expect(isPlaceKnown(book, 'KE', '2027-06-30')).toBe(false);
    expect(book.rules.map(({ id }) => id)).toEqual(expect.arrayContaining(['house/JM/hours/1', 'house/KE/hours/1']));
    const blocked = book.rules.find(({ id }) => id === 'IN/blocked/1')!;
    expect(overrideOf(book.overrides, blocked, today)?.says).toBeNull();
  });

  test('ignores what has ended everywhere, and says so', () => {
    const ended = { ...about, until: '2026-11-29' };
    const file = JSON.stringify({
      rules: [
        { ...ended, place: 'FR', says: open },
        { ...about, place: 'FR', says: open },
      ],
      overrides: [{ ...ended, 'instead of': 'FR/hours/1', says: 'nothing' }],
    });
    expect(readRulesFile(file, new Date('2026-11-29T11:59:59Z')).ended).toEqual([]);
    const { rules, overrides, ended: over } = readRulesFile(file, new Date('2026-11-29T12:00:00Z'));
    expect([rules.map(({ id }) => id), overrides]).toEqual([['operator/FR/hours/2'], []]);
    expect(over).toEqual([
      { id: 'operator/FR/hours/1', until: '2026-11-29', by: 'Ada Okafor', because: 'We asked a lawyer.' },
      { id: 'override/FR/hours/1', until: '2026-11-29', by: 'Ada Okafor', because: 'We asked a lawyer.' },
    ]);
  });

  test('tells all that is wrong in it at once, naming the entry and the fix', () => {
    const { because: _, ...noReason } = about;
    const problems = problemsOf(
      JSON.stringify({
        rules: [
          { ...noReason, place: 'UK', says: open },
          { ...about, until: 'next year', place: 'FR', says: { kind: 'hours', windows: 'all day' } },
          { ...about, until: '2026-10-01', place: 'FR', says: { ...open, closedOn: ['XX'] } },
          { ...about, place: 'FR', says: { ...open, closedon: ['FR'] } },
        ],
        overrides: [
          { ...about, 'instead of': 'FR', says: 'nothing' },
          { ...about, 'instead of': 'FR/hours', says: { kind: 'cap', max: 3, perHours: 24 } },
          { ...about, 'instead of': 'XX/hours', says: 'nothing' },
          { ...about, 'instead of': 'FR/house', says: 'nothing' },
          { ...about, 'instead of': 'FR/hours/1' },
        ],
      }),
    );
    expect(problems.join('\n')).toMatchInlineSnapshot(`
      "rules 1, because: it is missing. Write why, in a sentence.
      rules 1, place: there is no such place. Write a country such as FR, a state such as US-FL, or *.
      rules 2, until: write a day such as 2027-06-30.
      rules 2, says windows: “all day” is not a day with its hours. Write for example “Mon-Fri 09:00-18:00, Sat 10:00-14:00”.
      rules 3, says closedOn: there are no holidays of XX. Leave it out.
      rules 3, until: it ends before it begins. Write a day after “from”.
      rules 4, says: Unrecognized key: "closedon"
      overrides 1, instead of: “FR” is not the name of a rule. Name a rule such as FR/hours/1, or a kind such as FR/hours or */hours.
      overrides 2, says kind: it must be “hours”, or says is "nothing".
      overrides 3, instead of: there is no place “XX”. Name a rule such as FR/hours/1, or a kind such as FR/hours or */hours.
      overrides 4, instead of: there is no kind “house”: it is one of hours, consent, sender_named, opt_out_text, sender, cap, keep, note, blocked.
      overrides 5, says: write what holds instead, such as {"kind": "hours", "windows": "Mon-Fri 09:00-18:00"}, or "nothing"."
    `);
  });

  test.each([
    ['', 'it is not JSON'],
    ['[]', 'expected object'],
    ['{"rules": {}}', 'rules: write a list in [ ].'],
    ['{"rule": []}', 'Unrecognized key: "rule"'],
    [
      JSON.stringify({ overrides: [1, 2].map(() => ({ ...about, 'instead of': '*/hours', says: 'nothing' })) }),
      'overrides: “*/hours” is named twice. Keep one of them.',
    ],
  ])('%s is refused: %s', (text, because) => {
    expect(problemsOf(text).join('\n')).toContain(because);
  });
});

describe('the book of rules', () => {
  test('has one hash, which anything that changes changes', () => {
    const { hash } = rulesInForce(knownRules, house, noOperatorRules);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(rulesInForce(structuredClone(knownRules), house, noOperatorRules).hash).toBe(hash);
    const others = [
      rulesInForce(knownRules.slice(1), house, noOperatorRules),
      rulesInForce(knownRules, { ...house, caps: readHouseCaps('2/24h') }, noOperatorRules),
      rulesInForce(knownRules, house, read({ overrides: [{ ...about, 'instead of': '*/hours', says: open }] })),
    ];
    expect(new Set([hash, ...others.map((book) => book.hash)]).size).toBe(4);
  });

  test('has hours of the house in every country of the records, each under an id of its own', () => {
    const { rules } = rulesInForce(knownRules, house, noOperatorRules);
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const countries = new Set(knownRules.map(({ place }) => place.slice(0, 2)));
    expect(ids.filter((id) => /^house\/..\/hours\/1$/.test(id))).toHaveLength(countries.size);
  });
});

test('the file in the README opens every hour everywhere, lifts the caps of the house, and is looser than the rules', async () => {
  const readme = await readFile(join(projectRoot, 'README.md'), 'utf8');
  const [, block] = readme.match(/```json\n(.*?)```/s)!;
  const book = rulesInForce(knownRules, house, readRulesFile(block!, now));
  const everyHour = { kind: 'hours', windows: readWeek('Mon-Sun 00:00-24:00') };
  for (const rule of book.rules) {
    const override = overrideOf(book.overrides, rule, today);
    if (rule.says.kind === 'hours') expect(override?.says).toEqual(everyHour);
    if (rule.says.kind === 'blocked' || rule.id.startsWith('house/*/cap')) expect(override?.says).toBeNull();
    if (override && rule.says.kind !== 'hours') expect(isLooser(override, rule)).toBe(true);
  }
  expect(['FR', 'JM', 'TR', 'GG'].every((country) => isPlaceKnown(book, country, today))).toBe(true);
});
