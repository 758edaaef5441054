import diagnostics from 'node:diagnostics_channel';
import net from 'node:net';
import { Vonage } from '@vonage/server-sdk';
import { describe, expect, test } from 'vitest';
import type { SendOutcome } from '../../src/domain/recipient/send-outcome.ts';
import { createVonageGateway } from '../../src/sms/vonage-gateway.ts';
import { httpAnswer, startRawServer } from '../support/raw-server.ts';
import {
  accepted,
  application,
  bodyOf,
  closers,
  gateway,
  headerOf,
  message,
  secret,
  server,
  uuid,
} from './gateway-bench.ts';

describe('the request', () => {
  test('carries number, sender, text and our reference, and nothing else', async () => {
    const vonage = await server((socket) => socket.write(accepted));
    const text = 'Zażółć 👋 \ud800';
    expect(await gateway(`${vonage.url}/`).send({ ...message, text })).toEqual({ kind: 'accepted', messageId: uuid });
    expect(vonage.requests).toHaveLength(1);
    expect(vonage.requests[0]).toMatch(/^POST \/v1\/messages HTTP\/1.1\r\n/);
    expect(bodyOf(vonage.requests[0])).toEqual({
      channel: 'sms',
      message_type: 'text',
      to: '12015550123',
      from: '12015550100',
      text,
      client_ref: 'v1.abcd2345.7.1',
      sms: { encoding_type: 'auto' },
    });
    expect(headerOf(vonage.requests[0], 'content-type')).toBe('application/json');
    const credentials = Buffer.from(`a1b2c3d4:${secret}`).toString('base64');
    expect(headerOf(vonage.requests[0], 'authorization')).toBe(`Basic ${credentials}`);
  });

  test.each([
    [3_600, 3_600],
    [5, 20],
    [3_000_000, 604_800],
  ])('names the seconds in which it may be delivered: %i as %i', async (ttlSeconds, ttl) => {
    const vonage = await server((socket) => socket.write(accepted));
    await gateway(vonage.url).send({ ...message, ttlSeconds });
    expect(bodyOf(vonage.requests[0])).toMatchObject({ ttl });
  });

  test('is what the SDK’s own `send` makes of the same message', async () => {
    const vonage = await server((socket) => socket.write(accepted));
    await gateway(vonage.url).send({ ...message, ttlSeconds: 3_600 });
    const { to, from, text, ref } = message;
    const sdk = new Vonage({ apiKey: 'a1b2c3d4', apiSecret: secret }, { apiHost: vonage.url });
    const sms = { encodingType: 'auto' };
    const fields = { to: to.slice(1), from, text, clientRef: ref, ttl: 3_600, sms };
    await sdk.messages.send({ channel: 'sms', messageType: 'text', ...fields });
    expect(vonage.requests.map((request) => request.split('\r\n', 1)[0])).toEqual([
      'POST /v1/messages HTTP/1.1',
      'POST /v1/messages HTTP/1.1',
    ]);
    expect(bodyOf(vonage.requests[0])).toEqual(bodyOf(vonage.requests[1]));
  });

  test('is surely not sent where the client cannot be loaded, and the next one is', async () => {
    const vonage = await server((socket) => socket.write(accepted));
    const options = { apiKey: 'a1b2c3d4', apiSecret: secret, apiHost: vonage.url };
    let tries = 0;
    const flaky = createVonageGateway(options, async () => {
      tries += 1;
      if (tries < 3) throw new Error('EMFILE: too many open files');
      return import('../../src/sms/vonage-client.ts');
    });
    closers.push(flaky.close);
    await flaky.prepare();
    expect(await flaky.send(message)).toEqual({ kind: 'not_sent', cause: 'client_not_loaded' });
    expect(await flaky.send(message)).toMatchObject({ kind: 'accepted' });
    expect(vonage.requests).toHaveLength(1);
  });

  test('is handed to the connection before the caller goes on', async () => {
    const vonage = await server((socket) => socket.write(accepted));
    const warm = gateway(vonage.url, { application });
    await warm.prepare();
    const order: string[] = [];
    const handedOver = () => order.push('handed over');
    diagnostics.subscribe('undici:request:create', handedOver);
    closers.push(async () => diagnostics.unsubscribe('undici:request:create', handedOver));
    const sending = warm.send(message);
    order.push('returned');
    await sending;
    expect(order).toEqual(['handed over', 'returned']);
  });

  test('goes over no more connections than allowed', async () => {
    const vonage = await server((socket) => setImmediate(() => socket.write(accepted)));
    const capped = gateway(vonage.url, { connections: 3, timeoutMs: 10_000 });
    const outcomes = await Promise.all(Array.from({ length: 60 }, () => capped.send(message)));
    expect(outcomes.every(({ kind }) => kind === 'accepted')).toBe(true);
    expect(vonage.connections()).toBe(3);
  });
});

