import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { aClient, aLocalVonage, aReceiver, basic, hello, plainBody, post } from './a-local-vonage.ts';

const run = promisify(execFile);
const serverFile = new URL('../../../playground/vonage/start-local-vonage.ts', import.meta.url).href;

describe('the real client against the local Vonage', () => {
  test.each(['basic', 'jwt'] as const)('sends a message by %s credentials', async (by) => {
    const vonage = await aLocalVonage();

    const { messageUUID } = await aClient(vonage.url, by).messages.send(hello);

    expect(vonage.accepted).toMatchObject([
      { messageUuid: messageUUID, clientRef: 'ref-1', to: hello.to, from: hello.from, text: 'Hello' },
    ]);
    expect(vonage.requests).toMatchObject([{ nth: 1, method: 'POST', path: '/v1/messages', answered: 202 }]);
  });

  test('reads the balance, which every accepted segment lowers', async () => {
    const vonage = await aLocalVonage({ balance: 10, pricePerSegment: 0.5 });
    const client = aClient(vonage.url);

    await client.messages.send({ ...hello, text: 'x'.repeat(161) });

    expect(await client.accounts.getBalance()).toEqual({ value: 9, autoReload: false });
  });

  test('lists the own numbers by pages and by pattern', async () => {
    const own = ['12015550123', '12015550124', '447700900001'].map((msisdn) => ({
      msisdn,
      country: msisdn.startsWith('1') ? 'US' : 'GB',
      type: 'mobile-lvn' as const,
      features: ['SMS' as const],
    }));
    const { numbers } = aClient((await aLocalVonage({ numbers: own })).url);

    expect(await numbers.getOwnedNumbers({ size: 2, index: 2 })).toMatchObject({
      count: 3,
      numbers: [{ msisdn: '447700900001', country: 'GB', type: 'mobile-lvn', features: ['SMS'] }],
    });
    expect((await numbers.getOwnedNumbers({ country: 'US' })).count).toBe(2);
  });

  test('answers an account without numbers with an empty object', async () => {
    const vonage = await aLocalVonage({ numbers: [] });
    const answer = await aClient(vonage.url).numbers.getOwnedNumbers({});
    expect(answer.count).toBeUndefined();
  });

  test('tells the price of a country, once a second', async () => {
    const vonage = await aLocalVonage({ pricePerSegment: 0.0075 });
    const ask = () =>
      fetch(`${vonage.url}/account/get-pricing/outbound/sms?country=US`, {
        headers: { authorization: basic('abcd1234', 'local-api-secret') },
      });

    const answer = await ask();

    expect(await answer.json()).toMatchObject({
      countryCode: 'US',
      currency: 'EUR',
      defaultPrice: '0.00750000',
      dialingPrefix: '1',
      networks: [{ type: 'mobile', mcc: '310' }],
    });
    expect((await ask()).status).toBe(429);
  });

  test('refuses account requests with wrong credentials in the older shape', async () => {
    const vonage = await aLocalVonage();
    const answer = await fetch(`${vonage.url}/account/get-balance`, {
      headers: { authorization: basic('abcd1234', 'x') },
    });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({ 'error-code': '401', 'error-code-label': 'authentication failed' });
  });
});

describe('limits of the account', () => {
  test('refuses to send when the balance is low', async () => {
    const vonage = await aLocalVonage({ balance: 0 });

    const answer = await post(vonage.url, plainBody);

    expect(answer.status).toBe(402);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ title: 'Low balance' });
    expect(vonage.accepted).toEqual([]);
  });

  test.each([
    ['GET', '/v1/messages', 403],
    ['PUT', '/v1/messages', 403],
    ['POST', '/v2/messages', 404],
    ['GET', '//', 404],
    ['POST', '/account/get-balance', 404],
    ['GET', '/account/other', 404],
  ])('answers %s %s with %i', async (method, path, status) => {
    const vonage = await aLocalVonage();
    const headers = { authorization: basic('abcd1234', 'local-api-secret') };
    expect((await fetch(`${vonage.url}${path}`, { method, headers })).status).toBe(status);
  });

  test('refuses a body of more than a megabyte', async () => {
    const vonage = await aLocalVonage();
    const answer = await post(vonage.url, { ...plainBody, text: 'x'.repeat(1_000_001) }).catch(() => undefined);
    expect([413, undefined]).toContain(answer?.status);
    expect(vonage.accepted).toEqual([]);
  });
});

describe('closing', () => {
  test('drops what is pending: deliveries, retries, silent answers, waits', async () => {
    const receiver = await aReceiver(() => 503);
    const vonage = await aLocalVonage({ statusUrl: receiver.url, submittedAfterMs: 0 });
    vonage.answer({ nth: 2, answer: { kind: 'silence', accepted: true } });
    await post(vonage.url, plainBody);
    const silent = post(vonage.url, plainBody).catch(() => 'ended');
    await vonage.until(
      () => vonage.accepted.length === 2 && vonage.webhooks.some(({ attempts }) => attempts.length > 0),
    );
    const endless = expect(vonage.until(() => false)).rejects.toThrow('was closed');

    await vonage.close();

    await endless;
    expect(await silent).toBe('ended');
    await expect(fetch(`${vonage.url}/account/get-balance`)).rejects.toThrow();
  });

  test('leaves nothing behind that would keep the process alive', async () => {
    const script = `
      const { startLocalVonage } = await import(${JSON.stringify(serverFile)});
      const vonage = await startLocalVonage({ statusUrl: 'http://127.0.0.1:9', inboundUrl: 'http://127.0.0.1:9' });
      vonage.phone('12015550199').text('Hello');
      await vonage.until(() => vonage.webhooks[0].attempts.length === 1);
      await vonage.close();
    `;
    const { stderr } = await run(process.execPath, ['--input-type=module', '-e', script], { timeout: 20_000 });
    expect(stderr).toBe('');
  });

  test('says what it was still waiting for when the time is up', async () => {
    const vonage = await aLocalVonage();
    const wait = vonage.until(() => vonage.accepted.length === 1, { timeoutMs: 1 });
    await expect(wait).rejects.toThrow('accepted.length === 1');
  });
});
