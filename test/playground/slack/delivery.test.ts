import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { verifySlackRequest } from '@slack/bolt';
import { WebSocket } from 'undici';
import { afterEach, describe, expect, test } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../../playground/slack/local-slack.ts';
import { call } from './support/call.ts';
import { createFastClock, type FastClock } from './support/fast-clock.ts';
import { startSampleApp } from './support/sample-app.ts';

let slack: LocalSlack;
let leftOver: (() => Promise<unknown> | unknown)[] = [];

afterEach(async () => {
  for (const undo of leftOver.reverse()) await undo();
  leftOver = [];
  await slack.close();
});

describe('Socket Mode', () => {
  test('tells a person when the app does not answer within 3 seconds', async () => {
    const clock = createFastClock();
    slack = await startLocalSlack({ clock });
    const sample = await startSampleApp(slack);
    leftOver.push(sample.stop);
    const ada = slack.as('ada');
    const pressed = ada.command('/sms-campaign', 'silent');
    clock.advance(3000);
    expect(await pressed).toEqual({ ok: false, notice: '/sms-campaign failed because the app did not respond.' });
    expect(ada.notices()).toMatchObject([{ reason: 'no answer within 3 seconds' }]);
  });

  test('tells a person when no app is connected', async () => {
    slack = await startLocalSlack();
    expect(await slack.as('ada').command('/sms-campaign')).toMatchObject({ ok: false });
    expect(slack.notices).toMatchObject([{ user: 'U0ADA', reason: 'the app is not connected' }]);
  });

  test.each(['refresh_requested', 'warning', 'drop'] as const)('a Bolt app comes back after %s', async (how) => {
    slack = await startLocalSlack();
    const sample = await startSampleApp(slack);
    leftOver.push(sample.stop);
    const tickets = () => slack.traffic.filter(({ method }) => method === 'apps.connections.open').length;
    if (how === 'drop') slack.dropSockets();
    if (how !== 'drop') slack.disconnectSockets(how);
    await slack.until(() => tickets() === 2 && slack.connections() === 1);
    expect(await slack.as('ada').command('/sms-campaign', 'help')).toEqual({ ok: true });
  });

  test('gives each envelope to one of several sockets and takes the answer from any', async () => {
    slack = await startLocalSlack();
    const seen: string[] = [];
    const open = async (name: string) => {
      const { url } = (await call(slack, 'apps.connections.open', {}, slack.appToken)).body;
      const socket = new WebSocket(String(url));
      leftOver.push(() => socket.close());
      socket.addEventListener('message', ({ data }) => {
        const { envelope_id, type } = JSON.parse(data);
        if (type === 'hello') return;
        seen.push(name);
        first.send(JSON.stringify({ envelope_id, payload: { text: `from ${name}` } }));
      });
      await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
      return socket;
    };
    const first = await open('first');
    await open('second');
    await slack.until(() => slack.connections() === 2);
    const ada = slack.as('ada');
    await ada.command('/x');
    await ada.command('/x');
    expect(seen.toSorted()).toEqual(['first', 'second']);
    expect(
      ada
        .ephemerals()
        .map(({ text }) => text)
        .toSorted(),
    ).toEqual(['from first', 'from second']);
  });

  test('closes with sockets open and waits pending, and leaves nothing listening', async () => {
    slack = await startLocalSlack();
    const { url } = (await call(slack, 'apps.connections.open', {}, slack.appToken)).body;
    const socket = new WebSocket(String(url));
    const closed = new Promise((resolve) => socket.addEventListener('close', resolve, { once: true }));
    await slack.until(() => slack.connections() === 1);
    const never = expect(slack.until(() => false)).rejects.toThrow('was closed');
    const unanswered = slack.as('ada').command('/x');
    await slack.close();
    await Promise.all([never, closed]);
    expect((await unanswered).ok).toBe(false);
    await expect(fetch(slack.apiUrl)).rejects.toThrow();
  });

  test('lets nobody in without a fresh ticket', async () => {
    slack = await startLocalSlack();
    const socket = new WebSocket(`${slack.url.replace('http', 'ws')}/link/?ticket=old`);
    await new Promise((resolve) => socket.addEventListener('error', resolve, { once: true }));
    expect(slack.connections()).toBe(0);
  });
});

