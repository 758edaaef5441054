import { beforeEach, expect, test } from 'vitest';
import { ConversationId } from '../../src/domain/ids.ts';
import type { Store } from '../../src/ports.ts';
import { createInbox } from '../../src/services/inbox.ts';
import { createRateLimits } from '../../src/services/rate-limits.ts';
import { createReceipts } from '../../src/services/receipts.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { startCampaign } from '../store/contract/arrange.ts';
import { simulatedDisk } from '../store/lowdb/simulated-disk.ts';
import {
  aCampaign,
  aConversation,
  agent,
  aNumber,
  anAnswer,
  anInbound,
  campaignId,
  sender,
} from '../support/builders.ts';
import { handClock } from '../support/hand-clock.ts';
import { depsFor } from '../support/opt-out-races.ts';

const clock = handClock();
const at = clock.now().toISOString();
const number = aNumber(0);
let store: Store;
let deps: ReturnType<typeof depsFor>;
let inbox: ReturnType<typeof createInbox>;
let texts = 0;

beforeEach(async () => {
  store = await openLowdbStore({ folder: '/opt-outs', disk: simulatedDisk(), now: clock.now });
  deps = depsFor(
    store,
    clock,
    () => 0,
    () => {},
  );
  inbox = createInbox(deps, createRateLimits(deps.settings, clock));
});

async function say(text: string) {
  texts += 1;
  await inbox.receive({ id: `said-${texts}`, from: number, to: sender, text, at });
}

async function claimed(): Promise<number[]> {
  const batch = { no: 1, startedAt: at, size: 100 };
  return (await store.recipients.claim(campaignId, batch, 100, clock.now())).map(({ no }) => no);
}

test.each([
  [['STOP', 'START', 'STOP'], true],
  [['STOP', 'START'], false],
  [['START', 'STOP'], true],
  [['STOP', 'STOP', 'START'], false],
  [['STOP', 'START', 'STOP', 'START'], false],
])('of %j the last word stands', async (words, isBlocked) => {
  await startCampaign(store, 1);
  for (const word of words) await say(word);
  expect(store.suppressions.blocks(number)).toBe(isBlocked);
  expect(await claimed()).toEqual(isBlocked ? [] : [0]);
});

test('a repeated webhook of an old STOP does not undo a START', async () => {
  await say('STOP');
  const stop = { id: `said-${texts}`, from: number, to: sender, text: 'STOP', at };
  await say('START');
  await inbox.receive(stop);
  expect(store.suppressions.blocks(number)).toBe(false);
});

test('whoever may have opted out is passed over until a person decides, and then gets the message', async () => {
  await startCampaign(store, 3);
  await say('Please cancel my appointment at three');
  expect(await claimed()).toEqual([1, 2]);
  const conversation = (await store.conversations.find(null, number))!;
  await inbox.keep(conversation.id, agent);
  expect(await claimed()).toEqual([0]);
});

test('whoever a person opts out then is skipped, with the reason', async () => {
  await startCampaign(store, 1);
  await say('Please cancel my appointment at three');
  const conversation = (await store.conversations.find(null, number))!;
  await inbox.optOut(conversation.id, agent);
  expect(await claimed()).toEqual([]);
  expect(await store.recipients.get(campaignId, 0)).toMatchObject({ state: 'skipped', reason: 'opted_out' });
});

test.each(['1240', '1483'])(
  'the carrier’s code %s for a message or for an answer opts the person out',
  async (code) => {
    const receipts = createReceipts(deps);
    await store.campaigns.create(aCampaign(), [
      { number, values: ['Ada'] },
      { number: aNumber(1), values: ['Ben'] },
    ]);
    const id = ConversationId.parse('abcdefgh2345');
    const conversation = { ...aConversation({ id, number: aNumber(1) }) };
    await store.conversations.receive({ message: anInbound(), conversation, announcements: [] });
    const saved = (await store.conversations.get(id))!;
    await store.conversations.save({ ...saved, messages: [...saved.messages, anAnswer()] });

    const refused = { messageId: 'message-1', status: 'rejected' as const, code, at };
    await receipts.receive({ ...refused, ref: `v1.${campaignId}.0.1` });
    await receipts.receive({ ...refused, ref: anAnswer().id });
    expect([number, aNumber(1)].map(store.suppressions.blocks)).toEqual([true, true]);
    expect(await claimed()).toEqual([]);
  },
);

test('an answer that waits for its turn does not leave when the person opts out meanwhile', async () => {
  const sent: string[] = [];
  deps = depsFor(
    store,
    clock,
    () => 0,
    (to) => sent.push(to),
  );
  inbox = createInbox(deps, createRateLimits(deps.settings, clock));
  await say('hello');
  const conversation = (await store.conversations.find(null, number))!;
  const answered = inbox.answer(conversation.id, { text: 'Hello to you', by: agent, key: 'V1' });
  await say('STOP');
  await clock.advance(5_000);
  expect((await answered).messages.findLast(({ direction }) => direction === 'out')).toMatchObject({
    state: 'not_sent',
    reason: 'opted_out',
  });
  expect(sent).toEqual([]);
});
