import { describe, expect, test } from 'vitest';
import type { WebhookRequest } from '../../../src/sms/webhooks/webhooks.ts';
import { signedFor } from '../../support/signed-webhook.ts';
import { now, request, setUp, status, uuid } from '../../support/webhook-room.ts';

describe('a status webhook', () => {
  test('becomes a delivery receipt', async () => {
    const { webhooks, receipts } = setUp();
    expect(await webhooks.handle(request('status', status))).toEqual({ status: 200 });
    expect(receipts).toEqual([
      { ref: 'v1.abcd2345.7.1', messageId: uuid, status: 'rejected', code: '1240', at: '2025-02-03T12:14:25.000Z' },
    ]);
  });

  test.each([
    ['a code as a number', { error: { title: 1240 } }, { code: '1240' }],
    ['a code only in the type', { error: { type: 'https://x#1331', title: 'Provider error' } }, { code: '1331' }],
    ['a code only in words', { error: { title: 'Barred 12015550123' } }, { code: 'Barred …' }],
    ['an empty error', { error: {} }, { code: null }],
    ['an error that is a string', { error: 'Illegal Number' }, { code: 'Illegal Number' }],
    ['an error that is a code', { error: '1240' }, { code: '1240' }],
    ['an error that is a number', { error: 1240 }, { code: '1240' }],
    ['an error that begins with its code', { error: '1240: Illegal Number' }, { code: '1240' }],
    ['an error that is a list', { error: ['oops'] }, { code: null }],
    ['an error of version 0.1', { error: { code: 1240, reason: 'Illegal Number' } }, { code: '1240' }],
    ['a reason and no code', { error: { reason: 'Absent subscriber 12015550123' } }, { code: 'Absent subscriber …' }],
    ['only a detail', { error: { detail: 'Not reachable' } }, { code: 'Not reachable' }],
    ['a code only in a part', { error: undefined, ...parts('delivered', ['rejected', '1230']) }, { code: '1230' }],
    ['a part’s code as a number', { error: {}, ...parts('delivered', ['rejected', 1240]) }, { code: '1240' }],
    [
      'codes in parts',
      { error: {}, ...parts(['submitted', '0'], ['rejected', '1210'], ['rejected', '1230']) },
      { code: '1210' },
    ],
    ['parts that arrived', { ...parts('delivered', 'delivered'), error: {}, status: 'delivered' }, { code: null }],
    ['parts that are none', { error: {}, sms: { segments: [null, 'x', 5] } }, { code: null }],
    ['a code before that of a part', { ...parts(['rejected', '1230']) }, { code: '1240' }],
    ['parties that are objects', { to: { type: 'sms', number: '447700900000' }, from: { type: 'sms' } }, {}],
    ['no error', { error: undefined, status: 'delivered' }, { code: null, status: 'delivered' }],
    ['a network', { destination: { network_code: '310260' } }, { network: '310260' }],
    ['capitals', { status: 'Delivered' }, { status: 'delivered' }],
    ['the reference of a conversation', { client_ref: 'd1.abcdabcdabcd.3' }, { ref: 'd1.abcdabcdabcd.3' }],
    ['the reference of another program', { client_ref: 'order-77' }, { ref: '' }],
    ['no reference', { client_ref: undefined }, { ref: '' }],
    ['a reference that is an object', { client_ref: { a: 1 } }, { ref: '' }],
    ['no timestamp', { timestamp: undefined }, { at: now.toISOString() }],
    ['a broken timestamp', { timestamp: '2025-02-30 25:61:00' }, { at: now.toISOString() }],
    ['a timestamp of the far future', { timestamp: '9999-12-31T00:00:00Z' }, { at: now.toISOString() }],
    ['a timestamp without a zone', { timestamp: '2025-02-03 12:14:25' }, { at: '2025-02-03T12:14:25.000Z' }],
    ['a timestamp of another zone', { timestamp: '2025-02-03T13:14:25+0100' }, { at: '2025-02-03T12:14:25.000Z' }],
    ['a number beyond all numbers', { usage: { price: 1e308 }, sms: { count_total: 2 } }, {}],
  ])('with %s is understood', async (_, over, expected) => {
    const { webhooks, receipts } = setUp();
    expect((await webhooks.handle(request('status', { ...status, ...over }))).status).toBe(200);
    expect(receipts).toHaveLength(1);
    expect(receipts[0]).toMatchObject(expected);
  });

  test('gives the document as it came to whoever stores it', async () => {
    const raw: unknown[] = [];
    const { webhooks } = setUp({ onStatus: async (_, document) => raw.push(document) });
    await webhooks.handle(request('status', status));
    expect(raw).toEqual([status]);
  });

  test.each([
    ['a status nobody knows', { ...status, status: 'read' }],
    ['no status', { ...status, status: undefined }],
    ['no id', { ...status, message_uuid: undefined }],
    ['a list', [status]],
    ['null', null],
    ['no JSON', '{"status":'],
    ['nothing', ''],
  ])('with %s is answered 200, counted, and changes nothing', async (_, document) => {
    const { webhooks, receipts, lines } = setUp();
    expect(await webhooks.handle(request('status', document))).toEqual({ status: 200 });
    expect(receipts).toEqual([]);
    expect(webhooks.counts()).toMatchObject({ odd: 1, taken: 0 });
    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toMatch(/447700900000/);
  });
});

