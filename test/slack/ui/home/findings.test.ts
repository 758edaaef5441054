import { expect, test } from 'vitest';
import { auditOf } from '../../../../src/domain/rules/audit.ts';
import { readHouseCaps, readHouseHours } from '../../../../src/domain/rules/house.ts';
import { noOperatorRules, readRulesFile } from '../../../../src/domain/rules/operator-rules.ts';
import { knownRules } from '../../../../src/domain/rules/records/index.ts';
import { rulesInForce } from '../../../../src/domain/rules/rule-book.ts';
import { findingBlocks } from '../../../../src/slack/ui/home/findings.ts';
import { usualHouse } from '../../../support/usual-house.ts';
import { textOf } from '../read-blocks.ts';

const france = knownRules.filter(({ place }) => place === 'FR');

test('where all is as usual nothing stands there', () => {
  const book = rulesInForce(knownRules, usualHouse, noOperatorRules);
  expect(findingBlocks(auditOf(book, '2026c', new Date('2026-11-29T12:00:00Z')))).toEqual([]);
});

test('an admin sees what has to be done and what is in force by whose word, each in a line', () => {
  const entry = { by: 'Ada Okafor', because: 'We asked a lawyer.', from: '2029-01-01', says: 'nothing' };
  const file = {
    overrides: [
      { ...entry, 'instead of': 'FR/consent', until: '2030-06-30' },
      { ...entry, 'instead of': 'FR/cap', until: '2029-12-01' },
    ],
  };
  const now = new Date('2029-12-05T12:00:00Z');
  const house = {
    hours: readHouseHours('US off because we are asked to write at night'),
    caps: readHouseCaps('off because this is a test system'),
  };
  const book = rulesInForce(france, house, readRulesFile(JSON.stringify(file), now));
  expect(textOf(findingBlocks(auditOf(book, '2027b', now))).split('\n')).toEqual([
    'Rules to look at',
    'To do: Closed from 1 Jan 2030 on: France. Their public holidays are known only until 31 Dec 2029, and nobody will be texted there. Update Trickle, or set hours without holidays in RULES_FILE.',
    'To do: override/FR/cap ended before 1 Dec 2029 (Ada Okafor: “We asked a lawyer.”). Take it out of RULES_FILE, or write a later day, and start Trickle again.',
    `To do: ${france.length} rules of France were last read on 20 Nov 2026, more than 12 months ago. Update Trickle, or look at the sources yourself: /sms-campaign rules names them.`,
    'To do: The time-zone data of this computer is of 2027 (2027b): where clocks have been changed since, texts may leave an hour off. Update Node.js.',
    'In force: override/FR/consent is looser than the rules, until 30 Jun 2030 (Ada Okafor: “We asked a lawyer.”).',
    'In force: HOUSE_CAPS is off: this is a test system.',
    'Not legal advice.',
  ]);
});

test('of very many only some are named, and it says how many more there are', () => {
  const finding = {
    kind: 'looser' as const,
    ids: ['override/FR/hours'],
    until: '2027-06-30',
    by: 'Ada',
    because: 'We test.',
  };
  const said = textOf(findingBlocks(Array.from({ length: 15 }, () => finding))).split('\n');
  expect(said).toHaveLength(15);
  expect(said.slice(-2)).toEqual(['And 3 more, which the log of the last start names.', 'Not legal advice.']);
});
