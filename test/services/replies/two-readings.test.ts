import { beforeEach, describe, expect, test } from 'vitest';
import { CampaignId, PhoneNumber } from '../../../src/domain/ids.ts';
import type { InboundText } from '../../../src/domain/reply/inbound-text.ts';
import { readInbound } from '../../../src/sms/webhooks/read-inbound.ts';
import { aCampaign, agent, campaignId, sender } from '../../support/builders.ts';
import { aBench, type Bench } from '../../support/services.ts';

const arkansas = PhoneNumber.parse('+14792123456');
const norway = PhoneNumber.parse('+4792123456');
const digits = '4792123456';

let bench: Bench;
let webhooks = 0;

beforeEach(async () => {
  bench = await aBench();
});

/** A text as the provider’s webhook tells it, from a number as it stands there. */
async function hear(text: string, from = digits, agoMs = 0): Promise<void> {
  webhooks += 1;
  const now = bench.clock.now();
  const timestamp = new Date(now.getTime() - agoMs).toISOString();
  const document = { from, to: sender, text, timestamp, message_uuid: `webhook-${webhooks}` };
  const read = readInbound(document, Buffer.from(''), { senders: [sender], country: 'US' }, now);
  await bench.inbox.receive((read as { message: InboundText }).message);
  await bench.clock.advance(1_000);
}

async function text(...numbers: PhoneNumber[]): Promise<void> {
  const { store, clock } = bench;
  await store.campaigns.create(
    aCampaign(),
    numbers.map((number) => ({ number, values: ['Ana'] })),
  );
  const batch = { no: 1, startedAt: clock.now().toISOString(), size: 100 };
  await store.recipients.claim(campaignId, batch, 100, clock.now());
}

function isBlocked(): boolean[] {
  return [arkansas, norway].map((number) => bench.store.suppressions.blocks(number));
}

async function whoseConversations(): Promise<PhoneNumber[]> {
  const all = await Promise.all(
    [null, ...(await bench.store.campaigns.list()).map(({ id }) => id)].map((id) =>
      bench.store.conversations.ofCampaign(id),
    ),
  );
  return all.flat().map(({ number }) => number);
}

