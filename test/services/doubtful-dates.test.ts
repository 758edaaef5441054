import { beforeEach, expect, test } from 'vitest';
import { PhoneNumber } from '../../src/domain/ids.ts';
import type { InboundText } from '../../src/domain/reply/inbound-text.ts';
import { readInbound } from '../../src/sms/read-inbound.ts';
import { sender } from '../support/builders.ts';
import { aBench, type Bench } from '../support/services.ts';

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
