import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { noOperatorRules } from '../src/domain/rules/operator-rules.ts';
import { HouseCapsSetting, HouseHoursSetting, RulesFileSetting } from '../src/rule-settings.ts';

function aRulesFile(content: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'trickle-rules-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'rules.json');
  writeFileSync(path, content);
  return path;
}

function problemsOf({ error }: { error?: { issues: { message: string }[] } | undefined }): string[] {
  return error?.issues.map(({ message }) => message) ?? [];
}

describe('settings of rules', () => {
  test('are the usual hours and caps, and no rules of one’s own', () => {
    expect(HouseHoursSetting.parse(undefined)).toEqual({ '*': { kind: 'usual' } });
    expect(HouseCapsSetting.parse(undefined)).toEqual({
      kind: 'caps',
      caps: [
        { max: 1, perHours: 24 },
        { max: 3, perHours: 168 },
      ],
    });
    expect(RulesFileSetting.parse(undefined)).toEqual(noOperatorRules);
  });

  test('say what is wrong with hours and caps', () => {
    expect(problemsOf(HouseHoursSetting.safeParse('FR off'))[0]).toContain('gives no reason');
    expect(problemsOf(HouseCapsSetting.safeParse('many'))[0]).toContain('“many” is not a cap');
  });

  test('read the file of rules from its path', () => {
    const entry = { place: 'JM', because: 'We asked.', by: 'Ada Okafor', from: '2026-11-01', until: '9999-12-31' };
    const path = aRulesFile(JSON.stringify({ rules: [{ ...entry, says: { kind: 'note', text: 'Only members.' } }] }));
    expect(RulesFileSetting.parse(path).rules.map(({ id }) => id)).toEqual(['operator/JM/note/1']);
  });

  test('tell each wrong entry of it, and that there is none', () => {
    const path = aRulesFile('{"rules": [{}, 1]}');
    expect(problemsOf(RulesFileSetting.safeParse(path))).toEqual(
      expect.arrayContaining([
        'rules 1, because: it is missing. Write why, in a sentence.',
        'rules 1, until: write a day such as 2027-06-30.',
        expect.stringMatching(/^rules 2: /),
      ]),
    );
    expect(problemsOf(RulesFileSetting.safeParse('/no/such/rules.json'))[0]).toContain('there is no such file');
  });

  test('tell what would hold instead of nothing', () => {
    const about = { because: 'We asked.', by: 'Ada Okafor', from: '2026-11-01', until: '9999-12-31' };
    const says = { kind: 'hours', windows: 'Mon-Fri 10:00-17:00' };
    const fileWith = (...names: string[]) =>
      aRulesFile(
        `\uFEFF${JSON.stringify({ overrides: names.map((name) => ({ ...about, 'instead of': name, says })) })}`,
      );
    const wrong = ['US-FL/hours/7', 'US-OH/hours', 'house/US-FL/hours'];
    expect(problemsOf(RulesFileSetting.safeParse(fileWith(...wrong)))).toEqual(
      wrong.map((name) => expect.stringContaining(`there is no rule “${name}”`)),
    );
    const right = ['US-FL/hours/1', 'US-FL/hours', '*/hours', 'house/*/hours', 'house/JM/hours', 'JM/hours'];
    expect(RulesFileSetting.parse(fileWith(...right)).overrides).toHaveLength(right.length);
  });
});
