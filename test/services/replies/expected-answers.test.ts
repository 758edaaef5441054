import { expect, test } from 'vitest';
import { nothingForeseen } from '../../../src/domain/answering/answering.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import type { PhoneNumber } from '../../../src/domain/ids.ts';
import type { Conversation } from '../../../src/domain/reply/conversation.ts';
import { createInbox } from '../../../src/services/replies/inbox.ts';
import { createReports } from '../../../src/services/reports/reports.ts';
import { createRateLimits } from '../../../src/services/sending/rate-limits.ts';
import { agent, author } from '../../support/builders.ts';
import { refusalOf } from '../../support/refusal.ts';
import { aBench, type Bench } from '../../support/services.ts';
import { phoneOf } from '../../support/story.ts';

const [ada, ben] = [phoneOf(1), phoneOf(2)] as [PhoneNumber, PhoneNumber];

const answering = {
  ...nothingForeseen,
  expected: [
    { label: 'Yes', words: ['coming'], thankYou: 'See you there!' },
    { label: 'No', words: [], thankYou: null },
  ],
  outcomes: ['Wrong number'],
};

/** Both people of a campaign that foresees two answers have been texted. */
async function aCampaignAnswered(): Promise<{ bench: Bench; campaign: Campaign; said: () => Promise<Conversation> }> {
  const bench = await aBench();
  const campaign = await bench.approved({ size: 2, answering });
  await bench.run(5);
  const said = async () => (await bench.store.conversations.find(campaign.id, ada))!;
  return { bench, campaign, said };
}

/** Of the process after it. */
const anotherInbox = ({ deps, clock }: Bench) => createInbox(deps, createRateLimits(deps.settings, clock));

const thanks = ({ sent }: Bench) => sent.filter(({ text }) => text === 'See you there!');

test('a text that says an expected answer is counted, thanked, and asks for nobody', async () => {
  const { bench, campaign, said } = await aCampaignAnswered();
  await bench.hear('Coming', ada);
  await bench.run(3);
  expect(await said()).toMatchObject({ status: 'handled', outcome: { label: 'Yes', by: null } });
  expect(await bench.store.conversations.unanswered(campaign.id)).toBe(0);
  expect(thanks(bench)).toHaveLength(1);
  const pending = await bench.store.announcements.pending();
  expect(pending.filter(({ kind }) => kind === 'inbound')).toEqual([]);
  expect(pending.filter(({ kind }) => kind === 'counted_card')).toHaveLength(1);
});

test('the thank-you is sent once, however often the answer is given', async () => {
  const { bench, said } = await aCampaignAnswered();
  for (let no = 0; no < 4; no += 1) {
    await bench.hear('yes', ada);
    await bench.run(2);
  }
  expect(thanks(bench)).toHaveLength(1);
  expect((await said()).messages.filter(({ direction }) => direction === 'in')).toHaveLength(4);
});

test('an answer without a thank-you is counted in silence', async () => {
  const { bench, said } = await aCampaignAnswered();
  const before = bench.sent.length;
  await bench.hear('no', ada);
  await bench.run(3);
  expect((await said()).outcome?.label).toBe('No');
  expect(bench.sent).toHaveLength(before);
});

test('nobody is thanked after a STOP', async () => {
  const { bench, said } = await aCampaignAnswered();
  await Promise.all([bench.hear('yes', ada), bench.hear('STOP', ada)]);
  await bench.run(5);
  expect(thanks(bench)).toEqual([]);
  expect(bench.store.suppressions.blocks((await said()).number)).toBe(true);
});

test.each([
  ['a second thought', ['yes', 'no']],
  ['a question after it', ['yes', 'when?']],
  ['an answer after a question', ['when?', 'yes']],
])('%s needs a person', async (_, texts) => {
  const { bench, campaign, said } = await aCampaignAnswered();
  for (const text of texts) await bench.hear(text, ada);
  expect(await bench.store.conversations.unanswered(campaign.id)).toBe(1);
  expect((await said()).status).toBe('open');
});

test('“yes” to what an agent asked is no answer to the campaign', async () => {
  const { bench, campaign } = await aCampaignAnswered();
  await bench.hear('is it far?', ada);
  const { id } = (await bench.store.conversations.find(campaign.id, ada))!;
  await bench.inbox.answer(id, { text: 'Shall we fetch you?', by: agent, key: 'k' });
  await bench.hear('yes', ada);
  expect(await bench.store.conversations.unanswered(campaign.id)).toBe(1);
});

test('a question that comes at the same moment as an expected answer stays open', async () => {
  const { bench, campaign } = await aCampaignAnswered();
  await Promise.all([bench.hear('when?', ada), bench.hear('yes', ada)]);
  expect(await bench.store.conversations.unanswered(campaign.id)).toBe(1);
});

test('“yes” and “no” from one person at the same moment are a second thought, which stays open', async () => {
  const { bench, campaign, said } = await aCampaignAnswered();
  await Promise.all([bench.hear('yes', ada), bench.hear('no', ada)]);
  expect(await bench.store.conversations.unanswered(campaign.id)).toBe(1);
  expect((await said()).messages.filter((message) => message.direction === 'in' && message.countedAs)).toHaveLength(1);
});

