import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../../playground/slack/local-slack.ts';
import { call } from './support/call.ts';
import { type SampleApp, startSampleApp } from './support/sample-app.ts';

let slack: LocalSlack;
let sample: SampleApp;

beforeEach(async () => {
  slack = await startLocalSlack({ postBurst: 3 });
  sample = await startSampleApp(slack);
});

afterEach(async () => {
  await sample.stop();
  await slack.close();
});

const answers = (method: string) =>
  slack.traffic.filter((entry) => entry.method === method).map(({ status }) => status);

describe('a Bolt client', () => {
  const post = () => sample.app.client.chat.postMessage({ channel: 'C0SMS', text: 'hello' });

  test('waits as long as a 429 asks and tries again', async () => {
    slack.trouble({ method: 'chat.postMessage', kind: '429', retryAfterS: 1 });
    const from = performance.now();
    expect((await post()).ok).toBe(true);
    expect(performance.now() - from).toBeGreaterThan(900);
    expect(answers('chat.postMessage')).toEqual([429, 200]);
    expect(slack.channel('sms').messages()).toHaveLength(1);
  });

  test('tries again after a 500 and a cut connection', async () => {
    slack.trouble({ method: 'chat.postMessage', kind: '500' });
    slack.trouble({ method: 'chat.postMessage', kind: 'reset' });
    expect((await post()).ok).toBe(true);
    expect(answers('chat.postMessage')).toEqual([500, 0, 200]);
    expect(slack.channel('sms').messages()).toHaveLength(1);
  });

  test('posts twice when the answer is lost', async () => {
    slack.trouble({ method: 'chat.postMessage', kind: 'lost-answer' });
    await post();
    expect(slack.channel('sms').messages()).toHaveLength(2);
  });
});

test('hits one method or all, as often as asked, until cleared', async () => {
  slack.trouble({ method: 'auth.test', kind: '500', times: 2 });
  const status = async (method: string) => (await fetch(slack.apiUrl + method)).status;
  expect([
    await status('api.test'),
    await status('auth.test'),
    await status('auth.test'),
    await status('auth.test'),
  ]).toEqual([200, 500, 500, 200]);
  slack.trouble({ kind: '500', times: 9 });
  expect(await status('api.test')).toBe(500);
  slack.clearTroubles();
  expect(await status('api.test')).toBe(200);
});

test('answers late where it is slow', async () => {
  slack.trouble({ method: 'auth.test', kind: 'slow', delayMs: 60 });
  const from = performance.now();
  expect((await call(slack, 'auth.test')).body.ok).toBe(true);
  expect(performance.now() - from).toBeGreaterThan(50);
});
