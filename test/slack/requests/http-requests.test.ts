import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HTTPReceiver } from '@slack/bolt';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { boltLogger } from '../../../src/slack/api/bolt-logger.ts';
import { slackRequests } from '../../../src/slack/requests/http-requests.ts';
import { logInto } from '../slack-bench.ts';

const signingSecret = 'a-signing-secret';

let server: Server;
let url: string;
let ready: boolean;
let refused: number[];

beforeEach(async () => {
  ready = true;
  refused = [];
  const receiver = new HTTPReceiver({ signingSecret, endpoints: '/slack/events', logger: boltLogger(logInto([])) });
  server = createServer(slackRequests(receiver, { isReady: () => ready, onRefused: (status) => refused.push(status) }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

function post(body: string, { secret = signingSecret, ageS = 0, type = 'application/json', signed = true } = {}) {
  const timestamp = String(Math.floor(Date.now() / 1000) - ageS);
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
  const proof = { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature };
  return fetch(url, { method: 'POST', body, headers: { 'content-type': type, ...(signed && proof) } });
}

const challenge = JSON.stringify({ type: 'url_verification', challenge: 'abc' });

test('a request that Slack signed is answered', async () => {
  const response = await post(challenge);
  expect([response.status, await response.json()]).toEqual([200, { challenge: 'abc' }]);
});

test.each([
  ['signed with another secret', { secret: 'another' }],
  ['six minutes old', { ageS: 360 }],
  ['not signed', { signed: false }],
])('a request that is %s is refused', async (_, options) => {
  expect((await post(challenge, options)).status).toBe(401);
  expect(refused).toEqual([401]);
});

test.each([
  ['null', 'application/json'],
  ['7', 'application/json'],
  ['payload=null', 'application/x-www-form-urlencoded'],
  ['{', 'application/json'],
])('a signed body that is no message, %s, is refused and harms nobody', async (body, type) => {
  expect((await post(body, { type })).status).toBe(400);
});

test('a body over 4 MB is refused', async () => {
  expect((await post('x'.repeat(4 * 1024 * 1024 + 1))).status).toBe(413);
});

test('before the app knows itself, Slack is asked to come again', async () => {
  ready = false;
  expect((await post(challenge)).status).toBe(503);
});
