import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../../playground/slack/local-slack.ts';
import { ChannelId, UserId } from '../../../src/domain/ids.ts';
import type { Store } from '../../../src/ports/store.ts';
import type { Clock } from '../../../src/ports/world.ts';
import type { Campaigns } from '../../../src/services/campaigns/campaigns.ts';
import type { Reports } from '../../../src/services/reports/reports.ts';
import { boltLogger } from '../../../src/slack/api/bolt-logger.ts';
import { createOutbox, type Outbox } from '../../../src/slack/outbox/outbox.ts';
import { createPoster } from '../../../src/slack/outbox/poster.ts';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.ts';
import { simulatedDisk } from '../../store/lowdb/simulated-disk.ts';
import { aCampaign, aNumber, aReport } from '../../support/builders.ts';
import { comesTrue, hastyClock, type LogLine, logInto } from '../slack-bench.ts';

const sms = ChannelId.parse('C0SMS');
const speed = 25;
const scopes = ['chat:write', 'files:write', 'channels:history'];

let slack: LocalSlack;
let store: Store;
let outbox: Outbox;
let outboxParts: () => Parameters<typeof createOutbox>[0];
let clock: Clock;
let log: LogLine[];
let ticking: NodeJS.Timeout;

beforeEach(async () => {
  slack = await startLocalSlack({ postBurst: 1_000, scopes });
  store = await openLowdbStore({ folder: '/outbox', disk: simulatedDisk() });
  clock = hastyClock(speed);
  log = [];
  // As it is made for the outbox; the ten seconds that it waits pass as fast as the clock.
  const client = new WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    timeout: 10_000 / speed,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: boltLogger(logInto([])),
  });
  outboxParts = () => ({
    store,
    campaigns: {} as Campaigns,
    reports: {
      report: async () => aReport({ campaign: (await store.campaigns.list())[0]! }),
      summaryCsv: async () => ({ name: 'summary.csv', csv: 'state,people\n' }),
    } as Partial<Reports> as Reports,
    poster: createPoster(client),
    inboxChannel: null,
    clock,
    log: logInto(log),
  });
  outbox = createOutbox(outboxParts());
  ticking = setInterval(() => outbox.tick(), 10);
});
afterEach(async () => {
  clearInterval(ticking);
  await outbox.stop();
  await slack.close();
  await store.close();
});

async function owe(...notes: ('started' | 'completed')[]) {
  const campaign = aCampaign({ channel: sms });
  await store.campaigns.create(campaign, [{ number: aNumber(), values: ['Ada'] }]);
  const base = { at: new Date().toISOString(), campaignId: campaign.id };
  await store.announcements.add([
    { id: 'message', kind: 'campaign_message', ...base },
    ...notes.map((kind) => ({ id: kind, kind: 'note' as const, note: { kind }, ...base })),
  ]);
  return campaign;
}

const said = () => slack.channel('sms').messages();
const allSaid = () => comesTrue(async () => (await store.announcements.pending()).length === 0);
const errors = () => log.filter(({ level }) => level === 'error');

async function secondsToSay(): Promise<number> {
  const beganMs = clock.monotonicMs();
  await owe();
  await allSaid();
  return (clock.monotonicMs() - beganMs) / 1_000;
}

describe('a Slack that hangs', () => {
  const hang = (seconds: number) =>
    slack.trouble({ method: 'chat.postMessage', kind: 'slow', delayMs: (seconds * 1_000) / speed });

  test('for twenty seconds delays its channel by little more', async () => {
    hang(20);
    expect(await secondsToSay()).toBeLessThan(20 + 15);
    expect(said()).toHaveLength(1);
  });

  test('and never makes the post has it made again after half a minute', async () => {
    hang(1_000);
    const seconds = await secondsToSay();
    expect(seconds).toBeGreaterThan(10 + 25);
    expect(seconds).toBeLessThan(10 + 30 + 15);
    expect(said()).toHaveLength(1);
  });

  test('and makes the post later than that has one of the two taken away', async () => {
    hang(60);
    const campaign = await owe();
    await allSaid();
    await comesTrue(() => said().length === 2);
    await comesTrue(() => said().length === 1);
    expect(await store.campaigns.posts(campaign.id)).toMatchObject({ message: { id: said()[0]?.ts } });
  });

  test.each(['reset', 'lost-answer'] as const)(
    'no more, for its connection broke (%s), is looked at once',
    async (kind) => {
      slack.trouble({ method: 'chat.postMessage', kind });
      expect(await secondsToSay()).toBeLessThan(8);
      expect(said()).toHaveLength(1);
    },
  );
});

