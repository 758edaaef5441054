import { beforeEach, describe, expect, test } from 'vitest';
import { PhoneNumber } from '../../../src/domain/ids.ts';
import type { InboundText } from '../../../src/domain/reply/inbound-text.ts';
import { createOptOuts } from '../../../src/services/replies/opt-outs.ts';
import { readInbound } from '../../../src/sms/webhooks/read-inbound.ts';
import { agent, aSuppression, sender } from '../../support/builders.ts';
import { aBench, type Bench } from '../../support/services.ts';

const number = PhoneNumber.parse('+12015550123');

let bench: Bench;
let webhooks = 0;

beforeEach(async () => {
  bench = await aBench();
});

type Webhook = { id?: string | null; isDated?: boolean; agoMs?: number };

/** A text as the provider’s webhook tells it, a second after the one before. */
async function hear(text: string, { id, isDated = true, agoMs = 0 }: Webhook = {}): Promise<void> {
  await bench.clock.advance(1_000);
  webhooks += 1;
  const now = bench.clock.now();
  const document = {
    from: number,
    to: sender,
    text,
    ...(isDated && { timestamp: new Date(now.getTime() - agoMs).toISOString() }),
    ...(id !== null && { message_uuid: id ?? `webhook-${webhooks}` }),
  };
  const read = readInbound(document, Buffer.from(JSON.stringify(document)), { senders: [sender], country: 'US' }, now);
  await bench.inbox.receive((read as { message: InboundText }).message);
}

const isBlocked = () => bench.store.suppressions.blocks(number);
const conversation = async () => (await bench.store.conversations.find(null, number))!;

test('a START without a date lifts no opt-out: a person reads it', async () => {
  await hear('STOP');
  await hear('START', { isDated: false });
  expect(isBlocked()).toBe(true);
  expect((await conversation()).status).toBe('open');
});

describe('a STOP that is like the one before the START', () => {
  test.each<[string, Webhook]>([
    ['has its id, and a newer date', { id: 'x' }],
    ['has its id, and no date', { id: 'x', isDated: false }],
    ['has neither id nor date', { id: null, isDated: false }],
  ])('opts out again when it %s', async (_what, like) => {
    await hear('STOP', like);
    await hear('START');
    expect(isBlocked()).toBe(false);
    await hear('STOP', like);
    expect(isBlocked()).toBe(true);
    await hear('STOP', like);
    expect((await conversation()).messages).toHaveLength(3);
    await hear('START');
    expect(isBlocked()).toBe(false);
    await hear('STOP', like);
    expect(isBlocked()).toBe(true);
  });

  test('is a repetition when it has its date, or one of before the START', async () => {
    await hear('STOP', { id: 'x' });
    await bench.clock.advance(60_000);
    await hear('START');
    await hear('STOP', { id: 'x', agoMs: 62_000 });
    await hear('STOP', { id: 'x', agoMs: 30_000 });
    expect(isBlocked()).toBe(false);
    expect((await conversation()).messages).toHaveLength(2);
  });

  test('is a repetition as long as the opt-out stands', async () => {
    for (const _time of [1, 2, 3]) await hear('STOP', { id: null, isDated: false });
    expect((await conversation()).messages).toHaveLength(1);
  });
});

describe('a START of before they were opted out once more lifts nothing, when that was done', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['with the button', async () => bench.inbox.optOut((await conversation()).id, agent)],
    ['with the command', () => createOptOuts(bench.deps).add(number, agent)],
    [
      'by the carrier',
      () =>
        bench.store.suppressions.add(aSuppression({ number, at: bench.clock.now().toISOString(), source: 'carrier' })),
    ],
  ])('%s', async (_by, optOutOnceMore) => {
    await hear('STOP');
    await bench.clock.advance(600_000);
    await optOutOnceMore();
    await hear('START', { agoMs: 300_000 });
    expect(isBlocked()).toBe(true);
    await hear('START');
    expect(isBlocked()).toBe(false);
  });
});