type Script = Parameters<typeof startRawServer>[0];
const answers = (bytes: string): Script => {
  return (socket) => socket.write(bytes);
};
const thenCloses = (bytes: string): Script => {
  return (socket) => socket.end(bytes);
};
const noLength = { 'content-length': '999' };
const echo = JSON.stringify({
  title: 'Refused',
  type: 'https://developer.vonage.com/api-errors/messages#1120',
  detail: `12015550123 ${message.text} ${secret}`,
});

describe('every row of the table, over a real socket', () => {
  test.each<[string, Script, SendOutcome]>([
    ['202 with an id', answers(accepted), { kind: 'accepted', messageId: uuid }],
    ['202 in chunks', answers(chunked(JSON.stringify({ message_uuid: uuid }))), { kind: 'accepted', messageId: uuid }],
    ['202 and nothing', answers(httpAnswer(202, '')), { kind: 'unconfirmed', cause: 'no_id' }],
    ['202 HTML', answers(httpAnswer(202, '<p>', { 'content-type': 'text/html' })), doubt('no_id')],
    ['202 cut by FIN', thenCloses(httpAnswer(202, '{"message_uuid":"aaaa', noLength)), doubt('no_id')],
    ['202 of which the rest never comes', answers(httpAnswer(202, '{"mess', noLength)), doubt('no_id')],
    ['202 that never ends', (socket) => socket.write(httpAnswer(202, 'x'.repeat(70_000), noLength)), doubt('no_id')],
    ['302', answers(httpAnswer(302, '', { location: '/v1/other' })), doubt('http_302')],
    ['307', answers(httpAnswer(307, '', { location: '/v1/messages' })), doubt('http_307')],
    ['308', answers(httpAnswer(308, '', { location: '/v1/messages' })), doubt('http_308')],
    ['400', answers(httpAnswer(400, echo)), { kind: 'refused', code: '1120', reason: 'Refused' }],
    ['422', answers(httpAnswer(422, echo)), { kind: 'refused', code: '1120', reason: 'Refused' }],
    ['401', answers(httpAnswer(401, echo)), { kind: 'halted', reason: 'provider_auth', detail: '401: Refused' }],
    ['403', answers(httpAnswer(403, echo)), { kind: 'halted', reason: 'provider_auth', detail: '403: Refused' }],
    ['404', answers(httpAnswer(404, echo)), { kind: 'halted', reason: 'provider_not_found', detail: '404: Refused' }],
    ['402', answers(httpAnswer(402, echo)), { kind: 'halted', reason: 'provider_balance', detail: '402: Refused' }],
    ['401 cut by FIN', thenCloses(httpAnswer(401, '{"ti', noLength)), halt('401: no explanation given')],
    ['429', answers(httpAnswer(429, '{}', { 'retry-after': '15' })), { kind: 'throttled', retryAfterMs: 15_000 }],
    ['429 alone', answers(httpAnswer(429, '')), { kind: 'throttled', retryAfterMs: 5_000 }],
    ['408', answers(httpAnswer(408, echo)), doubt('http_408')],
    ['409', answers(httpAnswer(409, echo)), doubt('http_409')],
    ['425', answers(httpAnswer(425, echo)), doubt('http_425')],
    ['500', answers(httpAnswer(500, echo)), doubt('http_500')],
    ['502', answers(httpAnswer(502, '<html>', { 'content-type': 'text/html' })), doubt('http_502')],
    ['503', answers(httpAnswer(503, echo)), doubt('http_503')],
    ['504', answers(httpAnswer(504, echo)), doubt('http_504')],
    ['RST before the answer', (socket) => socket.resetAndDestroy(), doubt('connection_lost')],
    ['FIN before the answer', (socket) => socket.end(), doubt('connection_lost')],
    ['silence', () => {}, doubt('timeout')],
    ['garbage', answers('SSH-2.0-OpenSSH_9.6\r\n'), doubt('garbled_answer')],
  ])('gives the provider’s answer its one outcome: %s', async (_, script, outcome) => {
    const vonage = await server(script);
    expect(await gateway(vonage.url).send(message)).toEqual(outcome);
    expect(vonage.requests).toHaveLength(1);
  });

  test('a reset while the request is still being read leaves doubt', async () => {
    const early = net.createServer((socket) =>
      socket.on('error', () => {}).once('data', () => socket.resetAndDestroy()),
    );
    const host = await listening(early);
    const long = { ...message, text: 'x'.repeat(2_000_000) };
    expect(await gateway(host).send(long)).toEqual(doubt('connection_lost'));
  });

  test('a refused connection is surely not sent', async () => {
    const vonage = await startRawServer(() => {});
    await vonage.close();
    expect(await gateway(vonage.url).send(message)).toEqual({ kind: 'not_sent', cause: 'connection_refused' });
  });

  test('a name that does not exist is surely not sent', async () => {
    const outcome = await gateway('http://vonage.invalid', { timeoutMs: 5_000 }).send(message);
    // Without any DNS the resolver gives up later than we do.
    expect(outcome).toEqual({ kind: 'not_sent', cause: expect.stringMatching(/^(name_not_found|connect_timeout)$/) });
  });

  test('a handshake that fails is surely not sent', async () => {
    const plain = net.createServer((socket) => socket.on('error', () => {}).end('no TLS here'));
    const host = (await listening(plain)).replace('http:', 'https:');
    expect((await gateway(host, { timeoutMs: 5_000 }).send(message)).kind).toBe('not_sent');
  });

  test('a handshake that never ends is surely not sent', async () => {
    const silent = net.createServer((socket) => socket.on('error', () => {}));
    const host = (await listening(silent)).replace('http:', 'https:');
    expect(await gateway(host, { connectTimeoutMs: 100 }).send(message)).toEqual({
      kind: 'not_sent',
      cause: 'connect_timeout',
    });
  });

  test('whoever waited too long for a free connection is surely not sent, also not later', async () => {
    let first: net.Socket | undefined;
    const vonage = await server((socket) => {
      if (first) return socket.write(accepted);
      first = socket;
    });
    const narrow = gateway(vonage.url, { connections: 1, connectTimeoutMs: 100, timeoutMs: 10_000 });
    const holding = narrow.send(message);
    expect(await narrow.send({ ...message, ref: 'v1.abcd2345.8.1' })).toEqual({
      kind: 'not_sent',
      cause: 'connect_timeout',
    });
    first?.write(accepted);
    expect((await holding).kind).toBe('accepted');
    expect((await narrow.send({ ...message, ref: 'v1.abcd2345.9.1' })).kind).toBe('accepted');
    expect(vonage.received()).not.toContain('v1.abcd2345.8.1');
    expect(vonage.connections()).toBe(1);
  });

  test('after the close nothing is sent', async () => {
    const vonage = await server((socket) => socket.write(accepted));
    const closed = gateway(vonage.url);
    await closed.close();
    expect(await closed.send(message)).toEqual({ kind: 'not_sent', cause: 'shutting_down' });
    expect(vonage.connections()).toBe(0);
  });
});

