import { createPublicKey } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { describe, expect, test } from 'vitest';
import { httpAnswer } from '../support/raw-server.ts';
import { accepted, application, gateway, headerOf, message, publicKey, server } from './gateway-bench.ts';

describe('the token of an application', () => {
  test('is signed once for many requests, and again after ten minutes or when it was not taken', async () => {
    let status = 202;
    const vonage = await server((socket) => socket.write(status === 202 ? accepted : httpAnswer(status, '{}')));
    let now = new Date('2025-02-03T12:00:00Z');
    const signing = gateway(vonage.url, { application, now: () => now });
    const used = async () => {
      await signing.send(message);
      return headerOf(vonage.requests.at(-1), 'authorization') ?? '';
    };

    const first = await used();
    const claims = jwt.verify(first.replace('Bearer ', ''), createPublicKey(publicKey), { algorithms: ['RS256'] });
    expect(claims).toMatchObject({ application_id: application.id });
    now = new Date('2025-02-03T12:09:59Z');
    expect(await used()).toBe(first);
    now = new Date('2025-02-03T12:10:00Z');
    const second = await used();
    expect(second).not.toBe(first);
    now = new Date('2025-02-03T12:00:00Z');
    const third = await used();
    expect(third).not.toBe(second);
    status = 401;
    expect(await used()).toBe(third);
    status = 202;
    expect(await used()).not.toBe(third);
  });

  test('that cannot be signed stops everything and nothing is sent', async () => {
    const vonage = await server((socket) => socket.write(accepted));
    const broken = gateway(vonage.url, { application: { id: application.id, privateKey: 'not a key' } });
    expect(await broken.send(message)).toEqual({
      kind: 'halted',
      reason: 'provider_auth',
      detail: 'The private key of the Vonage application cannot sign: it must be an RSA key in PEM format.',
    });
    expect(vonage.requests).toHaveLength(0);
  });
});

describe('the account', () => {
  test('has a balance', async () => {
    const vonage = await server((socket) => socket.write(httpAnswer(200, '{"value":10.28,"autoReload":false}')));
    expect(await gateway(vonage.url, { application }).balance()).toBe(10.28);
    expect(vonage.requests[0]).toMatch(/^GET \/account\/get-balance HTTP/);
    expect(headerOf(vonage.requests[0], 'authorization')).toMatch(/^Basic /);
  });

  test('knows the price of a segment, asked once', async () => {
    const price = JSON.stringify({ countryCode: 'US', currency: 'EUR', defaultPrice: '0.00620000' });
    const vonage = await server((socket) => socket.write(httpAnswer(200, price)));
    const asked = gateway(vonage.url);
    expect(await asked.segmentPrice('US')).toEqual({ amount: 0.0062, currency: 'EUR' });
    expect(await asked.segmentPrice('US')).toEqual({ amount: 0.0062, currency: 'EUR' });
    expect(vonage.requests).toHaveLength(1);
    expect(vonage.requests[0]).toMatch(/^GET \/account\/get-pricing\/outbound\/sms\?country=US HTTP/);
  });

  test.each([
    ['an error', httpAnswer(401, '{}')],
    ['a redirect', httpAnswer(302, '', { location: '/elsewhere' })],
    ['no JSON', httpAnswer(200, '<html>')],
    ['other JSON', httpAnswer(200, '{"value":"much"}')],
  ])('that answers with %s is not known, and nobody fails', async (_, bytes) => {
    const vonage = await server((socket) => socket.write(bytes));
    const asked = gateway(vonage.url);
    expect(await asked.balance()).toBeUndefined();
    expect(await asked.segmentPrice('US')).toBeUndefined();
  });
});
