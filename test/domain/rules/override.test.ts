import { describe, expect, test } from 'vitest';
import { readHouseCaps, readHouseHours } from '../../../src/domain/rules/house.ts';
import { isLooser } from '../../../src/domain/rules/is-looser.ts';
import { noOperatorRules, readRulesFile } from '../../../src/domain/rules/operator-rules.ts';
import { type Override, overridesOf } from '../../../src/domain/rules/override.ts';
import { knownRules } from '../../../src/domain/rules/records/index.ts';
import { isInForce, isOf, type Rule, type Rule as RuleThere } from '../../../src/domain/rules/rule.ts';
import { rulesInForce } from '../../../src/domain/rules/rule-book.ts';
import { readWeek } from '../../../src/domain/rules/week-text.ts';

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

describe('what holds instead of a rule', () => {
  const { overrides } = read({
    overrides: [
      { ...about, 'instead of': '*/hours', says: open },
      { ...about, 'instead of': 'house/*/hours', says: { kind: 'hours', windows: 'Mon-Sun 06:00-22:00' } },
      { ...about, 'instead of': 'FR/hours', says: 'nothing' },
      {
        ...about,
        'instead of': 'FR/hours/1',
        says: { kind: 'hours', windows: 'Mon-Sat 09:00-19:00', closedOn: ['FR'] },
      },
    ],
  });
  const book = rulesInForce(knownRules, house, { ...noOperatorRules, overrides });
  const instead = (id: string, day = today) =>
    overrideOf(overrides, book.rules.find((rule) => rule.id === id)!, day)?.insteadOf;

  test('is what names the rule most closely', () => {
    expect(instead('FR/hours/1')).toBe('FR/hours/1');
    expect(instead('house/FR/hours/1')).toBe('FR/hours');
    expect(instead('house/DE/hours/1')).toBe('house/*/hours');
    expect(instead('DE/hours/1')).toBe('*/hours');
    expect(instead('FR/consent/1')).toBeUndefined();
  });

  test('holds on its days only', () => {
    expect(['2026-10-31', '2026-11-01', '2027-06-29', '2027-06-30'].map((day) => instead('DE/hours/1', day))).toEqual([
      undefined,
      '*/hours',
      '*/hours',
      undefined,
    ]);
  });

  test('leaves the rule as it was', () => {
    expect(book.rules.filter(({ basis, place }) => basis !== 'house' || place.length > 5)).toEqual(
      knownRules.filter(({ basis }) => basis !== 'house'),
    );
  });

  test('never stands for a rule of the operator’s own', () => {
    const { rules } = read({ rules: [{ ...about, place: 'DE', says: open }] });
    expect(overrideOf(overrides, rules[0]!, today)).toBeUndefined();
  });
});

describe('looser than a rule', () => {
  const ofFrance = knownRules.filter(({ place }) => place === 'FR');
  const rule = (kind: Parameters<typeof isOf>[0]) => ofFrance.find(isOf(kind))!;

  test.each([
    ['is nothing', 'hours', null, true],
    ['are other hours', 'hours', { kind: 'hours', windows: readWeek('Mon-Sat 08:00-19:00'), closedOn: ['FR'] }, true],
    ['are hours on holidays', 'hours', { kind: 'hours', windows: readWeek('Mon-Sat 09:00-19:00') }, true],
    [
      'are not hours within them',
      'hours',
      { kind: 'hours', windows: readWeek('Mon-Wed 09:00-12:00, Wed 12:00-20:00'), closedOn: ['ES', 'FR'] },
      false,
    ],
    ['is not a consent that asks more', 'consent', { kind: 'consent', needs: 'express' }, false],
    ['is not a soft consent that lapses', 'consent', { kind: 'consent', needs: 'soft', softMonths: 6 }, false],
    ['is another way out', 'opt_out_text', { kind: 'opt_out_text', anyOf: ['STOP'], sameChannel: false }, true],
    [
      'is not one way out of several',
      'opt_out_text',
      { kind: 'opt_out_text', anyOf: ['stop au 36'], sameChannel: true },
      false,
    ],
    ['is a name that nobody registers', 'sender', { kind: 'sender', alphanumeric: 'free', replies: false }, true],
    ['are replies that cannot come', 'sender', { kind: 'sender', alphanumeric: 'registered', replies: true }, true],
    ['is not a sender that is no name', 'sender', { kind: 'sender', alphanumeric: 'no', replies: false }, false],
  ] as const)('%s', (_, kind, says, expected) => {
    const mutable = says === null ? null : structuredClone(says);
    expect(isLooser({ says: mutable as Rule['says'] | null }, rule(kind))).toBe(expected);
  });

  test('is a higher cap, a shorter time, a lifted block and a shorter keeping', () => {
    const says = (id: string) => knownRules.find((rule) => rule.id === id)!;
    const cap = says('US-FL/cap/1');
    expect(isLooser({ says: { kind: 'cap', max: 4, perHours: 24 } }, cap)).toBe(true);
    expect(isLooser({ says: { kind: 'cap', max: 3, perHours: 12 } }, cap)).toBe(true);
    expect(isLooser({ says: { kind: 'cap', max: 2, perHours: 48 } }, cap)).toBe(false);
    expect(isLooser({ says: null }, says('IN/blocked/1'))).toBe(true);
    expect(isLooser({ says: { kind: 'keep', what: 'consent', years: 4 } }, says('US/keep/2'))).toBe(true);
    expect(
      isLooser({ says: { kind: 'sender', alphanumeric: 'registered', replies: false } }, says('AE/sender/1')),
    ).toBe(true);
  });
});