function parts(...segments: (string | [string, string | number])[]) {
  const all = segments.map((one) => (Array.isArray(one) ? { status: one[0], error_code: one[1] } : { status: one }));
  return { sms: { count_total: String(all.length), segments: all } };
}

describe('a delivery receipt of the SMS API', () => {
  const dlr = {
    msisdn: '447700900000',
    to: '12015550123',
    'network-code': '12345',
    messageId: '0A0000001234567B',
    price: '0.03330000',
    status: 'failed',
    scts: '2502031214',
    'err-code': '9',
    'api-key': 'a1b2c3d4',
    'client-ref': 'v1.abcd2345.7.1',
    'message-timestamp': '2025-02-03 12:14:25',
  };

  test.each([
    ['delivered', '0', { status: 'delivered', code: null }],
    ['accepted', '0', { status: 'submitted', code: null }],
    ['buffered', '0', { status: 'submitted', code: null }],
    ['failed', '9', { status: 'rejected', code: '1240' }],
    ['rejected', '53', { status: 'rejected', code: '1483' }],
    ['rejected', 6, { status: 'rejected', code: '1210' }],
    ['failed', '5', { status: 'rejected', code: null }],
    ['failed', undefined, { status: 'rejected', code: null }],
    ['expired', undefined, { status: 'rejected', code: '1360' }],
    ['unknown', '1', { status: 'rejected', code: '1330' }],
    ['DELIVERED', '0', { status: 'delivered', code: null }],
  ])('that says %s with %j is understood', async (said, errCode, expected) => {
    const { webhooks, receipts } = setUp();
    const answer = await webhooks.handle(request('status', { ...dlr, status: said, 'err-code': errCode }));
    expect(answer).toEqual({ status: 200 });
    const known = {
      ref: 'v1.abcd2345.7.1',
      messageId: '0A0000001234567B',
      network: '12345',
      at: '2025-02-03T12:14:25.000Z',
    };
    expect(receipts).toEqual([{ ...known, ...expected }]);
  });

  test('may be posted as a form', async () => {
    const { webhooks, receipts } = setUp();
    const body = new URLSearchParams(dlr).toString();
    expect((await webhooks.handle(form('status', body))).status).toBe(200);
    expect(receipts).toMatchObject([{ ref: 'v1.abcd2345.7.1', status: 'rejected', code: '1240' }]);
  });

  test('may come to the address of texts', async () => {
    const { webhooks, receipts, messages } = setUp();
    expect((await webhooks.handle(request('inbound', dlr))).status).toBe(200);
    expect(receipts).toMatchObject([{ ref: 'v1.abcd2345.7.1' }]);
    expect(messages).toEqual([]);
  });
});

function form(kind: WebhookRequest['kind'], body: string): WebhookRequest {
  const authorization = signedFor(body, now);
  return request(kind, body, { headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' } });
}
