import { describe, expect, test } from 'vitest';
import { readHouseCaps, readHouseHours } from '../../../src/domain/rules/house.ts';
import { readRulesFile } from '../../../src/domain/rules/operator-rules.ts';
import { knownRules } from '../../../src/domain/rules/records/index.ts';
import { rulesInForce } from '../../../src/domain/rules/rule-book.ts';
import { createReports } from '../../../src/services/reports/reports.ts';
import { rulesAnswer } from '../../../src/slack/ui/messages/rules-answer.ts';
import { agent } from '../../support/builders.ts';
import { aBench } from '../../support/services.ts';
import { phoneOf } from '../../support/story.ts';

const house = { hours: readHouseHours('on'), caps: readHouseCaps('1/24h, 3/7d') };

async function asked(typed: string, file = '{}') {
  const operator = readRulesFile(file, new Date('2026-11-20T00:00:00Z'));
  const bench = await aBench({ book: rulesInForce(knownRules, house, operator) });
  return rulesAnswer(await createReports(bench.deps, bench.dispatcher).rules(typed, agent)).text;
}

describe('who asks the rules', () => {
  test.each([
    ['FR', /In France: /],
    ['Florida', /In Florida: /],
    ['US-FL', /In Florida: /],
    ['CA', /In Canada: .*If you mean California, write US-CA\./],
  ])('about %s reads whether texts leave now, and each rule with its source', async (typed, expected) => {
    const text = await asked(typed);
    expect(text).toMatch(expected);
    expect(text).toMatch(/(open now, until|texts wait until) \d\d:\d\d/);
    expect(text).toMatch(/read on 20\d\d-/);
    expect(text).toContain('They are not legal advice; check them for your case.');
  });

  test('about a number reads where the person is taken to be, the number masked', async () => {
    const number = phoneOf(1);
    const text = await asked(number);
    expect(text).toMatch(/•••• \d{4} is taken to be in .*, by their number\./);
    expect(text).not.toContain(number);
  });

  test('about a state reads its own hours, those of its country and the house’s before what is only good to know', async () => {
    const text = await asked('US-FL');
    const [ofState, ofCountry, ofHouse, note] = [
      'Florida: Mon–Sun 08:00–20:00',
      'United States: Mon–Sun 08:00–21:00',
      'United States: Mon–Sat 09:00–20:00',
      'Florida: Somebody with an area code of Florida',
    ].map((words) => text.indexOf(words));
    expect([ofState, ofCountry, ofHouse, note]).toEqual(
      [ofState, ofCountry, ofHouse, note].toSorted((a, b) => a! - b!),
    );
    expect(ofState).toBeGreaterThan(-1);
  });

  test('about a country without rules reads that nobody there can be texted, and the way out', async () => {
    expect(await asked('Tuvalu')).toContain(
      'nobody there can be texted yet: no rule is entered. An admin can add one with RULES_FILE.',
    );
  });

  test('reads what the operator set beside the rule that it touches, with who, why and until when', async () => {
    const override = {
      'instead of': 'FR/hours',
      says: 'nothing',
      because: 'a test of ours',
      by: 'Ada',
      from: '2026-01-01',
      until: '2030-01-01',
    };
    const file = JSON.stringify({ overrides: [override] });
    expect(await asked('France', file)).toMatch(/Instead .*before 2030-01-01: nothing, by Ada: a test of ours/);
    expect(await asked('', file)).toContain('a test of ours');
  });

  test('about nothing reads which countries have rules, the house and how to ask', async () => {
    const text = await asked('');
    expect(text).toMatch(/Rules of \d+ countries are known: Australia, Austria, .*France/);
    expect(text).toContain('at most 1 text to one number in 24 hours');
    expect(text).toContain('/sms-campaign rules US-FL');
  });

  test('about what is no place is told how to write one', async () => {
    await expect(asked('Atlantis')).rejects.toMatchObject({ code: 'bad_place' });
  });
});
