import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../../playground/slack/local-slack.ts';
import type { Announcement, Note } from '../../../src/domain/campaign/announcement.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import { ChannelId, UserId } from '../../../src/domain/ids.ts';
import type { Store } from '../../../src/ports/store.ts';
import type { Clock } from '../../../src/ports/world.ts';
import type { Campaigns } from '../../../src/services/campaigns/campaigns.ts';
import { newConversationId } from '../../../src/services/new-id.ts';
import { showStrangers } from '../../../src/services/replies/show-strangers.ts';
import { createSlackClients } from '../../../src/slack/api/clients.ts';
import { createOutbox, type Outbox } from '../../../src/slack/outbox/outbox.ts';
import { createPoster } from '../../../src/slack/outbox/poster.ts';
import { campaignMessage } from '../../../src/slack/ui/messages/campaign-message.ts';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.ts';
import {
  aCampaign,
  aConversation,
  aNumber,
  anInbound,
  aPreview,
  aReport,
  settingsWith,
} from '../../support/builders.ts';
import { comesTrue, hastyClock, type LogLine, logInto } from '../slack-bench.ts';

const announcer = { refresh: () => {}, wake: () => {} };
const sms = ChannelId.parse('C0SMS');
const general = ChannelId.parse('C0GENERAL');
const ada = UserId.parse('U0ADA');

