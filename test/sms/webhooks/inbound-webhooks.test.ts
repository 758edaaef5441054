import { describe, expect, test } from 'vitest';
import { SenderId } from '../../../src/domain/ids.ts';
import { signedFor } from '../../support/signed-webhook.ts';
import { inbound, now, request, setUp, uuid } from '../../support/webhook-room.ts';

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
