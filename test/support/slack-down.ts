import { WebClient } from '@slack/web-api';
import type { Clock as SlackClock } from '../../playground/clock.ts';
import { openRules } from '../../playground/open-rules.ts';
import { seededRandom } from '../../playground/random.ts';
import { type LocalSlack, startLocalSlack } from '../../playground/slack/local-slack.ts';
import type { MessageShown } from '../../playground/slack/people/shown.ts';
import { ChannelId, PhoneNumber, UserId } from '../../src/domain/ids.ts';
import { readOptOuts } from '../../src/domain/list/opt-outs/read-opt-outs.ts';
import { readRecipients } from '../../src/domain/list/read-list.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Clock } from '../../src/ports/world.ts';
import { createApiKeys } from '../../src/services/api/api-keys.ts';
import { createCampaigns } from '../../src/services/campaigns/campaigns.ts';
import type { Deps } from '../../src/services/deps.ts';
import { createReminders } from '../../src/services/nudging/reminders.ts';
import { createInbox, type Inbox } from '../../src/services/replies/inbox.ts';
import { createOptOuts } from '../../src/services/replies/opt-outs.ts';
import { createHome } from '../../src/services/reports/home.ts';
import { createReports } from '../../src/services/reports/reports.ts';
import { createDispatcher } from '../../src/services/sending/dispatcher.ts';
import { createRateLimits } from '../../src/services/sending/rate-limits.ts';
import { createSlackClients } from '../../src/slack/api/clients.ts';
import { createPeople } from '../../src/slack/api/people.ts';
import { createAnnouncer } from '../../src/slack/outbox/announcer.ts';
import { createSlackEdge } from '../../src/slack/slack-edge.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { simulatedDisk } from '../store/lowdb/simulated-disk.ts';
import { approved } from './approved.ts';
import { aCampaign, campaignId, sender, settingsWith } from './builders.ts';
import { handClock } from './hand-clock.ts';
import { vouchedFor } from './known-folder.ts';
import { silentLogger } from './silent-logger.ts';

/** A running campaign on a clock that is moved by hand, with a Slack that can be put out of order. */
export type SlackDown = {
  slack: LocalSlack;
  store: Store;
  clock: Clock;
  /** When each message left, in seconds of the clock since the start. */
  sentAtS: readonly number[];
  /** One text from the n-th person of the list. */
  reply(no: number, text: string): ReturnType<Inbox['receive']>;
  /** Lets so much time pass, with a tick every four seconds: what is due is only ever said later by that. */
  pass(seconds: number): Promise<void>;
  /** Everything in the campaign's thread. */
  thread(): readonly MessageShown[];
  /** Lets time pass until nothing is owed to Slack any more. */
  allSaid(): Promise<void>;
  close(): Promise<void>;
};

export type SlackDownOptions = {
  people: number;
  batchSize: number;
  everySeconds: number;
  /** How long the outbox waits for an answer, in real time; long, unless a test is about that. */
  timeoutMs?: number;
};

const stepSeconds = 4;

