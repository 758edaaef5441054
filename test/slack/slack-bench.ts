import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { openRules } from '../../playground/open-rules.ts';
import { type LocalSlack, type LocalSlackOptions, startLocalSlack } from '../../playground/slack/local-slack.ts';
import { systemClock } from '../../src/clock.ts';
import type { Roles } from '../../src/domain/campaign/permissions.ts';
import { ChannelId, PhoneNumber, SenderId } from '../../src/domain/ids.ts';
import { readOptOuts } from '../../src/domain/list/opt-outs/read-opt-outs.ts';
import { readRecipients } from '../../src/domain/list/read-list.ts';
import type { SendOutcome } from '../../src/domain/recipient/send-outcome.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Announcer, Clock, Log, Stopwatch } from '../../src/ports/world.ts';
import { createApiKeys } from '../../src/services/api/api-keys.ts';
import { createCampaigns } from '../../src/services/campaigns/campaigns.ts';
import type { Deps } from '../../src/services/deps.ts';
import { createNudges } from '../../src/services/nudging/nudges.ts';
import { createReminders } from '../../src/services/nudging/reminders.ts';
import { createInbox, type Inbox } from '../../src/services/replies/inbox.ts';
import { createOptOuts } from '../../src/services/replies/opt-outs.ts';
import { createHome } from '../../src/services/reports/home.ts';
import { createReports } from '../../src/services/reports/reports.ts';
import { createDispatcher } from '../../src/services/sending/dispatcher.ts';
import { createRateLimits } from '../../src/services/sending/rate-limits.ts';
import { createReceipts } from '../../src/services/sending/receipts.ts';
import { createSlackClients } from '../../src/slack/api/clients.ts';
import { createPeople } from '../../src/slack/api/people.ts';
import { createAnnouncer } from '../../src/slack/outbox/announcer.ts';
import { createSlackEdge, type SlackEdge } from '../../src/slack/slack-edge.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { vouchedFor } from '../support/known-folder.ts';

export const from = SenderId.parse('12015550123');

export type LogLine = { level: 'debug' | 'info' | 'warn' | 'error'; message: string; fields: object };

export type Bench = {
  slack: LocalSlack;
  /** Where Slack's requests come in over HTTP. */
  requestUrl: string;
  edge: SlackEdge;
  announcer: Announcer;
  store: Store;
  services: ReturnType<typeof servicesOf>;
  sent: { to: string; text: string; ref: string }[];
  log: LogLine[];
  /** One text from a phone. */
  text(from: string, words: string): ReturnType<Inbox['receive']>;
  /** Starts and stops the clock that says what is owed. */
  pauseClock(): void;
  resumeClock(): void;
  close(): Promise<void>;
};

/** Time that passes twenty times as fast where we wait, so that a test of the pace takes no seconds. */
export function hastyClock(speed = 20): Clock {
  const hasty: Stopwatch = {
    monotonicMs: () => performance.now() * speed,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms / speed);
        signal?.addEventListener('abort', () => {
          clearTimeout(timer);
          resolve();
        });
      }),
  };
  return { ...hasty, now: () => new Date(), real: hasty };
}