describe('digits without a plus that are two numbers', () => {
  test.each([
    ['of home', arkansas],
    ['abroad', norway],
  ])('belong to the one %s when only that was texted, and stop both', async (_where, known) => {
    await text(known);
    await hear('STOP');
    expect(isBlocked()).toEqual([true, true]);
    expect(await whoseConversations()).toEqual([known]);
    const [card] = (await bench.store.conversations.ofCampaign(campaignId))[0]!.messages;
    expect(card).toMatchObject({ mayBeOf: [known === norway ? arkansas : norway] });
  });

  test('hold both when only one was texted and nobody can tell what they want', async () => {
    await text(norway);
    await hear('Please cancel my appointment at three');
    expect(isBlocked()).toEqual([true, true]);
  });

  test('stop the one whom nobody knew before they were put on a later list', async () => {
    await text(norway);
    await hear('STOP');
    const { store, clock } = bench;
    const later = CampaignId.parse('bcde2345');
    await store.campaigns.create(aCampaign({ id: later, origin: 'V2' }), [{ number: arkansas, values: ['Ana'] }]);
    const batch = { no: 1, startedAt: clock.now().toISOString(), size: 100 };
    expect(await store.recipients.claim(later, batch, 100, clock.now())).toEqual([]);
  });

  test.each([['both'], ['neither']])('stop both, and belong to home, when %s were texted', async (who) => {
    if (who === 'both') await text(arkansas, norway);
    await hear('STOP');
    expect(isBlocked()).toEqual([true, true]);
    expect(await whoseConversations()).toEqual([arkansas]);
  });

  test('are the one that wrote to us before with its plus', async () => {
    await hear('Hello', '+4792123456');
    await hear('STOP');
    expect(isBlocked()).toEqual([true, true]);
    expect(await whoseConversations()).toEqual([norway]);
  });

  test('are opted out by one text, and each lifted by their own START alone', async () => {
    await text(arkansas, norway);
    await hear('STOP');
    await hear('START', '+4792123456');
    expect(isBlocked()).toEqual([true, false]);
    await hear('START', '+14792123456');
    expect(isBlocked()).toEqual([false, false]);
  });

  test.each([
    ['STOP', true],
    ['Please cancel my appointment at three', true],
    ['Hello', false],
  ])('and say %s count against a late START of each of the two', async (words, isLater) => {
    await text(arkansas, norway);
    await hear('STOP', '+4792123456');
    await bench.clock.advance(600_000);
    await hear(words);
    await bench.clock.advance(60_000);
    await hear('START', '+4792123456', 360_000);
    expect(isBlocked()).toEqual([isLater, isLater]);
    await hear('START', '+4792123456');
    expect(isBlocked()).toEqual([isLater, false]);
  });

  test('hold the one whose own doubtful text was decided first, until somebody decides about theirs', async () => {
    await text(arkansas, norway);
    await hear('Please cancel my appointment at three', '+4792123456');
    await hear('Please cancel my appointment at three');
    await bench.inbox.keep((await bench.store.conversations.find(campaignId, norway))!.id, agent);
    expect(isBlocked()).toEqual([true, true]);
    await bench.inbox.keep((await bench.store.conversations.find(campaignId, arkansas))!.id, agent);
    expect(isBlocked()).toEqual([false, false]);
  });

  test('stop both also after another text that nobody could tell either', async () => {
    await hear('Hello');
    await hear('STOP');
    expect(isBlocked()).toEqual([true, true]);
  });

  test('hold both when a text may be an opt-out, and a person decides for both', async () => {
    for (const [decide, blocked] of [
      ['keep', false],
      ['optOut', true],
    ] as const) {
      await hear('Please cancel my appointment at three');
      expect(isBlocked()).toEqual([true, true]);
      const { id } = (await bench.store.conversations.find(null, arkansas))!;
      await bench.inbox[decide](id, agent);
      expect(isBlocked()).toEqual([blocked, blocked]);
    }
    await bench.inbox.keep((await bench.store.conversations.find(null, arkansas))!.id, agent).catch(() => undefined);
    expect(isBlocked()).toEqual([true, true]);
  });

  test('lift nobody’s opt-out when both were texted: a person reads the START', async () => {
    await text(arkansas, norway);
    await hear('STOP');
    await hear('START');
    expect(isBlocked()).toEqual([true, true]);
    expect((await bench.store.conversations.find(campaignId, arkansas))?.status).toBe('open');
  });

  test('lift the opt-out of the one that was texted, and not the other’s', async () => {
    await text(arkansas);
    await hear('STOP');
    await hear('START');
    expect(isBlocked()).toEqual([false, true]);
  });

  test('get an automatic answer when one of the two is known', async () => {
    bench = await aBench({
      settings: { optOutConfirmation: 'You get no more texts.', senders: new Map([[sender, 1]]) },
    });
    await text(arkansas);
    await hear('STOP');
    await bench.clock.advance(5_000);
    expect(bench.sent.map(({ to }) => to)).toEqual([arkansas]);
  });

  test('get no automatic answer while nobody can tell whose they are', async () => {
    await hear('STOP');
    await hear('HELP');
    await bench.clock.advance(5_000);
    expect(bench.sent).toEqual([]);
  });

  test.each([['+4792123456'], ['004792123456'], ['0114792123456']])('are one number as %s', async (written) => {
    await text(arkansas);
    await hear('STOP', written);
    expect(isBlocked()).toEqual([false, true]);
  });

  test('hold after a restart what they held before', async () => {
    await hear('STOP');
    const { store } = bench;
    expect(await store.suppressions.count()).toBe(2);
    expect((await store.conversations.find(null, arkansas))?.messages).toMatchObject([{ mayBeOf: [norway] }]);
  });
});
