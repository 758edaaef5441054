import { WebClient } from '@slack/web-api';
import { type LocalSlack, startLocalSlack } from '../../playground/slack/local-slack.ts';
import type { MessageShown } from '../../playground/slack/people/shown.ts';
import { ChannelId, PhoneNumber, UserId } from '../../src/domain/ids.ts';
import type { Clock, Store } from '../../src/ports.ts';
import { createCampaigns } from '../../src/services/campaigns.ts';
import type { Deps } from '../../src/services/deps.ts';
import { createDispatcher } from '../../src/services/dispatcher.ts';
import { createInbox, type Inbox } from '../../src/services/inbox.ts';
import { createOptOuts } from '../../src/services/opt-outs.ts';
import { createRateLimits } from '../../src/services/rate-limits.ts';
import { createReports } from '../../src/services/reports.ts';
import { createAnnouncer } from '../../src/slack/announcer.ts';
import { createSlackClients } from '../../src/slack/clients.ts';
import { createPeople } from '../../src/slack/people.ts';
import { createSlackEdge } from '../../src/slack/slack-edge.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { simulatedDisk } from '../store/lowdb/simulated-disk.ts';
import { aCampaign, campaignId, sender } from './builders.ts';
import { fastClock } from './fast-clock.ts';

/** A running campaign on a clock that runs fast, with a Slack that can be put out of order. */
export type SlackDown = {
  slack: LocalSlack;
  store: Store;
  clock: Clock;
  /** When each message left, in seconds of the clock since the start. */
  sentAtS: readonly number[];
  /** One text from the n-th person of the list. */
  reply(no: number, text: string): ReturnType<Inbox['receive']>;
  /** Resolves when the clock stands there, in seconds since the start. */
  second(at: number): Promise<void>;
  /** Everything in the campaign's thread. */
  thread(): readonly MessageShown[];
  /** Resolves when nothing is owed to Slack any more. */
  allSaid(): Promise<void>;
  close(): Promise<void>;
};

export type SlackDownOptions = { speed: number; people: number; batchSize: number; everySeconds: number };

export async function startSlackDown(options: SlackDownOptions): Promise<SlackDown> {
  const clock = fastClock(options.speed);
  const slack = await startLocalSlack({ now: () => clock.now().getTime(), postBurst: 100_000, scopes });
  const store = await openLowdbStore({ folder: '/slack-down', disk: simulatedDisk(), now: clock.now });
  const sentAtS: number[] = [];
  const { edge, dispatcher, inbox } = compose(slack, store, clock, options.speed, () =>
    sentAtS.push(clock.monotonicMs() / 1_000),
  );
  await edge.start();
  await startCampaign(store, clock, options);

  const ticking = setInterval(() => {
    void dispatcher.tick();
    void edge.tick(clock.now());
  }, 2);
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
    second: (at) => clock.sleep(at * 1_000 - clock.monotonicMs()),
    thread: () => slack.channel('sms').messages()[0]?.thread ?? [],
    allSaid: async () => {
      while ((await store.announcements.pending()).length > 0) await clock.sleep(1_000);
    },
    close: async () => {
      clearInterval(ticking);
      await edge.stop();
      await dispatcher.stop();
      await slack.close();
      await store.close();
    },
  };
}

const scopes = ['chat:write', 'commands', 'files:read', 'files:write', 'users:read', 'channels:history'];

function compose(slack: LocalSlack, store: Store, clock: Clock, speed: number, onSend: () => void) {
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const { interactive } = createSlackClients({ botToken: slack.botToken, apiUrl: slack.apiUrl, log });
  // As it is made for the outbox, with its ten seconds on this clock.
  const background = new WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    timeout: 10_000 / speed,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: quietLogger,
  });
  const people = createPeople(interactive, clock, { groupIds: [], log });
  const announcer = createAnnouncer();
  const deps: Deps = { store, clock, log, people, announcer, gateway: gatewayThatTells(onSend), settings };
  const limits = createRateLimits(settings, clock);
  const dispatcher = createDispatcher(deps, limits);
  const inbox = createInbox(deps, limits);
  const campaigns = createCampaigns(deps, limits, dispatcher);
  const edge = createSlackEdge({
    botToken: slack.botToken,
    mode: { kind: 'socket', appToken: slack.appToken },
    apiUrl: slack.apiUrl,
    clients: { interactive, background },
    services: { campaigns, inbox, reports: createReports(deps), optOuts: createOptOuts(deps) },
    store,
    people,
    announcer,
    senders: [sender],
    inboxChannel: null,
    clock,
    log,
  });
  return { edge, dispatcher, inbox };
}

const settings: Deps['settings'] = {
  senders: new Map([[sender, 1]]),
  accountRate: 30,
  roles: { creators: [], approvers: [], admins: [] },
  country: 'US',
  zone: 'UTC',
  inboxChannel: null,
  optOutConfirmation: null,
  helpText: null,
};

const quietLogger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  setName: () => {},
  getLevel: () => 'error' as never,
};

function gatewayThatTells(onSend: () => void): Deps['gateway'] {
  let sent = 0;
  return {
    send: async () => {
      onSend();
      sent += 1;
      return { kind: 'accepted', messageId: `message-${sent}-of-the-test` };
    },
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
  await store.campaigns.create(campaign, list);
  await store.announcements.add([{ id: 'the-message', at, kind: 'campaign_message', campaignId }]);
}

function phone(no: number): PhoneNumber {
  return PhoneNumber.parse(`+1201${5550100 + no}`);
}
