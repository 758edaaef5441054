import { expect, test } from 'vitest';
import { readRulesFile } from '../../../src/domain/rules/operator-rules.ts';
import { knownRules } from '../../../src/domain/rules/records/index.ts';
import { rulesInForce } from '../../../src/domain/rules/rule-book.ts';
import { createReports } from '../../../src/services/reports/reports.ts';
import { rulesAnswer } from '../../../src/slack/ui/messages/rules-answer.ts';
import { whyAnswer } from '../../../src/slack/ui/messages/why-answer.ts';
import { agent } from '../../support/builders.ts';
import { aBench } from '../../support/services.ts';
import { phoneOf } from '../../support/story.ts';
import { usualHouse } from '../../support/usual-house.ts';

test('A country that the operator opened is not told to be blocked', async () => {
  const about = { says: 'nothing', because: 'We asked.', by: 'Ada', from: '2026-11-01', until: '2027-06-01' };
  const overrides = ['JP/blocked', 'JM/blocked'].map((one) => ({ ...about, 'instead of': one }));
  const operator = readRulesFile(JSON.stringify({ overrides }), new Date('2026-12-01'));
  const bench = await aBench({
    book: rulesInForce(knownRules, usualHouse, operator),
    start: '2026-12-01T15:00:00.000Z',
  });
  const answer = await createReports(bench.deps, bench.dispatcher).rules('', agent);
  const { text } = rulesAnswer(answer);
  expect(text.match(/are known: ([^.]*)\./)?.[1]).toMatch(/Jamaica.*Japan/);
  const blocked = text.match(/Blocked by a rule: ([^.]*)\./)?.[1];
  expect(blocked).toMatch(/Saudi Arabia/);
  expect(blocked).not.toMatch(/Japan|Jamaica/);
});

test('Who waits because they were texted lately is not told to be free to be texted', async () => {
  const bench = await aBench({
    book: rulesInForce(knownRules, usualHouse, { rules: [], overrides: [], ended: [] }),
    start: '2026-12-01T22:00:00.000Z',
  });
  await bench.approved({ size: 1 });
  await bench.run(5);
  expect(bench.sent).toHaveLength(1);
  await bench.clock.advance(17 * 3_600_000);
  await bench.approved({ size: 1 });
  await bench.run(5);
  expect(bench.sent).toHaveLength(1);
  const { text } = whyAnswer(await createReports(bench.deps, bench.dispatcher).why(phoneOf(1), agent));
  expect(text).toMatch(/open now.*How often they have been texted is not counted in this\.$/);
});

test('A number is understood as people of the country write it', async () => {
  const bench = await aBench({ settings: { country: 'FR' } });
  const reports = createReports(bench.deps, bench.dispatcher);
  for (const typed of ['06 12 34 56 78', '06.12.34.56.78', '+33 6 12 34 56 78']) {
    expect(await reports.rules(typed, agent)).toMatchObject({ number: '+33612345678', where: { country: 'FR' } });
  }
});
