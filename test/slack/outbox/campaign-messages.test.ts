import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../../playground/slack/local-slack.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import { CampaignId, ChannelId } from '../../../src/domain/ids.ts';
import type { Store } from '../../../src/ports/store.ts';
import type { Campaigns } from '../../../src/services/campaigns/campaigns.ts';
import type { CampaignReport, Reports } from '../../../src/services/reports/reports.ts';
import { createSlackClients } from '../../../src/slack/api/clients.ts';
import { createAnnouncer, type SlackAnnouncer } from '../../../src/slack/outbox/announcer.ts';
import { type CampaignMessages, createCampaignMessages } from '../../../src/slack/outbox/campaign-messages.ts';
import { createPoster, type Poster } from '../../../src/slack/outbox/poster.ts';
import { plain } from '../../../src/slack/ui/parts/message.ts';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.ts';
import { aCampaign, aNumber, aPreview, aProgress, aReport } from '../../support/builders.ts';
import { type HandClock, handClock } from '../../support/hand-clock.ts';
import { aFolder } from '../../support/temporary-folder.ts';
import { type LogLine, logInto } from '../slack-bench.ts';

const sms = ChannelId.parse('C0SMS');

let slack: LocalSlack;
let store: Store;
let folder: string;
let clock: HandClock;
let announcer: SlackAnnouncer;
let poster: Poster;
let messages: CampaignMessages;
let log: LogLine[];
let reports: Map<string, CampaignReport>;

beforeEach(async () => {
  folder = await aFolder();
  slack = await startLocalSlack({ postBurst: 1_000 });
  store = await openLowdbStore({ folder });
  clock = handClock();
  announcer = createAnnouncer();
  log = [];
  made = 0;
  reports = new Map();
  const { background } = createSlackClients({ botToken: slack.botToken, apiUrl: slack.url, log: logInto(log) });
  poster = createPoster(background);
  messages = start();
});
afterEach(async () => {
  await messages.stop();
  await slack.close();
  await store.close();
});

function start(): CampaignMessages {
  const get = async (id: CampaignId) => (await store.campaigns.get(id))!;
  const report: Reports['report'] = async (id) => reports.get(id) ?? aReport({ campaign: await get(id) });
  const preview: Campaigns['preview'] = async (id) => aPreview({ campaign: await get(id) });
  return createCampaignMessages({
    store,
    reports: { report } as Reports,
    campaigns: { preview } as Campaigns,
    poster,
    announcer,
    clock,
    log: logInto(log),
  });
}

let made: number;
async function running(overrides: Partial<Campaign> = {}) {
  made += 1;
  const id = CampaignId.parse(`abcdefg${String.fromCharCode(96 + made)}`);
  const campaign = await store.campaigns.create(aCampaign({ id, origin: id, channel: sms, name: id, ...overrides }), [
    { number: aNumber(), values: ['Ada'] },
  ]);
  const at = clock.now().toISOString();
  await store.announcements.add([{ id: `m-${id}`, at, kind: 'campaign_message', campaignId: id }]);
  const post = await poster.post({ channel: sms, thread: null }, { text: 'Before', blocks: [] }, [`m-${id}`]);
  await store.announcements.done(`m-${id}`, post);
  return campaign;
}

async function tick(ms = 1_000) {
  await clock.advance(ms);
  messages.tick();
  await messages.idle();
}

const edits = () => slack.traffic.filter(({ method }) => method === 'chat.update').length;
const shown = () =>
  slack
    .channel('sms')
    .messages()
    .map(({ text }) => text);
const progressed = (campaign: Campaign, delivered: number) =>
  reports.set(campaign.id, aReport({ campaign, progress: aProgress({ delivered, queued: 120 - delivered }) }));

