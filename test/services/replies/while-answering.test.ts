import { expect, test } from 'vitest';
import { nothingForeseen } from '../../../src/domain/answering/answering.ts';
import type { ConversationId, PhoneNumber } from '../../../src/domain/ids.ts';
import { isUnanswered } from '../../../src/domain/reply/conversation.ts';
import { createInbox } from '../../../src/services/replies/inbox.ts';
import { createRateLimits } from '../../../src/services/sending/rate-limits.ts';
import { agent } from '../../support/builders.ts';
import { refusalOf } from '../../support/refusal.ts';
import { aBench, type Bench } from '../../support/services.ts';
import { phoneOf } from '../../support/story.ts';

const ada = phoneOf(1) as PhoneNumber;
const answering = {
  ...nothingForeseen,
  expected: [{ label: 'Yes', words: ['coming'], thankYou: 'See you there!' }],
};

async function whereAdaSaid(words: string) {
  const bench = await aBench();
  const campaign = await bench.approved({ size: 1, answering });
  await bench.run(5);
  await bench.hear(words, ada);
  const said = async () => (await bench.store.conversations.find(campaign.id, ada))!;
  return { bench, said, id: (await said()).id };
}

/** What the agent does comes after the program has looked whose the text is, and before it has stored it. */
async function hearWhile({ deps }: Bench, words: string, act: () => Promise<unknown>, over = {}): Promise<void> {
  const { conversations } = deps.store;
  let isDone = false;
  const receive: typeof conversations.receive = async (received) => {
    if (!isDone) await act();
    isDone = true;
    return conversations.receive(received);
  };
  const store = { ...deps.store, conversations: { ...conversations, receive } };
  const inbox = createInbox({ ...deps, store }, createRateLimits(deps.settings, deps.clock));
  const at = deps.clock.now().toISOString();
  await inbox.receive({
    id: `late ${words}`,
    from: ada,
    to: [...deps.settings.senders.keys()][0]!,
    text: words,
    at,
    ...over,
  });
}

const answer = (bench: Bench, id: ConversationId, text: string, seen?: number) =>
  bench.inbox.answer(id, { text, by: agent, key: text, ...(seen !== undefined && { seen }) });

test('“yes” that comes while an agent asks something is the answer to that, which waits and is not thanked for', async () => {
  const { bench, said, id } = await whereAdaSaid('coming');
  await bench.run(5);
  const before = bench.sent.length;
  await hearWhile(bench, 'yes', () => answer(bench, id, 'Do you bring a cake?'));
  await bench.run(5);
  expect(isUnanswered(await said())).toBe(true);
  expect((await said()).messages.at(-1)).toMatchObject({ reading: 'reply' });
  expect(bench.sent.slice(before).map(({ text }) => text)).toEqual(['Do you bring a cake?']);
});

test('“yes” that comes while an agent re-opens the conversation waits with the rest, and sets no outcome', async () => {
  const { bench, said, id } = await whereAdaSaid('coming');
  await hearWhile(bench, 'yes', () => bench.inbox.reopen(id, agent));
  expect(await said()).toMatchObject({ status: 'open', outcome: null });
  expect((await said()).messages.at(-1)).toMatchObject({ reading: 'reply' });
});

test('a reaction that comes while an agent handles the conversation opens it for nobody', async () => {
  const { bench, said, id } = await whereAdaSaid('Is there parking?');
  await hearWhile(bench, '👍', () => bench.inbox.handle(id, agent, 1), { attachment: 'reaction' });
  expect(await said()).toMatchObject({ status: 'handled', handledBy: agent });
});

test('an agent does not answer over a text that came meanwhile, though it says the same', async () => {
  const { bench, id } = await whereAdaSaid('Is there parking?');
  await bench.hear('is there parking', ada);
  expect(await refusalOf(bench, () => answer(bench, id, 'Behind the hall.', 1))).toMatchObject({ code: 'unseen_text' });
});

test('nor over one that comes while the answer waits for its turn: it is not sent, and says why', async () => {
  const { bench, said, id } = await whereAdaSaid('Is there parking?');
  const sentBefore = bench.sent.length;
  const limits = createRateLimits(bench.deps.settings, bench.clock);
  const take: typeof limits.take = async (...args) => {
    await bench.hear('Forget it, I cannot come', ada);
    return limits.take(...args);
  };
  const inbox = createInbox(bench.deps, { ...limits, take });
  const sending = { text: 'Behind the hall.', by: agent, key: 'k', seen: 1, ifOpen: true };
  const answered = inbox.answer(id, sending);
  await bench.run(3);
  await answered;
  expect(bench.sent.slice(sentBefore)).toEqual([]);
  expect(isUnanswered(await said())).toBe(true);
  expect((await said()).messages.find(({ direction }) => direction === 'out')).toMatchObject({
    state: 'not_sent',
    reason: 'wrote_again',
  });
});

test('two answers pressed at once in one window are one text, and the second press is not told that its own went out', async () => {
  const { bench, id } = await whereAdaSaid('When?');
  const before = bench.sent.length;
  const press = (text: string) => refusalOf(bench, () => bench.inbox.answer(id, { text, by: agent, key: 'window' }));
  const told = await Promise.all([press('At six.'), press('In hall 3.'), press('At six.')]);
  expect(told.map((refusal) => refusal?.code)).toEqual([undefined, 'taken', undefined]);
  expect(bench.sent.slice(before).map(({ text }) => text)).toEqual(['At six.']);
});
