import { SenderId } from '../../src/domain/ids.ts';
import type { DeliveryReceipt } from '../../src/domain/recipient/delivery-receipt.ts';
import type { InboundText } from '../../src/domain/reply/inbound-text.ts';
import {
  createVonageWebhooks,
  type VonageWebhookOptions,
  type WebhookRequest,
} from '../../src/sms/webhooks/webhooks.ts';
import { signatureSecret, signedFor } from './signed-webhook.ts';

export const now = new Date('2025-02-03T12:20:00Z');
export const uuid = 'aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab';

export function setUp(over: Partial<VonageWebhookOptions> = {}) {
  const receipts: DeliveryReceipt[] = [];
  const messages: InboundText[] = [];
  const lines: string[] = [];
  const keep = (...line: unknown[]) => lines.push(JSON.stringify(line));
  const webhooks = createVonageWebhooks({
    secrets: [signatureSecret],
    apiKey: 'a1b2c3d4',
    senders: [SenderId.parse('12015550123')],
    country: 'US',
    onStatus: async (receipt) => receipts.push(receipt),
    onInbound: async (message) => messages.push(message),
    now: () => now,
    log: { debug: keep, info: keep, warn: keep, error: keep },
    ...over,
  });
  return { webhooks, receipts, messages, lines };
}

export function request(
  kind: WebhookRequest['kind'],
  document: unknown,
  over: Partial<WebhookRequest> = {},
): WebhookRequest {
  const body = Buffer.from(typeof document === 'string' ? document : JSON.stringify(document));
  return { kind, method: 'POST', headers: { authorization: signedFor(body, now) }, body, ...over };
}

export const status = {
  message_uuid: uuid,
  to: '447700900000',
  from: '12015550123',
  timestamp: '2025-02-03T12:14:25Z',
  status: 'rejected',
  channel: 'sms',
  error: { type: 'https://developer.vonage.com/api-errors/messages#1240', title: '1240', detail: 'Illegal Number' },
  client_ref: 'v1.abcd2345.7.1',
  usage: { currency: 'EUR', price: '0.0333' },
};

export const inbound = {
  channel: 'sms',
  message_uuid: uuid,
  to: '12015550123',
  from: '447700900001',
  timestamp: '2025-02-03T12:14:25.123Z',
  message_type: 'text',
  text: 'STOP',
  sms: { num_messages: '2', keyword: 'STOP' },
  usage: { currency: 'EUR', price: '0.0333' },
};