describe('the message of a running campaign', () => {
  test('moves with its numbers, at most every 3 seconds', async () => {
    const campaign = await running();
    for (let second = 0; second < 9; second += 1) {
      progressed(campaign, second);
      await tick();
    }
    expect(edits()).toBe(3);
    expect(shown()[0]).toContain('6 sent');
  });

  test('is not edited while it would look the same', async () => {
    const campaign = await running();
    progressed(campaign, 5);
    for (let second = 0; second < 12; second += 1) await tick();
    expect(edits()).toBe(1);
  });

  test('shares 20 edits a minute with all others, each in its turn', async () => {
    const campaigns = [];
    for (let no = 0; no < 10; no += 1) campaigns.push(await running());
    for (let second = 0; second < 60; second += 1) {
      for (const campaign of campaigns) progressed(campaign, second);
      await tick();
    }
    expect(edits()).toBeLessThanOrEqual(25);
    expect(edits()).toBeGreaterThanOrEqual(20);
    expect(shown().some((text) => text === 'Before')).toBe(false);
  });

  test('shows the end, whatever came in between', async () => {
    const campaign = await running();
    await tick();
    slack.trouble({ method: 'chat.update', kind: '500' });
    const ended = { ...campaign, status: 'completed' as const, endedAt: clock.now().toISOString() };
    await store.recipients.skipQueued(campaign.id, 'cancelled', clock.now());
    await store.campaigns.save(ended);
    announcer.refresh(campaign.id);
    await tick(3_000);
    expect(shown()[0]).not.toContain('Completed');
    await tick(3_000);
    expect(shown()[0]).toContain('Completed');
  });

  test('is brought up to date after a restart, even when the campaign ended meanwhile', async () => {
    const campaign = await running();
    const ended = { ...campaign, status: 'completed' as const, endedAt: clock.now().toISOString() };
    await store.recipients.skipQueued(campaign.id, 'cancelled', clock.now());
    await store.campaigns.save(ended);
    await tick();
    expect(shown()[0]).toContain('Completed');
  });

  test('waits as long as Slack asks', async () => {
    const campaign = await running();
    slack.trouble({ method: 'chat.update', kind: '429', retryAfterS: 30 });
    progressed(campaign, 1);
    for (let second = 0; second < 30; second += 1) await tick();
    expect(edits()).toBe(1);
    await tick(3_000);
    expect(edits()).toBe(2);
  });

  test('is posted again when somebody deleted it', async () => {
    const campaign = await running();
    slack.state.messages.splice(0);
    await tick();
    expect(await store.announcements.pending()).toMatchObject([{ kind: 'campaign_message', campaignId: campaign.id }]);
    await tick(3_000);
    expect(await store.announcements.pending()).toHaveLength(1);
  });
});

describe('what was posted below a message that somebody deleted', () => {
  test('stands in the channel with the campaign’s name, and keeps it when it is edited', async () => {
    const campaign = await running({ name: 'Reunion' });
    await tick();
    const { message } = await store.campaigns.posts(campaign.id);
    const words = (text: string) => ({ text, blocks: [plain(text)] });
    const below = (text: string) => poster.post({ channel: sms, thread: message!.id }, words(text), [text]);
    await below('Batch 1: 50 sent.');
    progressed(campaign, 5);
    await tick(3_000);
    const reply = await below('Ada wrote: Yes');
    slack.state.messages.splice(0, 1);
    // Slack leaves replies where they are.
    for (const one of slack.state.messages) Object.assign(one, { thread_ts: undefined });

    progressed(campaign, 6);
    await tick(3_000);
    expect(shown()).toEqual(['Batch 1: 50 sent.', `About “Reunion” (${campaign.id}):\nAda wrote: Yes`]);
    await poster.edit(reply, words('Ada wrote: Yes. Handled.'));
    expect(shown()[1]).toBe(`About “Reunion” (${campaign.id}):\nAda wrote: Yes. Handled.`);
  });
});

describe('the review card', () => {
  test('says how it was decided, and is drawn again only then', async () => {
    const campaign = await running({ status: 'pending_approval', approval: null });
    const at = clock.now().toISOString();
    await store.announcements.add([{ id: 'card', at, kind: 'review_card', campaignId: campaign.id }]);
    const post = await poster.post({ channel: sms, thread: null }, { text: 'Please review', blocks: [] }, ['card']);
    await store.announcements.done('card', post);
    await tick();
    expect(shown()[1]).toContain('Review');

    const { approval } = aCampaign();
    const approved = await store.campaigns.save({ ...campaign, status: 'running', approval });
    announcer.refresh(campaign.id);
    await tick(3_000);
    expect(shown()[1]).toContain('was approved by');
    const before = edits();
    announcer.refresh(campaign.id);
    await tick(3_000);
    expect(approved).not.toBe('stale');
    expect(edits()).toBe(before);
  });
});
