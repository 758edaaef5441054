import { expect, test } from 'vitest';
import { longestAnswer, nothingForeseen } from '../../../src/domain/answering/answering.ts';
import type { PhoneNumber } from '../../../src/domain/ids.ts';
import { whatItSays } from '../../../src/domain/reply/expected/same-words.ts';
import { createInbox } from '../../../src/services/replies/inbox.ts';
import { createRateLimits } from '../../../src/services/sending/rate-limits.ts';
import { agent, channel } from '../../support/builders.ts';
import { refusalOf } from '../../support/refusal.ts';
import { aBench, type Bench } from '../../support/services.ts';
import { phoneOf } from '../../support/story.ts';

const answering = {
  ...nothingForeseen,
  expected: [{ label: 'Yes', words: ['coming'], thankYou: 'Thank you, {{first_name}}!' }],
  canned: [
    { label: 'Too long', text: 'Dear {{first_name}}, in hall 3.' },
    { label: 'Fits', text: '{{first_name}}' },
  ],
};

async function whereTheyWrote(count: number, words: string | null) {
  const bench = await aBench();
  const throttle = { batchSize: 100, everySeconds: 10, holdAbove: null };
  const campaign = await bench.approved({ size: count, answering, throttle });
  await bench.run(count + 5);
  for (let no = 1; no <= count && words !== null; no += 1) await bench.hear(words, phoneOf(no) as PhoneNumber);
  return { bench, campaign };
}

const longOnes = ({ sent }: Bench) => sent.filter(({ text }) => text.length > 1_000);

/** The list has a long value of the first person. */
function withLongValue({ deps, clock }: Bench) {
  const { recipients } = deps.store;
  const texted: typeof recipients.texted = async (number) =>
    (await recipients.texted(number)).map((one) =>
      number === phoneOf(1) ? { ...one, values: ['y'.repeat(longestAnswer)] } : one,
    );
  const store = { ...deps.store, recipients: { ...recipients, texted } };
  return createInbox({ ...deps, store }, createRateLimits(deps.settings, clock));
}

test('a canned answer that is too long for somebody is offered to nobody who answers them, refused with the reason, and never cut', async () => {
  const { bench, campaign } = await whereTheyWrote(1, 'Is there parking?');
  const inbox = withLongValue(bench);
  const found = await inbox.next(campaign.id, { by: agent });
  if (found.kind !== 'reply') throw new Error('Nothing waits.');
  expect(found.row.canned.map(({ label }) => label)).toEqual(['Fits']);
  expect(found.row.leftOut).toEqual([{ label: 'Too long', why: 'too_long' }]);
  const send = (canned: string) =>
    inbox.answer(found.conversation.id, { text: '', canned, by: agent, key: canned, onePress: true });
  const refusal = await refusalOf(bench, () => send('Too long'));
  expect(refusal).toMatchObject({ code: 'unknown_answer', field: 'cannedAnswer' });
  expect(refusal?.message).toContain('filled in, it has more than 1530 characters');
  expect(await bench.store.conversations.unanswered(campaign.id)).toBe(1);
  const sending = send('Fits');
  await bench.run(3);
  await sending;
  expect(longOnes(bench).map(({ text }) => text.length)).toEqual([longestAnswer]);
});

test('an answer to all leaves out for whom it is too long: they are named, and wait', async () => {
  const { bench, campaign } = await whereTheyWrote(3, 'Is there parking?');
  for (const { id, kind } of await bench.store.announcements.pending()) {
    if (kind === 'group_card') await bench.store.announcements.done(id, { channel, id: '1764300000.000200' });
  }
  const inbox = withLongValue(bench);
  const group = { campaignId: campaign.id, says: whatItSays('Is there parking?') };
  const answer = { typed: 'Behind the hall, {{first_name}}.' };
  const { leftOut, of, until } = await inbox.previewAnswer(group, { answer, by: agent });
  expect([...leftOut]).toEqual([['too_long', 1]]);
  await inbox.answerGroup(group, { answer, of, until, key: 'all', by: agent });
  await bench.run(10);
  expect(bench.sent.filter(({ text }) => text.startsWith('Behind'))).toHaveLength(2);
  const [stored] = await bench.store.campaigns.groups(campaign.id);
  expect(stored?.answer?.missed).toMatchObject([{ why: 'too_long' }]);
  expect(await bench.store.conversations.unanswered(campaign.id)).toBe(1);
});

test('a thank-you that is too long is not given, and the log says so', async () => {
  const { bench } = await whereTheyWrote(1, null);
  const [from, to] = [phoneOf(1) as PhoneNumber, [...bench.deps.settings.senders.keys()][0]!];
  const at = bench.clock.now().toISOString();
  await withLongValue(bench).receive({ id: 'in-1', from, to, text: 'coming', at });
  await bench.run(5);
  expect(bench.sent.filter(({ text }) => text.startsWith('Thank you'))).toEqual([]);
  expect(bench.logged).toContain('A thank-you is not given');
});
