import { beforeEach, expect, test } from 'vitest';
import { ConversationId, PhoneNumber } from '../../src/domain/ids.ts';
import type { Store } from '../../src/ports/store.ts';
import { createInbox } from '../../src/services/replies/inbox.ts';
import { createRateLimits } from '../../src/services/sending/rate-limits.ts';
import { createReceipts } from '../../src/services/sending/receipts.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { startCampaign } from '../store/contract/arrange.ts';
import { simulatedDisk } from '../store/lowdb/simulated-disk.ts';
import {
  aCampaign,
  aConversation,
  agent,
  aMexican,
  aNumber,
  anAnswer,
  anInbound,
  campaignId,
  sender,
} from '../support/builders.ts';
import { handClock } from '../support/hand-clock.ts';
import { vouchedFor } from '../support/known-folder.ts';
import { depsFor } from '../support/opt-out-races.ts';

const clock = handClock();
const at = clock.now().toISOString();
const number = aNumber(0);
let store: Store;
let deps: ReturnType<typeof depsFor>;
let inbox: ReturnType<typeof createInbox>;
let texts = 0;

beforeEach(async () => {
  store = await vouchedFor(await openLowdbStore({ folder: '/opt-outs', disk: simulatedDisk(), now: clock.now }));
  deps = depsFor(
    store,
    clock,
    () => 0,
    () => {},
  );
  inbox = createInbox(deps, createRateLimits(deps.settings, clock));
});

/** Each a second after the one before. */
async function say(text: string, from = number) {
  texts += 1;
  const later = new Date(Date.parse(at) + texts * 1_000).toISOString();
  await inbox.receive({ id: `said-${texts}`, from, to: sender, text, at: later });
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

test.each([
  ['Mexico', '+525512345678', '+5215512345678'],
  ['Argentina', '+5491123456789', '+541123456789'],
  ['Brazil', '+5511987654321', '+551187654321'],
  ['Benin', '+2290197123456', '+22997123456'],
  ['Britain, with its trunk zero', '+447400123456', '+4407400123456'],
  ['Germany, with its trunk zero', '+4915228817386', '+49015228817386'],
])('a STOP holds for all spellings of a number, and so does a START: %s', async (_country, ...spellings) => {
  const [one, other] = spellings.map((spelling) => PhoneNumber.parse(spelling)) as [PhoneNumber, PhoneNumber];
  for (const [listed, from] of [
    [one, other],
    [other, one],
  ] as const) {
    await say('STOP', from);
    expect(spellings.map((spelling) => store.suppressions.blocks(PhoneNumber.parse(spelling)))).toEqual([true, true]);
    await say('START', listed);
    expect(spellings.map((spelling) => store.suppressions.blocks(PhoneNumber.parse(spelling)))).toEqual([false, false]);
  }
  await say('STOP', other);
  await store.campaigns.create(aCampaign(), [{ number: one, values: ['Ana'] }]);
  expect(await claimed()).toEqual([]);
});

test('a STOP of a stranger holds when lists come later, with the person on them under any spelling', async () => {
  const { listed, fromNetwork } = aMexican();
  await say('STOP', fromNetwork);
  const list = [listed, fromNetwork, number].map((one) => ({ number: one, values: ['Ana'] }));
  expect([...(await store.suppressions.among(list.map((row) => row.number)))]).toEqual([listed, fromNetwork]);
  await store.campaigns.create(aCampaign(), list);
  expect(await claimed()).toEqual([2]);
});

/** The numbers that answers are sent to from now on. */
function recordingSent(): string[] {
  const sent: string[] = [];
  deps = depsFor(
    store,
    clock,
    () => 0,
    (to) => sent.push(to),
  );
  inbox = createInbox(deps, createRateLimits(deps.settings, clock));
  return sent;
}

test('texts from another spelling belong to the recipient, and answers go to the number of the list', async () => {
  const sent = recordingSent();
  const { listed, fromNetwork } = aMexican();
  await store.campaigns.create(aCampaign(), [{ number: listed, values: ['Ana'] }]);
  await claimed();
  await say('Si, voy', fromNetwork);
  await say('Gracias', listed);
  const conversations = await store.conversations.ofCampaign(campaignId);
  expect(conversations.map(({ number, name, messages }) => [number, name, messages.length])).toEqual([
    [listed, 'Ana', 2],
  ]);
  const answered = inbox.answer(conversations[0]!.id, { text: 'Hasta pronto', by: agent, key: 'V1' });
  await clock.advance(5_000);
  await answered;
  expect(sent).toEqual([listed]);
});

test('what was held under one spelling is released or opted out from a conversation under another', async () => {
  const { listed, fromNetwork } = aMexican();
  await say('Please cancel my appointment at three', fromNetwork);
  await say('hello', listed);
  const { id } = (await store.conversations.find(null, listed))!;
  await inbox.keep(id, agent);
  expect(store.suppressions.blocks(fromNetwork)).toBe(false);
  await inbox.optOut(id, agent);
  expect([listed, fromNetwork].map(store.suppressions.blocks)).toEqual([true, true]);
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
  const sent = recordingSent();
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
