import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../../playground/slack/local-slack.ts';
import type { Announcement, Note } from '../../../src/domain/campaign/announcement.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import { ChannelId, UserId } from '../../../src/domain/ids.ts';
import type { InboundMessage } from '../../../src/domain/reply/conversation.ts';
import type { Store } from '../../../src/ports/store.ts';
import type { Clock } from '../../../src/ports/world.ts';
import type { Campaigns } from '../../../src/services/campaigns/campaigns.ts';
import { newConversationId } from '../../../src/services/new-id.ts';
import { createSlackClients } from '../../../src/slack/api/clients.ts';
import { createOutbox, type Outbox } from '../../../src/slack/outbox/outbox.ts';
import { createPoster } from '../../../src/slack/outbox/poster.ts';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.ts';
import { aCampaign, aConversation, aNumber, anInbound, aPreview, aReport } from '../../support/builders.ts';
import { comesTrue, hastyClock, type LogLine, logInto } from '../slack-bench.ts';

export const sms = ChannelId.parse('C0SMS');
export const ada = UserId.parse('U0ADA');

/** A campaign of Ada's, which is told of in #sms. */
export function adasCampaign(overrides: Partial<Campaign> = {}): Campaign {
  return aCampaign({ channel: sms, createdBy: ada, ...overrides });
}

type What = Note | 'campaign_message' | 'review_card';

/** One announcement of a campaign, owed from now on. */
export function announced(campaign: Campaign, what: What): Announcement {
  const base = { id: `say-${crypto.randomUUID()}`, at: new Date().toISOString(), campaignId: campaign.id };
  return typeof what === 'string' ? { ...base, kind: what } : { ...base, kind: 'note', note: what };
}

export function batch(no: number): Note {
  return { kind: 'batch', no, accepted: 50, refused: 0, unconfirmed: 0, nextAt: null };
}

type StartOptions = { clock?: Clock; botToken?: string };

export type OutboxBench = {
  slack: LocalSlack;
  store: Store;
  /** The one that was started last, and what it logs. */
  outbox: Outbox;
  log: LogLine[];
  start(options?: StartOptions): void;
  stop(): Promise<void>;
  pauseClock(): void;
  resumeClock(): void;
  /** The app's way into Slack, beside the outbox. */
  client(): WebClient;
  create(campaign: Campaign): Promise<void>;
  add(campaign: Campaign, ...what: What[]): Promise<void>;
  /** Creates the campaign with that to be told. */
  owe(campaign: Campaign, ...what: What[]): Promise<void>;
  /** One text from a phone, about a campaign or none. */
  text(
    campaignId: Campaign['id'] | null,
    words: string,
    number?: ReturnType<typeof aNumber>,
    more?: Partial<InboundMessage>,
  ): Promise<void>;
  said(channel?: string): ReturnType<ReturnType<LocalSlack['channel']>['messages']>;
  /** Until nothing is owed any more. */
  allSaid(): Promise<void>;
};

const everyScope = ['chat:write', 'files:read', 'files:write', 'users:read', 'channels:history'];

/**
 * An outbox for each test of the file, over real connections to a local Slack and with a store on disk. What is returned
 * puts another one in its place, with other permissions.
 */
export function outboxForEach(take: (bench: OutboxBench) => void): (scopes: string[]) => Promise<void> {
  let bench: OutboxBench;
  let folder: string;
  const begin = async (scopes: string[]) => {
    folder = await mkdtemp(join(tmpdir(), 'outbox-'));
    const slack = await startLocalSlack({ postBurst: 1_000, scopes });
    bench = benchOf(slack, await openLowdbStore({ folder }));
    take(bench);
  };
  const end = async () => {
    await bench.stop();
    await bench.slack.close();
    await bench.store.close();
    await rm(folder, { recursive: true, force: true });
  };
  beforeEach(() => begin(everyScope));
  afterEach(end);
  return async (scopes) => {
    await end();
    await begin(scopes);
  };
}

function benchOf(slack: LocalSlack, store: Store): OutboxBench {
  let ticking: NodeJS.Timeout;
  const create = async (campaign: Campaign) => {
    await store.campaigns.create(campaign, [{ number: aNumber(), values: ['Ada'] }]);
  };
  const add = async (campaign: Campaign, ...what: What[]) =>
    store.announcements.add(what.map((one) => announced(campaign, one)));
  const bench: OutboxBench = {
    slack,
    store,
    ...started(slack, store),
    start: (options) => {
      Object.assign(bench, started(slack, store, options));
      bench.resumeClock();
    },
    stop: async () => {
      bench.pauseClock();
      await bench.outbox.stop();
    },
    pauseClock: () => clearInterval(ticking),
    resumeClock: () => {
      ticking = setInterval(() => bench.outbox.tick(), 20);
    },
    client: () => clientOf(slack, []),
    create,
    add,
    owe: async (campaign, ...what) => {
      await create(campaign);
      await add(campaign, ...what);
    },
    text: (campaignId, words, number = aNumber(), more = {}) => receiveText(store, campaignId, words, number, more),
    said: (channel = 'sms') => slack.channel(channel).messages(),
    allSaid: () => comesTrue(async () => (await store.announcements.pending()).length === 0),
  };
  bench.resumeClock();
  return bench;
}

function clientOf(slack: LocalSlack, log: LogLine[], botToken = slack.botToken) {
  return createSlackClients({ botToken, apiUrl: slack.apiUrl, log: logInto(log) }).background;
}

function started(slack: LocalSlack, store: Store, options: StartOptions = {}): { outbox: Outbox; log: LogLine[] } {
  const log: LogLine[] = [];
  const outbox = createOutbox({
    store,
    campaigns: {
      preview: async (id) => aPreview({ campaign: (await store.campaigns.list()).find((one) => one.id === id)! }),
    } as Partial<Campaigns> as Campaigns,
    reports: {
      report: async () => aReport({ campaign: (await store.campaigns.list())[0]! }),
      audience: async () => ({ people: 120, optedOut: 0 }),
      recipients: async () => [],
      groups: async () => [],
      groupNow: async () => null,
      nudge: async () => {
        throw new Error('No nudge is owed here.');
      },
      waitingFor: async () => ({ approvals: [], replies: [] }),
      counted: async () => ({
        ...aReport({ campaign: (await store.campaigns.list())[0]! }),
        people: 0,
        conversations: [],
      }),
      summaryCsv: async () => ({ name: 'summary.csv', csv: 'state,people\ndelivered,2\n' }),
    },
    poster: createPoster(clientOf(slack, log, options.botToken)),
    inboxChannel: null,
    clock: options.clock ?? hastyClock(),
    log: logInto(log),
  });
  return { outbox, log };
}

async function receiveText(
  store: Store,
  campaignId: Campaign['id'] | null,
  text: string,
  number: ReturnType<typeof aNumber>,
  more: Partial<InboundMessage>,
): Promise<void> {
  const known = await store.conversations.find(campaignId, number);
  const conversation =
    known ?? aConversation({ campaignId, number, id: newConversationId(), name: null, messages: [] });
  const message = anInbound({ id: `in-${crypto.randomUUID()}`, text, ...more });
  const announcement = {
    id: `text-${message.id}`,
    at: new Date().toISOString(),
    kind: 'inbound' as const,
    campaignId,
    channel: null,
    conversationId: conversation.id,
    messageId: message.id,
  };
  await store.conversations.receive({
    message,
    conversation: { ...conversation, status: 'open', handledBy: null },
    announcements: [announcement],
  });
}
