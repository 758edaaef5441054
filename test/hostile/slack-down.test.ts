import { expect, onTestFinished, test } from 'vitest';
import type { Trouble } from '../../playground/slack/troubles.ts';
import { seededRandom } from '../../playground/vonage/random.ts';
import { type SlackDown, type SlackDownOptions, startSlackDown } from '../support/slack-down.ts';

async function aSlackDown(options: SlackDownOptions): Promise<SlackDown> {
  const down = await startSlackDown(options);
  onTestFinished(down.close);
  await down.slack.until(() => down.slack.channel('sms').messages().length === 1, { what: "the campaign's message" });
  return down;
}

/** How often each numbered reply stands in the thread. */
function standing(down: SlackDown, replies: number): { lost: number; doubled: number } {
  const times = Array.from({ length: replies }, () => 0);
  for (const { text } of down.thread()) {
    const no = /This is reply (\d+)\./.exec(text)?.[1];
    if (no !== undefined) times[Number(no)]! += 1;
  }
  return { lost: times.filter((count) => count === 0).length, doubled: times.filter((count) => count > 1).length };
}

const outages: [string, Trouble[]][] = [
  ['errors', [{ kind: '500' }]],
  ['cut connections', [{ kind: 'reset' }]],
  ['answers lost after posting', [{ kind: 'lost-answer' }]],
  ['refusals for a minute each', [{ kind: '429', retryAfterS: 60 }]],
  [
    'everything by turns',
    [{ kind: '500' }, { kind: 'lost-answer' }, { kind: '429', retryAfterS: 60 }, { kind: 'reset' }],
  ],
];

test.concurrent.each(outages)('half an hour of %s stops no message and loses no reply', async (_, troubles) => {
  const down = await aSlackDown({ speed: 600, people: 150, batchSize: 5, everySeconds: 60 });
  const startS = down.clock.monotonicMs() / 1_000;
  for (let minute = 0; minute < 30; minute += 1) {
    down.slack.clearTroubles();
    down.slack.trouble({ ...troubles[minute % troubles.length]!, times: Number.POSITIVE_INFINITY });
    for (let no = minute * 5; no < minute * 5 + 5; no += 1) await down.reply(no, `This is reply ${no}.`);
    await down.second(startS + (minute + 1) * 60);
  }
  const duringOutage = down.sentAtS.filter((at) => at < startS + 1_800);
  expect(duringOutage.length).toBeGreaterThanOrEqual(140);
  expect(mostInAnyMinute(down.sentAtS)).toBeLessThanOrEqual(10);

  down.slack.clearTroubles();
  await down.allSaid();
  expect(standing(down, 150)).toEqual({ lost: 0, doubled: 0 });
  expect(down.slack.problems).toEqual([]);
});

test('of a thousand replies none is lost and at most one doubled when one answer in ten is lost', async () => {
  const down = await aSlackDown({ speed: 600, people: 1_000, batchSize: 1_000, everySeconds: 1 });
  const random = seededRandom(8);
  const kinds = ['lost-answer', '500', 'reset'] as const;
  const stop = down.slack.onChange(({ kind }) => {
    if (kind !== 'message' || random() > 0.1) return;
    down.slack.trouble({ method: 'chat.postMessage', kind: kinds[Math.floor(random() * 3)]! });
  });
  for (let no = 0; no < 1_000; no += 1) await down.reply(no, `This is reply ${no}.`);
  await down.allSaid();
  stop();
  const { lost, doubled } = standing(down, 1_000);
  expect(lost).toBe(0);
  expect(doubled).toBeLessThanOrEqual(1);
});

test('posts that take a minute each are not said twice', async () => {
  const down = await aSlackDown({ speed: 50, people: 10, batchSize: 10, everySeconds: 1 });
  down.slack.trouble({ method: 'chat.postMessage', kind: 'slow', delayMs: 60_000 / 50, times: 2 });
  for (let no = 0; no < 10; no += 1) await down.reply(no, `This is reply ${no}.`);
  await down.allSaid();
  expect(standing(down, 10)).toEqual({ lost: 0, doubled: 0 });
});

test('a person is answered at once while posts are refused for a minute each', async () => {
  const down = await aSlackDown({ speed: 600, people: 10, batchSize: 10, everySeconds: 1 });
  for (const method of ['chat.postMessage', 'chat.update']) {
    down.slack.trouble({ method, kind: '429', retryAfterS: 60, times: Number.POSITIVE_INFINITY });
  }
  for (let no = 0; no < 10; no += 1) await down.reply(no, `This is reply ${no}.`);
  const refusals = () => down.slack.traffic.filter(({ status }) => status === 429).length;
  await down.slack.until(() => refusals() >= 2, { what: 'refused posts' });

  const ada = down.slack.as('ada');
  const askedMs = performance.now();
  await ada.command('/sms-campaign', 'list');
  await down.slack.until(() => ada.ephemerals().length === 1);
  await ada.command('/sms-campaign');
  await down.slack.until(() => ada.openModal());
  expect(performance.now() - askedMs).toBeLessThan(2_000);
});

function mostInAnyMinute(times: readonly number[]): number {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 59).length));
}
