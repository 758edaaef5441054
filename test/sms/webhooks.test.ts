import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeliveryReceipt } from '../../src/domain/delivery-receipt.ts';
import { SenderId } from '../../src/domain/ids.ts';
import { StorageError } from '../../src/ports.ts';
import type { InboundSms } from '../../src/sms/read-inbound.ts';
import { createVonageWebhooks, type VonageWebhookOptions, type WebhookRequest } from '../../src/sms/webhooks.ts';
import { signatureSecret, signedFor } from '../support/signed-webhook.ts';

const now = new Date('2025-02-03T12:20:00Z');
const uuid = 'aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab';

function setUp(over: Partial<VonageWebhookOptions> = {}) {
  const receipts: DeliveryReceipt[] = [];
  const messages: InboundSms[] = [];
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

function request(kind: WebhookRequest['kind'], document: unknown, over: Partial<WebhookRequest> = {}): WebhookRequest {
  const body = Buffer.from(typeof document === 'string' ? document : JSON.stringify(document));
  return { kind, method: 'POST', headers: { authorization: signedFor(body, now) }, body, ...over };
}

const status = {
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

const inbound = {
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
    const known = { ref: 'v1.abcd2345.7.1', messageId: '0A0000001234567B', at: '2025-02-03T12:14:25.000Z' };
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

describe('a text in the encoding of an old program', () => {
  const fields = `msisdn=447700900001&to=12015550123&messageId=0A0000001234567B&type=text`;
  const posted = async (body: Buffer, type = 'application/x-www-form-urlencoded') => {
    const { webhooks, messages } = setUp();
    const headers = { authorization: signedFor(body, now), 'content-type': type };
    expect((await webhooks.handle(request('inbound', '', { body, headers }))).status).toBe(200);
    return messages[0]?.text;
  };

  test.each([
    ['Arr%EAt', 'Arrêt'],
    ['Arr%C3%AAt', 'Arrêt'],
    ['100%+sure+%80', '100% sure €'],
    ['no+%93more%94', 'no “more”'],
    ['a=b', 'a=b'],
  ])('is read from the form text=%s', async (written, text) => {
    expect(await posted(Buffer.from(`${fields}&text=${written}`))).toBe(text);
  });

  test('costs no time, however long and broken its form', async () => {
    const started = performance.now();
    for (const piece of ['%', '%E', '%EA', '&', '=', '+', 'a=&', '\u00ea']) {
      await posted(Buffer.from(`${fields}&text=${piece.repeat(20_000)}`, 'latin1'));
    }
    expect(performance.now() - started).toBeLessThan(1_500);
  });

  test('is read from bytes that nobody escaped', async () => {
    expect(await posted(Buffer.from(`${fields}&text=Arrêt`, 'latin1'))).toBe('Arrêt');
    expect(await posted(Buffer.from(`${fields}&text=Arrêt`))).toBe('Arrêt');
    const json = JSON.stringify({ ...inbound, text: 'Arrêt' });
    expect(await posted(Buffer.from(json, 'latin1'), 'application/json')).toBe('Arrêt');
  });
});

describe('an inbound webhook', () => {
  test('becomes a message', async () => {
    const { webhooks, messages } = setUp();
    expect(await webhooks.handle(request('inbound', inbound))).toEqual({ status: 200 });
    expect(messages).toEqual([
      { id: uuid, from: '+447700900001', to: '12015550123', text: 'STOP', at: '2025-02-03T12:14:25.123Z' },
    ]);
  });

  test.each([
    ['a plus sign', { from: '+447700900001', to: '+12015550123' }, {}],
    ['numbers as numbers', { from: 447700900001, to: 12015550123 }, {}],
    ['a sender with letters', { to: 'ACME' }, { to: 'ACME' }],
    ['a text that is a number', { text: 42 }, { text: '42' }],
    ['half a character', { text: 'hi \ud800' }, { text: 'hi \ufffd' }],
    ['a NUL', { text: 'ST\u0000OP' }, { text: 'STOP' }],
    ['a picture', { message_type: 'image', text: undefined, sms: {} }, { text: '', attachment: 'picture' }],
    [
      'a message type of the future',
      { message_type: 'x', text: undefined, sms: {} },
      { text: '', attachment: 'other' },
    ],
    ['a text that is an object', { text: { a: 1 }, sms: {} }, { text: '', attachment: 'other' }],
    ['a text that stands only in the keyword', { text: undefined }, { text: 'STOP' }],
    ['a broken timestamp', { timestamp: 1e308 }, { at: now.toISOString() }],
    [
      'a reaction',
      { message_type: 'reaction', text: undefined, sms: {}, reaction: { action: 'react', emoji: '🛑' } },
      { text: '🛑', attachment: 'reaction' },
    ],
    ['a reference of ours', { client_ref: 'v1.abcd2345.7.1' }, {}],
  ])('with %s is understood', async (_, over, expected) => {
    const { webhooks, messages } = setUp();
    expect((await webhooks.handle(request('inbound', { ...inbound, ...over }))).status).toBe(200);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({ from: '+447700900001', ...expected });
  });

  test('without an id is one message, however often it comes', async () => {
    const { webhooks, messages } = setUp();
    const again = { ...inbound, message_uuid: undefined };
    await webhooks.handle(request('inbound', again));
    await webhooks.handle(request('inbound', again));
    await webhooks.handle(request('inbound', { ...again, text: 'other' }));
    expect(messages[0]?.id).toMatch(/^body-[0-9a-f]{64}$/);
    expect(messages[1]?.id).toBe(messages[0]?.id);
    expect(messages[2]?.id).not.toBe(messages[0]?.id);
  });

  test.each([
    ['no receiver', { to: undefined }, '12015550123'],
    ['a receiver that is an object', { to: { type: 'sms', number: '12015550199' } }, '12015550199'],
    ['one of ours in another spelling', { to: '+1 (201) 555-0123' }, '12015550123'],
    ['one of ours as dialled at home', { to: '2015550123' }, '12015550123'],
    ['a receiver that nobody can read', { to: '!!' }, '12015550123'],
    ['a short code of ours', { to: '12345' }, '12345'],
  ])('with %s is taken', async (_, over, to) => {
    const { webhooks, messages } = setUp();
    expect(await webhooks.handle(request('inbound', { ...inbound, ...over }))).toEqual({ status: 200 });
    expect(messages).toMatchObject([{ to, from: '+447700900001', text: 'STOP' }]);
  });

  test.each([
    ['of a phone of the sender’s country', { from: '2015550101' }, '+12015550101'],
    ['with a trunk zero', { from: '4407400123456' }, '+447400123456'],
    ['with everything', { from: '+44 (0)7400 123-456' }, '+447400123456'],
    ['that is an object', { from: { type: 'sms', number: '447700900001' } }, '+447700900001'],
  ])('takes a number %s', async (_, over, from) => {
    const { webhooks, messages } = setUp();
    await webhooks.handle(request('inbound', { ...inbound, ...over }));
    expect(messages).toMatchObject([{ from }]);
  });

  test('reads numbers without a country code in the country of whom they wrote to, then in ours', async () => {
    const { webhooks, messages } = setUp({ senders: [SenderId.parse('447400999999')], country: 'DE' });
    await webhooks.handle(request('inbound', { ...inbound, to: '447400999999', from: '07400123456' }));
    await webhooks.handle(request('inbound', { ...inbound, to: '447400999999', from: '015112345678' }));
    expect(messages.map(({ from }) => from)).toEqual(['+447400123456', '+4915112345678']);
  });

  test('at the address of status webhooks is a text all the same', async () => {
    const { webhooks, messages, receipts } = setUp();
    expect((await webhooks.handle(request('status', inbound))).status).toBe(200);
    expect((await webhooks.handle(request('status', { ...inbound, status: 'received' }))).status).toBe(200);
    expect(messages).toMatchObject([{ text: 'STOP' }, { text: 'STOP' }]);
    expect(receipts).toEqual([]);
  });

  test.each([
    ['no sender', { ...inbound, from: undefined }, 'an inbound webhook without a sender'],
    ['a sender that is null', { ...inbound, from: null }, 'an inbound webhook without a sender'],
    ['a sender that nobody can read', { ...inbound, from: 'Ada <ada@example.com>' }, 'whose sender cannot be read'],
    ['a national number of nowhere', { ...inbound, from: '07400123456' }, 'whose sender cannot be read'],
    ['only words', { text: 'STOP' }, 'an inbound webhook without a sender'],
    ['the SMS API’s fields and no sender', { messageId: '0A00', text: 'STOP' }, 'the SMS API: choose the Messages API'],
    ['the SMS API’s shape and a broken sender', { msisdn: '?', text: 'STOP' }, 'the SMS API: choose the Messages API'],
    ['version 0.1 and no sender', { message: { content: { text: 'STOP' } } }, 'set the webhook version to v1'],
    ['version 0.1 and a broken sender', { from: { number: '?' }, text: 'STOP' }, 'set the webhook version to v1'],
    ...[
      'anonymous',
      'Unknown',
      'PRIVATE',
      'restricted',
      'unavailable',
      'withheld',
      'No Caller ID',
      '+266696687',
      '',
      ' ',
    ].map((from): [string, unknown, string] => [
      `the sender “${from}”`,
      { ...inbound, from },
      from.trim() ? 'withheld the number' : 'without a sender',
    ]),
    ['a list', [inbound], 'that is not an object'],
    ['a mere word', '"STOP"', 'that is not an object'],
    ['no JSON', 'STOP', 'neither JSON nor a form'],
    ['a cut body', JSON.stringify(inbound).slice(0, 90), 'neither JSON nor a form'],
  ])('with %s is asked for again, counted and told', async (_, document, reason) => {
    const told: string[] = [];
    const { webhooks, messages, lines } = setUp({ onOddInbound: async (sentence) => told.push(sentence) });
    expect(await webhooks.handle(request('inbound', document))).toEqual({ status: 503 });
    expect(messages).toEqual([]);
    expect(webhooks.counts()).toMatchObject({ unreadable: 1, odd: 0, taken: 0 });
    expect(told).toEqual([expect.stringContaining(reason)]);
    expect(lines.join()).toContain(reason);
    expect(lines.join()).not.toMatch(/447700900001|STOP/);
  });

  test.each([
    ['a name instead of a phone number', { ...inbound, from: 'ACME' }],
    ['the name of a company', { ...inbound, from: 'Verizon' }],
    ['a name that begins like a withheld one', { ...inbound, from: 'PrivateBank' }],
    ['a short code instead of a phone number', { ...inbound, from: '12345' }],
    ['an empty object', {}],
    ['an empty list', []],
    ['null', null],
    ['a number', 5],
    ['fields without words', { from: null, text: null, n: 3 }],
    ['no JSON and no letter', '{]'],
    ['nothing', ''],
  ])('with %s is answered 200, counted, and changes nothing', async (_, document) => {
    const { webhooks, messages, lines } = setUp();
    expect(await webhooks.handle(request('inbound', document))).toEqual({ status: 200 });
    expect(messages).toEqual([]);
    expect(webhooks.counts()).toMatchObject({ odd: 1, taken: 0 });
    expect(lines.join()).not.toMatch(/447700900001/);
  });
});

describe('the answer', () => {
  test.each(['GET', 'PUT', 'HEAD', 'DELETE'])('to %s is 405', async (method) => {
    const { webhooks } = setUp();
    expect((await webhooks.handle(request('status', status, { method }))).status).toBe(405);
  });

  test('to what is not signed is 503, so that it comes again', async () => {
    const { webhooks, messages } = setUp();
    expect((await webhooks.handle(request('inbound', inbound, { headers: {} }))).status).toBe(503);
    expect(messages).toEqual([]);
    expect(webhooks.counts()).toMatchObject({ unsigned: 1 });
  });

  test('to a forgery is 401', async () => {
    const { webhooks, messages } = setUp();
    const headers = { authorization: signedFor('{}', now) };
    expect((await webhooks.handle(request('inbound', inbound, { headers }))).status).toBe(401);
    expect(messages).toEqual([]);
    expect(webhooks.counts()).toMatchObject({ forged: 1 });
  });

  test('without a secret is 503, and the log names the setting', async () => {
    const { webhooks, lines } = setUp({ secrets: [''] });
    expect((await webhooks.handle(request('inbound', inbound))).status).toBe(503);
    expect(lines.join()).toContain('VONAGE_SIGNATURE_SECRET');
  });

  test.each([new StorageError('disk full'), new Error('a bug'), 'nonsense'])(
    'while nothing can be stored is 503, and the log tells no content: %s',
    async (trouble) => {
      const fail = () => Promise.reject(trouble);
      const { webhooks, lines } = setUp({ onStatus: fail, onInbound: fail });
      expect((await webhooks.handle(request('status', status))).status).toBe(503);
      expect((await webhooks.handle(request('inbound', inbound))).status).toBe(503);
      expect(webhooks.counts()).toMatchObject({ not_stored: 2, taken: 0 });
      expect(lines.join()).not.toMatch(/447700900|STOP/);
    },
  );

  test('comes only after the message is durable', async () => {
    const durable = Promise.withResolvers<void>();
    let answered = false;
    const { webhooks } = setUp({ onInbound: () => durable.promise });
    const answer = webhooks.handle(request('inbound', inbound)).then(() => {
      answered = true;
    });
    await new Promise(setImmediate);
    expect(answered).toBe(false);
    durable.resolve();
    await answer;
    expect(answered).toBe(true);
  });

  test('to a flood of forgeries is logged once a minute, with their number', async () => {
    let time = now;
    const { webhooks, lines } = setUp({ now: () => time });
    const forged = request('status', status, { headers: { authorization: 'Bearer x' } });
    for (let count = 0; count < 50; count++) await webhooks.handle(forged);
    expect(lines).toHaveLength(1);
    time = new Date(now.getTime() + 60_000);
    await webhooks.handle(forged);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('"times":50');
  });
});

test('whatever Vonage signs is answered 200, or 503 when it may be a text, and breaks nothing', async () => {
  const { webhooks, messages, receipts } = setUp();
  const kind = fc.constantFrom('status' as const, 'inbound' as const);
  const key = fc.oneof(
    fc.constantFrom(...Object.keys({ ...status, ...inbound }), '__proto__', 'constructor'),
    fc.string(),
  );
  const value = fc.oneof(
    fc.jsonValue(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(1e308, '\ud800', '\0', 'delivered'),
  );
  const bent = fc.dictionary(key, value).map((fields) => JSON.stringify({ ...status, ...inbound, ...fields }));
  await fc.assert(
    fc.asyncProperty(kind, fc.oneof(bent, fc.json(), fc.string()), async (given, document) => {
      const before = messages.length + receipts.length;
      const { status } = await webhooks.handle(request(given, document));
      expect([200, 503]).toContain(status);
      if (status === 503) expect(messages.length + receipts.length).toBe(before);
    }),
    { numRuns: 2_000 },
  );
  expect({}).not.toHaveProperty('text');
});

test('a prototype in the document stays a mere field', async () => {
  const { webhooks, receipts } = setUp();
  const document = `{"__proto__":{"status":"delivered","polluted":1},"message_uuid":"${uuid}","status":"submitted"}`;
  await webhooks.handle(request('status', document));
  expect(receipts[0]).toMatchObject({ status: 'submitted' });
  expect({}).not.toHaveProperty('polluted');
});
