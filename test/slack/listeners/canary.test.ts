import { beforeEach, expect, test } from 'vitest';
import type { Person } from '../../../playground/slack/people/person.ts';
import { UserId } from '../../../src/domain/ids.ts';
import { approve, draftBy, submit } from '../campaigns.ts';
import { type Bench, benchForEach } from '../slack-bench.ts';

let bench: Bench;
let ada: Person;
benchForEach((fresh) => {
  bench = fresh;
  ada = fresh.slack.as('ada');
});

const all = () => {
  const posts = bench.slack.channel('sms').messages();
  return [...posts, ...posts.flatMap(({ thread }) => thread)];
};
const saying = (words: string) =>
  bench.slack.until(() => all().find(({ text }) => text.includes(words)), { what: `a post with “${words}”` });
const stored = async () => (await bench.services.campaigns.list())[0]!;

/** Ada's campaign, tried on the first of its people: its thread asks. */
beforeEach(async () => {
  const form = { batchSize: '5', every: '1s', hours: 'any time' };
  const campaign = await draftBy(bench, UserId.parse('U0ADA'), form);
  await bench.store.campaigns.save({ ...campaign, canary: { first: 1 } });
  await submit(bench, await stored());
  const approved = await approve(bench, await stored(), UserId.parse('U0BEN'));
  const at = new Date(Date.now() - 60_000).toISOString();
  const { campaigns, recipients, announcements } = bench.store;
  const running = await campaigns.save({
    ...approved,
    status: 'running',
    startedAt: at,
    canaryState: { asked: { at, because: 'tried' } },
  });
  if (running === 'stale') throw new Error('Somebody else changed the campaign of the test.');
  const claims = await recipients.claim(running.id, { no: 1, startedAt: at, size: 5 }, 5, new Date());
  expect(claims).toEqual([]);
  const figures = { sent: 100, delivered: 97, failed: 1, replies: 9, optedOut: 2 };
  const note = { kind: 'canary' as const, because: 'tried' as const, ...figures };
  await announcements.add([{ id: 'asks', at, kind: 'note', campaignId: running.id, note }]);
  bench.announcer.wake();
});

test('the thread says what is known and how sure, and Go on lets it go on once', async () => {
  const asks = await saying('Tried on the first 100 people');
  expect(asks.text).toContain('2 of 100 opted out: between 0.5 and 7 %. 9 replied, 97 delivered, 1 failed.');
  expect(asks.buttons).toEqual(['Go on', 'Stop']);
  await ada.pressIn(asks, 'Go on');
  await saying('pressed Go on: everybody else gets it too');
  expect((await stored()).canaryState?.wentOn).toMatchObject({ by: 'U0ADA' });
  await ada.pressIn(asks, 'Stop');
  await bench.slack.until(() => ada.ephemerals().some(({ text }) => text.includes('It goes on already')));
  expect((await stored()).status).not.toBe('cancelled');
});

test('Stop in the thread ends it', async () => {
  await ada.pressIn(await saying('Tried on the first 100 people'), 'Stop');
  await saying('Cancelled by');
  await bench.slack.until(async () => (await stored()).status.startsWith('cancel'));
});

test('an agent who neither wrote nor approved it cannot let it go on', async () => {
  const cleo = bench.slack.as('cleo');
  await cleo.pressIn(await saying('Tried on the first 100 people'), 'Go on');
  await bench.slack.until(() => cleo.ephemerals().some(({ text }) => text.includes('can let it go on')));
  expect((await stored()).canaryState?.wentOn).toBeUndefined();
});