test('no outcome, log line or error tells the number, the text, the secret or the token', async () => {
  const lines: unknown[] = [];
  const keep = (...line: unknown[]) => lines.push(line);
  const told: unknown[] = [];
  for (const status of [400, 401, 402, 403, 404, 422, 429, 500]) {
    const vonage = await server((socket, request) => {
      const token = headerOf(request, 'authorization');
      const reflected = { title: token, detail: `${token} ${secret}`, type: `x#${token}`, invalid_parameters: [] };
      const parameters = [{ name: message.text, reason: message.to }];
      socket.write(httpAnswer(status, JSON.stringify({ ...reflected, invalid_parameters: parameters })));
    });
    const log = { debug: keep, info: keep, warn: keep, error: keep };
    for (const signing of [application, undefined]) {
      const talkative = gateway(vonage.url, { application: signing, log });
      told.push(await talkative.send(message), await talkative.balance(), await talkative.segmentPrice('US'));
    }
  }
  const all = JSON.stringify([told, lines]);
  expect(all).not.toMatch(/2015550123|appointment|canary|eyJ|YTFiMmMzZDQ/i);
});

function doubt(cause: string): SendOutcome {
  return { kind: 'unconfirmed', cause };
}

function halt(detail: string): SendOutcome {
  return { kind: 'halted', reason: 'provider_auth', detail };
}

function chunked(body: string): string {
  const head = 'HTTP/1.1 202 Accepted\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n';
  return `${head}${[...body].map((letter) => `1\r\n${letter}\r\n`).join('')}0\r\n\r\n`;
}

async function listening(given: net.Server): Promise<string> {
  const sockets = new Set<net.Socket>();
  given.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => given.listen(0, '127.0.0.1', resolve));
  closers.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => given.close(resolve));
  });
  return `http://127.0.0.1:${(given.address() as net.AddressInfo).port}`;
}