let slack: LocalSlack;
let store: Store;
let outbox: Outbox;
let folder: string;
let log: LogLine[];
let ticking: NodeJS.Timeout;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outbox-'));
  slack = await startLocalSlack({ postBurst: 1_000, scopes });
  store = await openLowdbStore({ folder });
  outbox = start();
});
afterEach(async () => {
  await stop();
  await slack.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

function start(options: { clock?: Clock; botToken?: string } = {}): Outbox {
  log = [];
  const { background } = createSlackClients({
    botToken: options.botToken ?? slack.botToken,
    apiUrl: slack.apiUrl,
    log: logInto(log),
  });
  const report = async () => aReport({ campaign: (await store.campaigns.list())[0]! });
  const made = createOutbox({
    store,
    campaigns: {
      preview: async (id) => aPreview({ campaign: (await store.campaigns.list()).find((one) => one.id === id)! }),
    } as Partial<Campaigns> as Campaigns,
    reports: {
      report,
      audience: async () => ({ people: 120, optedOut: 0 }),
      recipients: async () => [],
      summaryCsv: async () => ({ name: 'summary.csv', csv: 'state,people\ndelivered,2\n' }),
    },
    poster: createPoster(background),
    inboxChannel: null,
    clock: options.clock ?? hastyClock(),
    log: logInto(log),
  });
  ticking = setInterval(() => made.tick(), 20);
  return made;
}

async function stop() {
  clearInterval(ticking);
  await outbox.stop();
}

async function owe(campaign: Campaign, ...announcements: Parameters<typeof announced>[1][]) {
  await store.campaigns.create(campaign, [{ number: aNumber(), values: ['Ada'] }]);
  await add(campaign, ...announcements);
}

const scopes = ['chat:write', 'files:read', 'files:write', 'users:read', 'channels:history'];

let made = 0;
function announced(campaign: Campaign, what: Note | 'campaign_message' | 'review_card'): Announcement {
  made += 1;
  const base = { id: `say-${made}`, at: new Date().toISOString(), campaignId: campaign.id };
  return typeof what === 'string' ? { ...base, kind: what } : { ...base, kind: 'note', note: what };
}
async function add(campaign: Campaign, ...what: Parameters<typeof announced>[1][]) {
  await store.announcements.add(what.map((one) => announced(campaign, one)));
}

async function receiveText(campaignId: Campaign['id'] | null, text: string, number = aNumber()) {
  made += 1;
  const known = await store.conversations.find(campaignId, number);
  const conversation =
    known ?? aConversation({ campaignId, number, id: newConversationId(), name: null, messages: [] });
  const announcement = {
    id: `text-${made}`,
    at: new Date().toISOString(),
    kind: 'inbound' as const,
    campaignId,
    channel: null,
    conversationId: conversation.id,
    messageId: `in-${made}`,
  };
  const message = anInbound({ id: `in-${made}`, text });
  await store.conversations.receive({
    message,
    conversation: { ...conversation, status: 'open', handledBy: null },
    announcements: [announcement],
  });
}

const said = (channel = 'sms') => slack.channel(channel).messages();
const allSaid = () => comesTrue(async () => (await store.announcements.pending()).length === 0);

const batch = (no: number): Note => ({ kind: 'batch', no, accepted: 50, refused: 0, unconfirmed: 0, nextAt: null });

describe('the outbox', () => {
  test('posts the message, then its thread in order, and remembers where the message stands', async () => {
    const campaign = aCampaign({ channel: sms, createdBy: ada });
    await owe(campaign, { kind: 'approved', by: ada }, 'campaign_message', { kind: 'started' }, batch(1));
    await allSaid();
    const [message, ...others] = said();
    expect(others).toEqual([]);
    expect(message?.thread.map(({ text }) => text.split('\n')[0])).toEqual([
      'Approved by @Ada.',
      expect.stringContaining('Sending begins'),
      expect.stringContaining('Batch 1'),
    ]);
    expect(await store.campaigns.posts(campaign.id)).toMatchObject({ message: { channel: sms, id: message?.ts } });
    expect(message?.metadata).toMatchObject({ event_type: 'trickle' });
  });

  test('tells of a crowd of no campaign in one post that counts them, and shows a recipient’s question at once', async () => {
    await stop();
    const campaign = aCampaign({ channel: sms, createdBy: ada });
    await owe(campaign, 'campaign_message');
    for (let no = 10; no < 90; no += 1) await receiveText(null, `question ${no}`, aNumber(no));
    await receiveText(campaign.id, 'When is it?');
    outbox = start();
    await allSaid();
    const [message, ...others] = said();
    expect(message?.thread.map(({ text }) => text)).toEqual([expect.stringContaining('When is it?')]);
    expect(others.map(({ text }) => text.split('\n'))).toEqual([
      [
        '80 people wrote who belong to no campaign: too many to show one by one.',
        'Their texts are kept. Press Show the next 10 to answer them here.',
        '[Show the next 10]',
      ],
    ]);
    expect(slack.traffic.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(3);
  });

  test('edits the count as more of them write, gives those a card who are asked for, and any who write alone later', async () => {
    await stop();
    await store.campaigns.create(aCampaign({ channel: sms, createdBy: ada }), [{ number: aNumber(), values: ['Ada'] }]);
    for (let no = 10; no < 20; no += 1) await receiveText(null, `question ${no}`, aNumber(no));
    outbox = start();
    await allSaid();
    clearInterval(ticking);
    await outbox.idle();
    for (let no = 20; no < 30; no += 1) await receiveText(null, `question ${no}`, aNumber(no));
    ticking = setInterval(() => outbox.tick(), 20);
    await allSaid();
    expect(said()).toHaveLength(1);
    expect(said()[0]?.text).toContain('20 people wrote who belong to no campaign');

    const { shown, left } = await showStrangers({ store, announcer, settings: settingsWith({}) });
    await allSaid();
    expect([shown, left, said().length]).toEqual([10, 10, 11]);
    expect(said()[1]?.text).toContain('question 10');
    await receiveText(null, 'Hello?', aNumber(29));
    await allSaid();
    expect(said().at(-1)?.text).toMatch(/question 29|Hello\?/);
    expect(await showStrangers({ store, announcer, settings: settingsWith({}) })).toEqual({ shown: 9, left: 0 });
    await allSaid();
    expect(await showStrangers({ store, announcer, settings: settingsWith({}) })).toEqual({ shown: 0, left: 0 });
  });

  test('puts the batch reports that piled up into one post', async () => {
    const campaign = aCampaign({ channel: sms, createdBy: ada });
    await owe(campaign, 'campaign_message', batch(1), batch(2), batch(3));
    await allSaid();
    expect(said()[0]?.thread.map(({ text }) => text)).toEqual([expect.stringContaining('Batches 1 to 3')]);
  });

  test.each(['lost-answer', '500', 'reset'] as const)('says it once when the answer was %s', async (kind) => {
    slack.trouble({ method: 'chat.postMessage', kind });
    await owe(aCampaign({ channel: sms, createdBy: ada }), 'campaign_message', { kind: 'started' });
    await allSaid();
    expect(said()).toHaveLength(1);
    expect(said()[0]?.thread).toHaveLength(1);
  });

  test('says it twice rather than never where it may not look back', async () => {
    await slack.close();
    slack = await startLocalSlack({ postBurst: 1_000, scopes: ['chat:write'] });
    await stop();
    outbox = start();
    slack.trouble({ method: 'chat.postMessage', kind: 'lost-answer' });
    await owe(aCampaign({ channel: sms, createdBy: ada }), 'campaign_message');
    await allSaid();
    expect(said()).toHaveLength(2);
  });

  test('does not say again after a restart what stood already', async () => {
    const campaign = aCampaign({ channel: sms, createdBy: ada });
    await stop();
    const owed = { ...announced(campaign, 'campaign_message'), at: new Date(Date.now() - 1_000).toISOString() };
    await store.campaigns.create(campaign, [{ number: aNumber(), values: ['Ada'] }]);
    const client = createSlackClients({ botToken: slack.botToken, apiUrl: slack.url, log: logInto([]) }).background;
    await createPoster(client).post({ channel: sms, thread: null }, { text: 'As before', blocks: [] }, [owed.id]);
    await store.announcements.add([owed]);
    outbox = start();
    await allSaid();
    expect(said().map(({ text }) => text)).toEqual(['As before']);
  });

  test('waits as long as Slack asks, in that channel only', async () => {
    slack.trouble({ method: 'chat.postMessage', kind: '429', retryAfterS: 10 });
    await owe(aCampaign({ channel: sms, createdBy: ada }), 'campaign_message');
    await slack.until(() => slack.traffic.some(({ method }) => method === 'chat.postMessage'));
    await store.announcements.add([
      { id: 'hello', at: new Date().toISOString(), kind: 'direct', campaignId: null, to: ada, text: 'Hello' },
    ]);
    await slack.until(() => slack.as('ada').dms().length === 1);
    expect(said()).toEqual([]);
    await allSaid();
    expect(said()).toHaveLength(1);
  });

  test.each(['archived', 'without us'] as const)(
    'tells the author in person while the channel is %s, and the channel everything once it is back',
    async (how) => {
      const campaign = aCampaign({ channel: sms, createdBy: ada });
      await owe(campaign, 'campaign_message');
      await allSaid();
      const root = said()[0]!;
      const channel = slack.channel('sms');
      if (how === 'archived') channel.archive();
      else channel.remove(slack.botUserId);
      await add(campaign, { kind: 'started' });
      await receiveText(campaign.id, 'Is there parking?');
      const copies = await slack.until(() => slack.as('ada').dms().length >= 3 && slack.as('ada').dms());
      expect(copies[0]?.text).toContain(`/sms-campaign pause ${campaign.id}`);
      expect(copies.map(({ text }) => text).join('\n')).toContain('Is there parking?');
      expect(await store.announcements.pending()).toHaveLength(2);

      if (how === 'archived') channel.archive(false);
      else channel.invite(slack.botUserId);
      await allSaid();
      expect(said().map(({ ts }) => ts)).toEqual([root.ts]);
      expect(said()[0]?.thread.map(({ text }) => text)).toEqual([
        expect.stringContaining('Sending begins'),
        expect.stringContaining('Is there parking?'),
      ]);
      expect(await store.campaigns.posts(campaign.id)).toMatchObject({ message: { channel: sms, id: root.ts } });
      await slack.until(() =>
        slack
          .as('ada')
          .dms()
          .slice(1)
          .every(({ text, buttons }) => text.includes('stands there now') && buttons.length === 0),
      );
      expect(slack.as('ada').dms()).toHaveLength(3);
    },
  );

  test('a message that a former version moved to its author folds into the way to the channel’s', async () => {
    const campaign = aCampaign({ channel: sms, createdBy: ada });
    const { background } = createSlackClients({ botToken: slack.botToken, apiUrl: slack.apiUrl, log: logInto(log) });
    const before = await createPoster(background).post({ channel: ada, thread: null }, campaignMessage(aReport()), []);
    await stop();
    await store.campaigns.create(campaign, [{ number: aNumber(), values: ['Ada'] }]);
    await store.announcements.add([{ ...announced(campaign, 'campaign_message'), id: 'before' }]);
    await store.announcements.done('before', before);
    outbox = start();
    await add(campaign, 'campaign_message');
    await allSaid();
    await slack.until(() =>
      slack
        .as('ada')
        .dms()
        .some(({ text }) => text.includes('goes on in #sms')),
    );
    const [moved] = slack.as('ada').dms();
    expect(moved).toMatchObject({
      ts: before.id,
      buttons: [],
      text: '“Autumn reunion” goes on in #sms: see how it goes.',
    });
    expect(said()).toHaveLength(1);
  });

  test('a review card that its channel refuses follows once the app is invited', async () => {
    const campaign = aCampaign({ channel: general, createdBy: ada, status: 'pending_approval', approval: null });
    await owe(campaign, 'review_card');
    const why = await slack.until(() => slack.as('ada').dms()[0]);
    expect(why.text).toContain('/invite @Trickle');
    slack.channel('general').invite(slack.botUserId);
    await allSaid();
    expect(said('general')[0]?.buttons).toContain('Review');
    expect(slack.as('ada').dms()).toHaveLength(1);
  });

  test('keeps everything while Slack refuses the token, and says so', async () => {
    await stop();
    outbox = start({ botToken: 'xoxb-revoked' });
    await owe(aCampaign({ channel: sms, createdBy: ada }), 'campaign_message');
    await comesTrue(() => outbox.trouble() !== undefined);
    expect(outbox.trouble()).toContain('SLACK_BOT_TOKEN');
    expect(await store.announcements.pending()).toHaveLength(1);
    await stop();
    outbox = start();
    await allSaid();
    expect(said()).toHaveLength(1);
  });

  test('a reply of no campaign waits for a channel that is closed, and is never dropped', async () => {
    slack.channel('sms').archive();
    const conversation = aConversation({ campaignId: null, messages: [] });
    await store.conversations.receive({
      message: anInbound(),
      conversation,
      announcements: [
        {
          id: 'reply',
          at: new Date().toISOString(),
          kind: 'inbound',
          campaignId: null,
          channel: sms,
          conversationId: conversation.id,
          messageId: 'in-1',
        },
      ],
    });
    await comesTrue(() => log.some(({ message }) => message === 'A post was refused'));
    expect(await store.announcements.pending()).toHaveLength(1);
    slack.channel('sms').archive(false);
    await stop();
    outbox = start();
    await allSaid();
    expect(said()[0]?.text).toContain('Yes, with two friends');
  });

  test('puts the summary as a file below the end of a campaign', async () => {
    const campaign = aCampaign({ channel: sms, createdBy: ada, status: 'completed' });
    await owe(campaign, 'campaign_message', { kind: 'completed' });
    await allSaid();
    const file = await slack.until(() => said()[0]?.thread.flatMap(({ files }) => files)[0]);
    expect(file).toMatchObject({ name: 'summary.csv', content: expect.stringContaining('delivered,2') });
  });

  test('posts once a second to a channel, and its tick never waits for that', async () => {
    await stop();
    const clock = hastyClock(4);
    outbox = start({ clock });
    const campaign = aCampaign({ channel: sms, createdBy: ada });
    const startedMs = clock.monotonicMs();
    await owe(campaign, 'campaign_message', { kind: 'started' }, { kind: 'sent_all' }, { kind: 'completed' });
    await allSaid();
    expect(clock.monotonicMs() - startedMs).toBeGreaterThanOrEqual(2_950);
  });

  test('keeps a text that no channel exists for, and shows it in the first campaign’s once there is one', async () => {
    await receiveText(null, 'Is anybody there?');
    await comesTrue(() => log.some(({ message }) => message.includes('INBOX_CHANNEL')));
    expect(await store.announcements.pending()).toHaveLength(1);
    await store.campaigns.create(aCampaign({ channel: sms }), [{ number: aNumber(), values: ['Ada'] }]);
    await allSaid();
    expect(said().map(({ text }) => text)).toEqual([expect.stringContaining('Is anybody there?')]);
  });

  test('one phone that writes and writes delays another one by a post or two, and stands on one card', async () => {
    const campaign = aCampaign({ channel: sms, createdBy: ada });
    await owe(campaign, 'campaign_message');
    await allSaid();
    clearInterval(ticking);
    const before = slack.traffic.length;
    for (let no = 0; no < 300; no += 1) await receiveText(campaign.id, `Text ${no}.`);
    await receiveText(campaign.id, 'May I bring my dog?', aNumber(7));
    ticking = setInterval(() => outbox.tick(), 20);
    await allSaid();
    const calls = slack.traffic.slice(before).filter(({ method }) => /^chat\./.test(method));
    expect(calls).toHaveLength(2);
    expect(said()[0]?.thread.map(({ text }) => text)).toEqual([
      expect.stringContaining('Text 299.'),
      expect.stringContaining('May I bring my dog?'),
    ]);
    await receiveText(campaign.id, 'And one more.');
    await allSaid();
    expect(said()[0]?.thread[0]?.text).toContain('And one more.');
    expect(said()[0]?.thread).toHaveLength(2);
  });

  test('a card that somebody deleted comes again when the person writes again', async () => {
    const campaign = aCampaign({ channel: sms, createdBy: ada });
    await owe(campaign, 'campaign_message');
    await receiveText(campaign.id, 'Hello');
    await allSaid();
    const { background } = createSlackClients({ botToken: slack.botToken, apiUrl: slack.url, log: logInto([]) });
    await background.chat.delete({ channel: sms, ts: said()[0]!.thread[0]!.ts });
    await receiveText(campaign.id, 'Hello again');
    await allSaid();
    expect(said()[0]?.thread.at(-1)?.text).toContain('Hello again');
  });
});