describe('signed HTTP', () => {
  type Seen = {
    readonly headers: IncomingMessage['headers'];
    readonly body: string;
  };
  const seen: Seen[] = [];

  /** An app by hand, to look at the bytes. */
  const listen = async (answer: (response: ServerResponse, one: Seen) => void, clock?: FastClock) => {
    seen.length = 0;
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      const one = { headers: request.headers, body: Buffer.concat(chunks).toString() };
      seen.push(one);
      answer(response, one);
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    leftOver.push(() => {
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(resolve));
    });
    const { port } = server.address() as AddressInfo;
    slack = await startLocalSlack({
      clock,
      delivery: { kind: 'http', signingSecret: 'shhh', requestUrl: `http://127.0.0.1:${port}/slack/events` },
    });
  };

  test('signs the raw body and sends a command as a plain form', async () => {
    await listen(
      (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"text":"hi"}'),
    );
    await slack.as('ada').command('/sms-campaign', 'help me & you');
    const [{ headers, body }] = seen as [Seen];
    expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(Object.fromEntries(new URLSearchParams(body))).toMatchObject({
      command: '/sms-campaign',
      text: 'help me &amp; you',
      user_id: 'U0ADA',
    });
    const signed = {
      'x-slack-signature': String(headers['x-slack-signature']),
      'x-slack-request-timestamp': Number(headers['x-slack-request-timestamp']),
    };
    expect(() => verifySlackRequest({ signingSecret: 'shhh', body, headers: signed })).not.toThrow();
    expect(slack.as('ada').ephemerals()).toMatchObject([{ text: 'hi' }]);
  });

  test('checks the request URL with a challenge', async () => {
    await listen((response, { body }) => void response.end(JSON.parse(body).challenge));
    expect(await slack.verifyRequestUrl()).toBe(true);
    slack.setRequestUrl('http://127.0.0.1:1/');
    expect(await slack.verifyRequestUrl()).toBe(false);
  });

  test('tries an event again at once, after a minute and after five, then gives it up', async () => {
    const clock = createFastClock();
    await listen((response) => void response.writeHead(500).end(), clock);
    await slack.as('ada').openHome();
    for (const [failures, ms] of [0, 60_000, 300_000].entries()) {
      await slack.until(() => slack.notices.length === failures + 1);
      clock.advance(ms);
    }
    await slack.until(() => slack.notices.at(-1)?.text === 'The event was given up.');
    expect(seen.map(({ headers }) => headers['x-slack-retry-num'])).toEqual([undefined, '1', '2', '3']);
    expect(seen[1]?.headers['x-slack-retry-reason']).toBe('http_error');
    expect(new Set(seen.map(({ body }) => JSON.parse(body).event_id)).size).toBe(1);
  });

  test('does not try again where the app asks for that', async () => {
    const clock = createFastClock();
    await listen((response) => void response.writeHead(500, { 'x-slack-no-retry': '1' }).end(), clock);
    await slack.as('ada').openHome();
    clock.advance(400_000);
    expect(seen).toHaveLength(1);
  });

  test('shows the person a failure when the app is down, slow or answers nonsense', async () => {
    const clock = createFastClock();
    await listen((response, { body }) => {
      if (body.includes('nonsense')) response.writeHead(200, { 'content-type': 'application/json' }).end('{');
      if (body.includes('down')) response.writeHead(404).end();
      if (body.includes('slow')) clock.advance(3000);
    }, clock);
    const ada = slack.as('ada');
    expect((await ada.command('/x', 'nonsense')).ok).toBe(false);
    expect((await ada.command('/x', 'down')).ok).toBe(false);
    expect((await ada.command('/x', 'slow')).ok).toBe(false);
    expect(ada.notices().map(({ reason }) => reason)).toEqual([
      'the answer is not JSON',
      'http_error 404',
      'no answer within 3 seconds',
    ]);
  });
});
