import { hash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { StorageError } from '../../../src/ports/store.ts';
import { signedFor } from '../../support/signed-webhook.ts';
import { inbound, now, request, setUp, status, uuid } from '../../support/webhook-room.ts';

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

  test('to what is signed rightly and too large to be read is 503, and admins are told: it may be a STOP', async () => {
    const odd: string[] = [];
    const { webhooks, lines } = setUp({ onOddInbound: async (sentence) => odd.push(sentence) });
    const { body, ...head } = request('inbound', inbound);
    const sha256 = hash('sha256', body as Buffer);
    for (const seen of [sha256, undefined]) {
      expect((await webhooks.handle({ ...head, body: { sha256: seen } })).status).toBe(503);
    }
    expect(odd).toEqual(Array(2).fill('a webhook that is larger than any text'));
    expect(lines.join()).toContain('larger than any text');
    expect(webhooks.counts()).toMatchObject({ unreadable: 2, taken: 0 });
    expect((await webhooks.handle({ ...head, body: { sha256: hash('sha256', 'another') } })).status).toBe(401);
    expect(webhooks.isSigned(head)).toBe(true);
    expect(webhooks.isSigned({ headers: {} })).toBe(false);
    expect(webhooks.isSigned({ headers: { authorization: `${head.headers.authorization}x` } })).toBe(false);
  });

  test('to a STOP that our clock, seven minutes behind, thinks to be of the future is 503, so that it comes again', async () => {
    const skews: number[] = [];
    let time = new Date(now.getTime() - 7 * 60_000);
    const { webhooks, messages, lines } = setUp({ now: () => time, onClockSkew: (ms) => skews.push(ms) });
    expect((await webhooks.handle(request('inbound', inbound))).status).toBe(503);
    expect(skews).toEqual([7 * 60_000]);
    expect(lines.join()).toContain("7 minutes after this machine's own time");
    expect(webhooks.counts()).toMatchObject({ misdated: 1, forged: 0, taken: 0 });

    time = now;
    expect((await webhooks.handle(request('inbound', inbound))).status).toBe(200);
    expect(messages).toHaveLength(1);
  });

  test('to what is signed rightly and too old is 503, and says nothing against our clock', async () => {
    const skews: number[] = [];
    const time = new Date(now.getTime() + 26 * 3_600_000);
    const { webhooks, messages } = setUp({ now: () => time, onClockSkew: (ms) => skews.push(ms) });
    expect((await webhooks.handle(request('inbound', inbound))).status).toBe(503);
    expect([skews, messages]).toEqual([[], []]);
  });

  test.each([-3_000, -420, 0, 420, 30 * 3_600])(
    'to no webhook signed by our secret, %i s off, is it a 4xx',
    async (s) => {
      const { webhooks } = setUp({ now: () => new Date(now.getTime() + s * 1_000) });
      for (const kind of ['inbound', 'status'] as const) {
        const { status: answer } = await webhooks.handle(request(kind, kind === 'inbound' ? inbound : status));
        expect([200, 503]).toContain(answer);
      }
    },
  );

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
