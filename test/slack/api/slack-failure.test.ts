import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebClient } from '@slack/web-api';
import { expect, onTestFinished, test } from 'vitest';
import { readFailure } from '../../../src/slack/api/slack-failure.ts';

/** How a post fails when whoever answers for Slack says this. */
async function failureOf(body: string, type = 'application/json', status = 200) {
  const server = createServer((_, response) => response.writeHead(status, { 'content-type': type }).end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const slackApiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
  const client = new WebClient('xoxb-1', { slackApiUrl, retryConfig: { retries: 0 } });
  const error = await client.chat.postMessage({ channel: 'C0SMS', text: 'Hi' }).catch((thrown: unknown) => thrown);
  return readFailure(error);
}

test.each([
  ['a page instead of an answer', '<html><body>Captive portal</body></html>', 'text/html'],
  ['a page that says it is JSON', '<html>', 'application/json'],
  ['a page with an error of its own', '<html>bad gateway</html>', 'text/html', 502],
  ['nothing', ''],
  ['text', 'upstream connect error or disconnect/reset before headers', 'text/plain'],
  ['a list', '[]'],
  ['a refusal without a word', '{"ok":false}'],
  ['a refusal with an empty word', '{"ok":false,"error":""}'],
  ['a refusal with a number', '{"ok":false,"error":17}'],
  ['a refusal with a sentence', '{"ok":false,"error":"Something Went Wrong"}'],
  ['a refusal with an object', '{"ok":false,"error":{"code":5}}'],
])('%s is trouble of Slack, not of the channel', async (_, ...answer) => {
  expect(await failureOf(...(answer as [string]))).toMatchObject({ kind: 'doubtful' });
});

test.each([
  ['channel_not_found', 'place'],
  ['restricted_action_read_only_channel', 'place'],
  ['invalid_auth', 'credentials'],
  ['internal_error', 'doubtful'],
  ['msg_too_long', 'content'],
])('Slack’s word %s says what it is about: %s', async (error, kind) => {
  expect(await failureOf(JSON.stringify({ ok: false, error }))).toMatchObject({ kind });
});
