import { expect, test } from 'vitest';
import { whatBecameOf } from '../../../src/domain/fate/what-became-of.ts';
import { RecipientState } from '../../../src/domain/recipient/recipient.ts';
import { readHouseCaps, readHouseHours } from '../../../src/domain/rules/house.ts';
import { readRulesFile } from '../../../src/domain/rules/operator-rules.ts';
import { knownRules } from '../../../src/domain/rules/records/index.ts';
import { rulesInForce } from '../../../src/domain/rules/rule-book.ts';
import { createReports } from '../../../src/services/reports/reports.ts';
import { whyAnswer } from '../../../src/slack/ui/messages/why-answer.ts';
import { asText } from '../../../src/slack/ui/parts/sentence.ts';
import { fateSentence } from '../../../src/slack/ui/words/fate-words.ts';
import { agent, aRecipient } from '../../support/builders.ts';
import { aBench, type Bench } from '../../support/services.ts';
import { phoneOf } from '../../support/story.ts';

const why = async (bench: Bench, who: number) =>
  whyAnswer(await createReports(bench.deps, bench.dispatcher).why(phoneOf(who), agent)).text;

test('says of each person whether they were texted, wait or never will be, and why', async () => {
  const bench = await aBench();
  bench.answerWith(({ ref, to }) =>
    to === phoneOf(2)
      ? { kind: 'refused', code: '1170', reason: 'no such number' }
      : to === phoneOf(3)
        ? { kind: 'unconfirmed', cause: 'timeout' }
        : { kind: 'accepted', messageId: ref },
  );
  await bench.approved({ size: 6, throttle: { batchSize: 3, everySeconds: 600, holdAbove: null } });
  await bench.run(5);
  await bench.hear('STOP', phoneOf(5) as never);

  expect(await why(bench, 1)).toMatch(/Texted at .*, no receipt yet\.$/);
  expect(await why(bench, 2)).toMatch(/Not texted: the SMS provider refused the message.*no phone number/);
  expect(await why(bench, 3)).toMatch(/Nobody can know whether the message went out/);
  expect(await why(bench, 4)).toMatch(/Waits: the next batch leaves at /);
  expect(await why(bench, 5)).toMatch(/Not texted: the person is opted out since /);
  expect(await why(bench, 99)).toMatch(/is on no list of a campaign that you may see\.$/);
  await bench.hear('STOP', phoneOf(98) as never);
  expect(await why(bench, 98)).toMatch(/that you may see\. The number has opted out\.$/);
});

test('answers for the five newest campaigns that have the person, under any spelling', async () => {
  const bench = await aBench();
  for (let made = 0; made < 6; made += 1) {
    await bench.approved({ size: 2 });
    await bench.clock.advance(1_000);
  }
  const { campaigns } = await createReports(bench.deps).why(phoneOf(1).replace('+1', ''), agent);
  expect(campaigns).toHaveLength(5);
});

test('names the hours that a person waits for, and no rule that has not decided it', async () => {
  const house = { hours: readHouseHours('on'), caps: readHouseCaps('off because this is a test') };
  const book = rulesInForce(knownRules, house, readRulesFile('{}', new Date('2026-11-20T00:00:00Z')));
  // Monday, 8:30 in New York.
  const bench = await aBench({ book, start: '2026-11-30T13:30:00.000Z' });
  await bench.approved({ size: 1 });
  expect(await why(bench, 1)).toMatch(
    /texts wait until 09:00 \(New York\)\. By US\/hours\/1, US-NJ\/hours\/1 and house\/US\/hours\/1, which is not legal advice\.$/,
  );
});

test('says of whoever waits past the last moment of the campaign that they do not get it', async () => {
  const house = { hours: readHouseHours('on'), caps: readHouseCaps('off because this is a test') };
  const book = rulesInForce(knownRules, house, readRulesFile('{}', new Date('2026-11-20T00:00:00Z')));
  const bench = await aBench({ book, start: '2026-11-30T13:30:00.000Z' });
  await bench.approved({ size: 1, notAfter: '2026-11-30T13:50:00.000Z' });
  expect(await why(bench, 1)).toContain('That is after the campaign’s last moment, so that they do not get it.');
});

test('a number that is none is refused', async () => {
  const bench = await aBench();
  await expect(createReports(bench.deps).why('reunion', agent)).rejects.toMatchObject({ code: 'bad_number' });
});

test('every state of a person has its own sentence', () => {
  const campaign = { status: 'paused', startAt: null, pause: null } as const;
  const sentences = RecipientState.options.map((state) => {
    const recipient = aRecipient({ state, reason: state === 'skipped' ? 'duplicate' : null, messageId: null });
    return asText([fateSentence(whatBecameOf({ recipient, campaign, suppression: undefined, plan: null }), 'UTC')]);
  });
  expect(new Set(sentences).size).toBe(RecipientState.options.length);
});
