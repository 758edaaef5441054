import { expect, onTestFinished, test } from 'vitest';
import type { Trouble } from '../../playground/slack/troubles.ts';
import {
  loseAnswers,
  numbered,
  type SlackDown,
  type SlackDownOptions,
  standing,
  startSlackDown,
} from '../support/slack-down.ts';

async function aSlackDown(options: SlackDownOptions): Promise<SlackDown> {
  const down = await startSlackDown(options);
  onTestFinished(down.close);
  while (down.slack.channel('sms').messages().length === 0) await down.pass(1);
  return down;
}

const troubles: Trouble[] = [
  { kind: '500' },
  { kind: 'lost-answer' },
  { kind: '429', retryAfterS: 60 },
  { kind: 'reset' },
];

test('half an hour of errors, lost answers, refusals and cut connections stops no message and loses no reply', async () => {
  const down = await aSlackDown({ people: 60, batchSize: 2, everySeconds: 60 });
  const beganS = secondsOf(down);
  for (let minute = 0; minute < 30; minute += 1) {
    down.slack.clearTroubles();
    down.slack.trouble({ ...troubles[minute % troubles.length]!, times: Number.POSITIVE_INFINITY });
    await down.pass(60);
    for (const no of [minute * 2, minute * 2 + 1]) await down.reply(no, numbered(no));
  }
  expect(down.sentAtS.filter((at) => at <= beganS + 1_800).length).toBeGreaterThanOrEqual(58);
  expect(mostInAnyMinute(down.sentAtS)).toBe(2);

  down.slack.clearTroubles();
  await down.allSaid();
  expect(standing(down, 60)).toEqual({ lost: 0, doubled: 0 });
  expect(down.slack.problems).toEqual([]);
});

test('when one answer in ten is lost no reply is lost, and none doubled', async () => {
  const down = await aSlackDown({ people: 210, batchSize: 1_000, everySeconds: 1 });
  expect(await loseAnswers(down, 8, 210)).toEqual({ lost: 0, doubled: 0 });
});

test('posts that take a minute each, and are given up before, are not said twice', async () => {
  const down = await aSlackDown({ people: 5, batchSize: 10, everySeconds: 1, timeoutMs: 100 });
  await allSent(down, 5);
  down.slack.trouble({ method: 'chat.postMessage', kind: 'slow', delayMs: 60_000, times: 3 });
  for (let no = 0; no < 5; no += 1) await down.reply(no, numbered(no));
  await down.allSaid();
  await down.pass(120);
  expect(standing(down, 5)).toEqual({ lost: 0, doubled: 0 });
});

test('a person is answered at once while posts are refused for a minute each', async () => {
  const down = await aSlackDown({ people: 10, batchSize: 10, everySeconds: 1 });
  await allSent(down, 10);
  for (const method of ['chat.postMessage', 'chat.update']) {
    down.slack.trouble({ method, kind: '429', retryAfterS: 60, times: Number.POSITIVE_INFINITY });
  }
  for (let no = 0; no < 10; no += 1) await down.reply(no, numbered(no));
  const refusals = () => down.slack.traffic.filter(({ status }) => status === 429).length;
  while (refusals() < 2) await down.pass(1);

  const ada = down.slack.as('ada');
  const askedMs = performance.now();
  await ada.command('/sms-campaign', 'list');
  await down.slack.until(() => ada.ephemerals().length === 1);
  await ada.command('/sms-campaign');
  await down.slack.until(() => ada.openModal());
  expect(performance.now() - askedMs).toBeLessThan(2_000);
});

async function allSent(down: SlackDown, people: number): Promise<void> {
  while (down.sentAtS.length < people) await down.pass(1);
}

function secondsOf({ clock }: SlackDown): number {
  return clock.monotonicMs() / 1_000;
}

function mostInAnyMinute(times: readonly number[]): number {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 59).length));
}