test.each([
  ['takes charts gets the summary with one', false],
  ['takes no charts gets the summary without them', true],
])('a Slack that %s', async (_, refuses) => {
  await owe();
  await allSaid();
  if (refuses) slack.trouble({ method: 'chat.postMessage', kind: 'refuse', error: 'invalid_blocks' });
  const { id: campaignId } = (await store.campaigns.list())[0]!;
  const at = new Date().toISOString();
  await store.announcements.add([{ id: 'end', kind: 'note', note: { kind: 'completed' }, campaignId, at }]);
  await allSaid();
  const thread = said().flatMap((message) => message.thread);
  const summary = thread.find(({ text }) => text.includes('is completed'))?.text ?? '';
  expect(summary).toContain('120 people: ');
  expect(summary.includes('[chart: ')).toBe(!refuses);
  expect(errors()).toEqual([]);
});

test('what the disk has not taken is not said: it may never have happened', async () => {
  const disk = simulatedDisk();
  const broken = await openLowdbStore({ folder: '/outbox', disk });
  await broken.campaigns.create(aCampaign({ channel: sms }), [{ number: aNumber(), values: ['Ada'] }]);
  const speaking = createOutbox({ ...outboxParts(), store: broken });
  disk.beforeCall = (_, what) => {
    if (what === 'write') throw new Error('no space left');
  };
  const to = UserId.parse('U0ADA');
  const owed = {
    id: 'kept',
    kind: 'direct' as const,
    at: new Date().toISOString(),
    campaignId: null,
    to,
    text: 'kept',
  };
  await expect(broken.announcements.add([owed])).rejects.toThrow('no space left');
  for (let tick = 0; tick < 20; tick += 1) {
    speaking.tick();
    await speaking.idle();
  }
  expect(slack.traffic.filter(({ method }) => method === 'chat.postMessage')).toEqual([]);
  disk.beforeCall = () => {};
  await comesTrue(async () => {
    speaking.tick();
    return (await broken.announcements.pending()).length === 0;
  });
  await speaking.stop();
  await broken.close();
});

describe('trouble', () => {
  test.each([
    ['500', /^Slack has not been reached for \d+ seconds/],
    ['reset', /^Slack has not been reached for \d+ seconds/],
    ['429', /^Slack has taken nothing for \d+ seconds, because it asks to wait/],
  ] as const)('is what it is called after ten seconds of %s while something is owed', async (kind, words) => {
    slack.trouble({ kind, retryAfterS: 1, times: Number.POSITIVE_INFINITY });
    const startedMs = clock.monotonicMs();
    await owe();
    await comesTrue(() => outbox.trouble() !== undefined);
    expect(clock.monotonicMs() - startedMs).toBeGreaterThanOrEqual(10_000);
    expect(outbox.trouble()).toMatch(words);
    slack.clearTroubles();
    await comesTrue(() => outbox.trouble() === undefined);
    await allSaid();
    expect(said()).toHaveLength(1);
  });

  test('is a permission that posting lacks, named once in the log', async () => {
    slack.state.app.scopes.delete('chat:write');
    await owe();
    await comesTrue(() => slack.traffic.filter(({ method }) => method === 'chat.postMessage').length > 2);
    expect(outbox.trouble()).toContain('lacks the Slack permission `chat:write`, which it needs to post in channels');
    expect(outbox.trouble()).not.toContain('SLACK_BOT_TOKEN');
    expect(errors()).toEqual([{ level: 'error', message: outbox.trouble(), fields: { code: 'chat:write' } }]);
    slack.state.app.scopes.add('chat:write');
    await allSaid();
    await comesTrue(() => outbox.trouble() === undefined);
  });
});