export async function startSlackDown(options: SlackDownOptions): Promise<SlackDown> {
  const clock = handClock();
  const slack = await startLocalSlack({ clock: slackClock(clock), postBurst: 100_000, scopes });
  const store = await vouchedFor(
    await openLowdbStore({ folder: '/slack-down', disk: simulatedDisk(), now: clock.now }),
  );
  const sentAtS: number[] = [];
  const { edge, dispatcher, inbox } = compose(slack, store, clock, options.timeoutMs ?? 5_000, () =>
    sentAtS.push(clock.monotonicMs() / 1_000),
  );
  await edge.start();
  await startCampaign(store, clock, options);

  const pass = async (seconds: number) => {
    for (let passed = 0; passed < seconds; passed += stepSeconds) {
      edge.tick();
      await dispatcher.tick();
      await clock.advance(stepSeconds * 1_000);
      // Real requests to the local Slack are answered meanwhile.
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  };
  let texts = 0;
  return {
    slack,
    store,
    clock,
    sentAtS,
    reply: (no, text) => {
      texts += 1;
      return inbox.receive({ id: `in-${texts}`, from: phone(no), to: sender, text, at: clock.now().toISOString() });
    },
    pass,
    thread: () => slack.channel('sms').messages()[0]?.thread ?? [],
    allSaid: async () => {
      while ((await store.announcements.pending()).length > 0) await pass(1);
    },
    close: async () => {
      const stopped = Promise.all([edge.stop(), inbox.stop(), dispatcher.stop()]);
      await clock.advance(10_000);
      await stopped;
      await slack.close();
      await store.close();
    },
  };
}

/** The same time for Slack, and for whatever it does late. */
function slackClock(clock: Clock): SlackClock {
  return {
    now: () => clock.now().getTime(),
    after: (delayMs, run) => {
      const cancelled = new AbortController();
      clock.sleep(delayMs, cancelled.signal).then(() => !cancelled.signal.aborted && run());
      return () => cancelled.abort();
    },
  };
}

const scopes = ['chat:write', 'commands', 'files:read', 'files:write', 'users:read', 'channels:history'];

function compose(slack: LocalSlack, store: Store, clock: Clock, timeout: number, onSend: () => void) {
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const { interactive } = createSlackClients({ botToken: slack.botToken, apiUrl: slack.apiUrl, log });
  // As it is made for the outbox, but for the time it waits.
  const background = new WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    timeout,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: silentLogger,
  });
  const people = createPeople(interactive, clock, { groupIds: [], log });
  const announcer = createAnnouncer();
  const deps: Deps = {
    store,
    clock,
    log,
    people,
    announcer,
    lists: { read: readRecipients, readOptOuts },
    gateway: gatewayThatTells(onSend),
    settings,
    rules: openRules(),
  };
  const limits = createRateLimits(settings, clock);
  const dispatcher = createDispatcher(deps, limits);
  const inbox = createInbox(deps, limits);
  const campaigns = createCampaigns(deps, limits, dispatcher);
  const reports = createReports(deps);
  const edge = createSlackEdge({
    botToken: slack.botToken,
    mode: { kind: 'socket', appToken: slack.appToken },
    apiUrl: slack.apiUrl,
    clients: { interactive, background },
    services: {
      campaigns,
      inbox,
      reports,
      home: createHome(deps, reports),
      optOuts: createOptOuts(deps),
      reminders: createReminders(deps),
      apiKeys: createApiKeys(deps),
    },
    uploads: { open: async () => undefined },
    store,
    folderMark: store.folder.mark,
    people,
    announcer,
    senders: [sender],
    inboxChannel: null,
    clock,
    log,
  });
  return { edge, dispatcher, inbox };
}

const settings = settingsWith({ senders: new Map([[sender, 500]]), accountRate: 500 });

function gatewayThatTells(onSend: () => void): Deps['gateway'] {
  let sent = 0;
  return {
    send: async () => {
      onSend();
      sent += 1;
      return { kind: 'accepted', messageId: `message-${sent}-of-the-test` };
    },
    prepare: async () => {},
    segmentPrice: async () => undefined,
  };
}

async function startCampaign(store: Store, clock: Clock, { people, batchSize, everySeconds }: SlackDownOptions) {
  const at = clock.now().toISOString();
  const campaign = aCampaign({
    channel: ChannelId.parse('C0SMS'),
    createdBy: UserId.parse('U0ADA'),
    hours: null,
    throttle: { batchSize, everySeconds, holdAbove: null },
    startedAt: at,
  });
  const list = Array.from({ length: people }, (_, no) => ({ number: phone(no), values: [`Person ${no}`] }));
  await store.campaigns.create(approved(campaign, list), list);
  await store.announcements.add([{ id: 'the-message', at, kind: 'campaign_message', campaignId }]);
}

function phone(no: number): PhoneNumber {
  return PhoneNumber.parse(`+1201${5550100 + no}`);
}

/** So many replies at once, while one post in ten is lost: its answer, or the post itself. Says how many stand how often. */
export async function loseAnswers(down: SlackDown, seed: number, replies: number): Promise<Standing> {
  const random = seededRandom(seed);
  const kinds = ['lost-answer', '500', 'reset'] as const;
  while (down.sentAtS.length < replies) await down.pass(3);
  down.slack.onChange(({ kind }) => {
    if (kind !== 'message' || random() > 0.1) return;
    down.slack.trouble({ method: 'chat.postMessage', kind: kinds[Math.floor(random() * kinds.length)]! });
  });
  for (let no = 0; no < replies; no += 1) await down.reply(no, numbered(no));
  await down.allSaid();
  return standing(down, replies);
}

export type Standing = { lost: number; doubled: number };

export function numbered(no: number): string {
  return `This is reply ${no}.`;
}

/** Of the first so many numbered replies: how many stand nowhere in the thread, and how many more than once. */
export function standing(down: SlackDown, replies: number): Standing {
  const times = Array.from({ length: replies }, () => 0);
  for (const { text } of down.thread()) {
    // A post of many holds the texts of several, each perhaps in its notification too.
    const nos = new Set([...text.matchAll(/This is reply (\d+)\./g)].map(([, no]) => Number(no)));
    for (const no of nos) times[no]! += 1;
  }
  return { lost: times.filter((count) => count === 0).length, doubled: times.filter((count) => count > 1).length };
}