test('counted answers never hold the next batch', async () => {
  const bench = await aBench();
  const throttle = { batchSize: 2, everySeconds: 10, holdAbove: 0 };
  const campaign = await bench.approved({ size: 4, answering, throttle });
  await bench.run(2);
  await bench.hear('yes', ada);
  await bench.hear('no', ben);
  await bench.run(15);
  expect((await bench.store.recipients.tally(campaign.id)).counts.queued).toBe(0);
});

test('a person re-opens a counted answer: it waits, gets a card, and its label no longer counts', async () => {
  const { bench, campaign, said } = await aCampaignAnswered();
  await bench.hear('yes', ada);
  await bench.inbox.reopen((await said()).id, agent);
  expect(await said()).toMatchObject({ status: 'open', outcome: null, decisions: [{ kind: 'reopened', by: agent }] });
  expect(await bench.store.conversations.unanswered(campaign.id)).toBe(1);
  const pending = await bench.store.announcements.pending();
  expect(pending.filter(({ kind }) => kind === 'inbound')).toHaveLength(1);
});

test('a person corrects the label of a counted answer to one of the campaign’s outcomes, and to no other', async () => {
  const { bench, said } = await aCampaignAnswered();
  await bench.hear('yes', ada);
  const { id } = await said();
  await bench.inbox.setOutcome(id, { label: 'Wrong number', by: agent });
  expect(await said()).toMatchObject({ status: 'handled', outcome: { label: 'Wrong number', by: agent } });
  expect(await refusalOf(bench, () => bench.inbox.setOutcome(id, { label: 'Maybe', by: agent }))).toMatchObject({
    code: 'unknown_outcome',
  });
});

test('whoever was counted and wrote again is counted nowhere before somebody has looked', async () => {
  const { bench, campaign } = await aCampaignAnswered();
  const reports = createReports(bench.deps);
  const figures = async () => [
    (await reports.report(campaign.id)).outcomes,
    (await reports.counted(campaign.id)).outcomes,
  ];
  await bench.hear('yes', ada);
  expect(await figures()).toEqual([[{ label: 'Yes', people: 1 }], [{ label: 'Yes', people: 1 }]]);
  await bench.hear('or when?', ada);
  expect(await figures()).toEqual([[], []]);
});

test('a re-opened answer is not thanked', async () => {
  const { bench, said } = await aCampaignAnswered();
  bench.answerWith(() => ({ kind: 'throttled', retryAfterMs: 60_000 }));
  await bench.hear('yes', ada);
  await bench.inbox.reopen((await said()).id, agent);
  await bench.run(5);
  expect(thanks(bench)).toEqual([]);
});

test('a thank-you that a stop kept back is given by the next start, and never twice', async () => {
  const { bench, said } = await aCampaignAnswered();
  await bench.inbox.stop();
  await bench.hear('yes', ada);
  await bench.run(3);
  expect(thanks(bench)).toEqual([]);
  const again = anotherInbox(bench);
  await again.start();
  await again.start();
  await bench.run(3);
  expect(thanks(bench)).toHaveLength(1);
  expect((await said()).messages.filter(({ direction }) => direction === 'out')).toHaveLength(1);
});

test('whoever an agent has answered meanwhile is not thanked by the next start', async () => {
  const { bench, said } = await aCampaignAnswered();
  await bench.inbox.stop();
  await bench.hear('yes', ada);
  await bench.inbox.answer((await said()).id, { text: 'Sorry, the hall is full.', by: agent, key: 'full' });
  await anotherInbox(bench).start();
  await bench.run(3);
  expect(thanks(bench)).toEqual([]);
});

test('whoever has written STOP meanwhile is not thanked by the next start', async () => {
  const { bench } = await aCampaignAnswered();
  await bench.inbox.stop();
  await bench.hear('yes', ada);
  await bench.hear('STOP', ada);
  await anotherInbox(bench).start();
  await bench.run(3);
  expect(thanks(bench)).toEqual([]);
});

test('nobody is thanked for the answer of an hour ago', async () => {
  const { bench } = await aCampaignAnswered();
  await bench.inbox.stop();
  await bench.hear('yes', ada);
  await bench.run(3_601);
  await anotherInbox(bench).start();
  await bench.run(3);
  expect(thanks(bench)).toEqual([]);
});

test('a cancelled campaign counts what people say and thanks nobody', async () => {
  const bench = await aBench();
  const throttle = { batchSize: 2, everySeconds: 600, holdAbove: null };
  const campaign = await bench.approved({ size: 4, answering, throttle });
  await bench.run(5);
  await bench.campaigns.cancel(campaign.id, author);
  await bench.hear('yes', ben);
  await bench.run(3);
  expect(thanks(bench)).toEqual([]);
  expect(await bench.store.conversations.find(campaign.id, ben)).toMatchObject({ outcome: { label: 'Yes' } });
});