/** Looks again every few milliseconds: to look all the time would take the machine from what is waited for. */
export async function comesTrue(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Not within 15 seconds: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export type BenchOptions = {
  slack?: LocalSlackOptions;
  mode?: 'socket' | 'http';
  roles?: Partial<Roles>;
  groupIds?: string[];
  businessNames?: string[];
  /** Nobody has said yet that the empty folder is meant. */
  isNewFolder?: boolean;
  send?: () => Promise<SendOutcome>;
  /** Another time than now. */
  clock?: Clock;
};

/**
 * A bench for each test of the file, in which Slack must have had nothing to complain of. What is returned puts another one
 * in its place, for a test that wants other options.
 */
export function benchForEach(
  take: (bench: Bench) => void,
  options: BenchOptions = {},
): (options: BenchOptions) => Promise<void> {
  let bench: Bench;
  const begin = async (chosen: BenchOptions) => {
    bench = await startBench(chosen);
    take(bench);
  };
  beforeEach(() => begin(options));
  afterEach(async () => {
    expect(bench.slack.problems).toEqual([]);
    await bench.close();
  });
  return async (chosen) => {
    await bench.close();
    await begin(chosen);
  };
}

/** The whole edge over a real connection to the local Slack, with the real services and a store on disk. */
export async function startBench(options: BenchOptions = {}): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'slack-bench-'));
  const signingSecret = 'a-signing-secret';
  const slack = await startLocalSlack({
    postBurst: 1_000,
    ...(options.mode === 'http' && { delivery: { kind: 'http' as const, signingSecret } }),
    ...options.slack,
  });
  const clock = options.clock ?? hastyClock();
  const store = await openLowdbStore({ folder, now: clock.now });
  if (!options.isNewFolder) await vouchedFor(store);
  const lines: LogLine[] = [];
  const log = logInto(lines);
  const clients = createSlackClients({ botToken: slack.botToken, apiUrl: slack.url, log });
  const people = createPeople(clients.interactive, systemClock, { groupIds: options.groupIds ?? [], log });
  const announcer = createAnnouncer();
  const sent: Bench['sent'] = [];
  const inboxChannel = ChannelId.parse('C0SMS');
  const roles = { creators: [], approvers: [], admins: ['U0ADA', 'U0BEN'], ...options.roles };
  const services = servicesOf({
    store,
    announcer,
    lists: { read: readRecipients, readOptOuts },
    people,
    clock,
    log,
    gateway: {
      send: async (message) => {
        sent.push(message);
        return options.send ? options.send() : { kind: 'accepted', messageId: `message-${sent.length}` };
      },
      prepare: async () => {},
      segmentPrice: async () => ({ amount: 0.08, currency: 'EUR' }),
    },
    rules: openRules(),
    settings: {
      senders: new Map([[from, 1]]),
      accountRate: 30,
      roles,
      country: 'US',
      countries: [],
      businessNames: options.businessNames ?? [],
      zone: 'UTC',
      inboxChannel,
      optOutConfirmation: null,
      helpText: null,
      autoAnswersPerDay: 500,
      rehearsals: 20,
    },
  });

  const edge = createSlackEdge({
    botToken: slack.botToken,
    mode: options.mode === 'http' ? { kind: 'http', signingSecret } : { kind: 'socket', appToken: slack.appToken },
    apiUrl: slack.url,
    clients,
    services,
    admins: roles.admins,
    uploads: { open: async () => undefined },
    store,
    folderMark: store.folder.mark,
    people,
    announcer,
    senders: [from],
    inboxChannel,
    clock,
    log,
  });
  const server = createServer((request, response) => edge.requestListener?.(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const requestUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  if (options.mode === 'http') slack.setRequestUrl(requestUrl);
  await edge.start();

  let ticking: NodeJS.Timeout | undefined;
  const pauseClock = () => clearInterval(ticking);
  const resumeClock = () => {
    ticking = setInterval(() => edge.tick(), 20);
  };
  resumeClock();

  let texts = 0;
  let lastTextMs = 0;
  return {
    slack,
    requestUrl,
    edge,
    announcer,
    store,
    services,
    sent,
    log: lines,
    text: (phone, text) => {
      texts += 1;
      // No two at the same instant, as phones of people are never.
      lastTextMs = Math.max(Date.now(), lastTextMs + 1);
      const at = new Date(lastTextMs).toISOString();
      return services.inbox.receive({ id: `in-${texts}`, from: PhoneNumber.parse(phone), to: from, text, at });
    },
    pauseClock,
    resumeClock,
    async close() {
      pauseClock();
      await edge.stop();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await slack.close();
      await Promise.all([services.nudges.stop(), services.inbox.stop(), services.dispatcher.stop()]);
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function servicesOf(deps: Deps) {
  const limits = createRateLimits(deps.settings, deps.clock);
  const dispatcher = createDispatcher(deps, limits);
  const reports = createReports(deps);
  return {
    campaigns: createCampaigns(deps, limits, dispatcher),
    reports,
    home: createHome(deps, reports),
    inbox: createInbox(deps, limits),
    receipts: createReceipts(deps),
    optOuts: createOptOuts(deps),
    reminders: createReminders(deps),
    apiKeys: createApiKeys(deps),
    nudges: createNudges(deps),
    dispatcher,
  };
}

/** A log that a test reads. */
export function logInto(lines: LogLine[]): Log {
  const add = (level: LogLine['level']) => (fields: object, message: string) =>
    void lines.push({ level, message, fields });
  return { debug: add('debug'), info: add('info'), warn: add('warn'), error: add('error') };
}
