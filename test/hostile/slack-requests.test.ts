import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Posting } from '../support/hostile/post.ts';
import { commandBody, throwForgedCommands } from '../support/hostile/rounds.ts';
import { signedBySlack } from '../support/hostile/slack-forgeries.ts';
import { startTarget, type Target } from '../support/hostile/target.ts';

let target: Target;
beforeAll(async () => {
  target = await startTarget('http');
});
afterAll(() => target.close());

const json = 'application/json';
const send = (posting: Posting) => target.posts.post(`${target.url}/slack/events`, posting);
const sign = (body: string, how?: Parameters<typeof signedBySlack>[2]) =>
  signedBySlack(target.slack.signingSecret, body, how);

test('no forgery of a command is taken, and none leaves a trace', async () => {
  const before = await target.stored();
  expect((await throwForgedCommands(target, { seed: 4, runs: 2_000 })).wrong).toEqual([]);
  expect(await target.stored()).toBe(before);
  expect(target.slack.as('ada').ephemerals()).toEqual([]);
});

test('a command that Slack signed is taken; the same one again changes nothing more', async () => {
  const before = await target.metric('trickle_suppressed_numbers');
  const posting = sign(commandBody(target, 'optout add +12015550190'));
  for (const answer of [await send(posting), await send(posting)]) expect(answer.status).toBe(200);
  await target.slack.until(() => target.slack.traffic.filter(({ method }) => method === 'response_url').length >= 2);
  expect(await target.metric('trickle_suppressed_numbers')).toBe(before + 1);
});

const payload = (words: string) => new URLSearchParams({ payload: words }).toString();

test.each([
  ['null', 'null', json],
  ['null with spaces', ' null\n', json],
  ['null in a form', payload('null'), undefined],
  ['a number', '5', json],
  ['a list', '[]', json],
  ['a word', '"STOP"', json],
  ['nothing', '', json],
  ['half a document', '{"type":"event_callback"', json],
  ['an unknown kind', '{"type":"of the future"}', json],
  ['an event without content', '{"type":"event_callback","event":null}', json],
  ['an event that is a number', '{"type":"event_callback","event":7}', json],
  ['an interaction without a person', payload('{"type":"block_actions","actions":[{}]}'), undefined],
  ['a form without a view', payload('{"type":"view_submission","user":{"id":"U0ADA"}}'), undefined],
  ['a command without a command', 'text=hello&user_id=U0ADA', undefined],
  ['the prototype', '{"__proto__":{"type":"event_callback"}}', json],
  ['a command as JSON', 'command=/sms-campaign', json],
])('signed, but senseless, it ends in an answer and not in a crash: %s', async (_, body, type) => {
  const before = await target.stored();
  const { status } = await send(sign(body, type === undefined ? {} : { type }));
  expect(status).toBeGreaterThanOrEqual(200);
  expect(await target.stored()).toBe(before);
  expect((await target.posts.post(`${target.url}/healthz`, { method: 'GET', body: '' })).status).toBe(200);
});

test.each(['GET', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'])('%s is refused, and the program lives', async (method) => {
  expect((await send({ method, body: '' })).status).toBeGreaterThanOrEqual(400);
  expect((await target.posts.post(`${target.url}/healthz`, { method: 'GET', body: '' })).status).toBe(200);
});
