import type { IncomingMessage, ServerResponse } from 'node:http';
import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import type { FolderMark, FolderWitness, Testimony } from '../domain/folder-standing.ts';
import type { ChannelId, SenderId } from '../domain/ids.ts';
import type { Store } from '../ports/store.ts';
import type { Uploads } from '../ports/uploads.ts';
import type { Clock, Log } from '../ports/world.ts';
import type { ApiKeyDoors } from '../services/api/api-keys.ts';
import type { Campaigns } from '../services/campaigns/campaigns.ts';
import type { ReminderDoors } from '../services/nudging/reminders.ts';
import type { Inbox } from '../services/replies/inbox.ts';
import type { OptOuts } from '../services/replies/opt-outs.ts';
import type { HomeDoors } from '../services/reports/home.ts';
import type { Reports } from '../services/reports/reports.ts';
import { boltLogger } from './api/bolt-logger.ts';
import { connectionOptions, interactiveOptions, type SlackClients } from './api/clients.ts';
import { describeError } from './api/describe-error.ts';
import { createFiles } from './api/files.ts';
import type { SlackPeople } from './api/people.ts';
import { eventsPath } from './ids.ts';
import { registerListeners, tellUnfinished } from './listeners/index.ts';
import type { SlackAnnouncer } from './outbox/announcer.ts';
import { createCampaignMessages } from './outbox/campaign-messages.ts';
import { createMarkReader } from './outbox/folder-marks.ts';
import { createOutbox } from './outbox/outbox.ts';
import { createPoster } from './outbox/poster.ts';
import { acknowledgeInTime } from './requests/acknowledge-in-time.ts';
import { createConnection } from './requests/connection.ts';
import { deliveryOverHttp, deliveryOverSocket, takeOnce } from './requests/deliveries.ts';
import { answerErrors } from './requests/errors.ts';
import { slackRequests } from './requests/http-requests.ts';
import { membersOnly } from './requests/members-only.ts';
import { notAgain } from './requests/not-again.ts';
import { createRefusals } from './requests/refusals.ts';
import { findWorkspace } from './requests/workspace.ts';

type SlackEdgeOptions = {
  botToken: string;
  mode: { kind: 'socket'; appToken: string } | { kind: 'http'; signingSecret: string };
  /** Another Web API base, with or without `/api/`. */
  apiUrl?: string | undefined;
  clients: SlackClients;
  services: {
    campaigns: Campaigns;
    reports: Reports;
    home: HomeDoors;
    inbox: Inbox;
    optOuts: OptOuts;
    reminders: ReminderDoors;
    apiKeys: ApiKeyDoors;
  };
  /** Lists that did not come over Slack. */
  uploads: Pick<Uploads, 'open'>;
  store: Store;
  /** How far the data folder has got, for our posts to bear; null: they must not say so now. */
  folderMark(): FolderMark | null;
  people: SlackPeople;
  announcer: SlackAnnouncer;
  senders: readonly SenderId[];
  /** Users and user groups that may approve; none named: any full member. */
  approvers?: readonly string[];
  /** Users and user groups that are admins. */
  admins?: readonly string[];
  /** Where texts of no campaign go. */
  inboxChannel: ChannelId | null;
  clock: Clock;
  log: Log;
};

export type SlackEdge = {
  /** Rejects, with the setting's name, when Slack refuses a token. */
  start(): Promise<void>;
  /** Lets posts that are under way come to an end. */
  stop(): Promise<void>;
  /** HTTP mode only: answers `POST /slack/events`. */
  requestListener?: (request: IncomingMessage, response: ServerResponse) => void;
  /** Says what is owed and edits what is old, in the background: nobody waits for Slack. Called every second. */
  tick(): void;
  /** Resolves when no post or edit is under way. */
  idle(): Promise<void>;
  /** Has Slack let us in since the start? */
  reached(): boolean;
  /** Refusals since the start, by code; those of unsigned requests are `http_401` and the like. */
  refusals(): Readonly<Record<string, number>>;
  /** What our posts say of the data folder. Rejects while Slack does not answer. */
  askForMarks(witness: FolderWitness): Promise<Testimony>;
  /** Undefined while Slack takes our posts; otherwise what is wrong, as a sentence. */
  trouble(): string | undefined;
};

/** How people reach the program, and how it reaches them: all of Slack, put together. */
export function createSlackEdge(options: SlackEdgeOptions): SlackEdge {
  const { services, store, clients, clock, log } = options;
  const http = options.mode.kind === 'http' ? httpReceiver(options.mode.signingSecret, log) : null;
  const socket = options.mode.kind === 'socket' ? socketReceiver(options.mode.appToken, options) : null;

  const app = new App({
    token: options.botToken,
    receiver: acknowledgeInTime(takeOnce(http ?? socket!, { clock, log }), clients.interactive),
    deferInitialization: true,
    convoStore: false,
    logger: boltLogger(log),
    clientOptions: interactiveOptions(options),
  });
  // This was answered as far as possible; an error must not end in an unhandled rejection.
  app.error(async (error) => log.error(describeError(error), 'Slack’s request could not be processed'));
  const refusals = createRefusals(log);
  app.use(answerErrors(log, refusals.note));
  app.use(notAgain(store.requests, log));
  app.use(membersOnly(options.people, findWorkspace(clients.interactive)));
  const { botToken, apiUrl, uploads } = options;
  const files = createFiles({ client: clients.interactive, botToken, apiUrl, uploads });
  const poster = createPoster(clients.background, options.folderMark);
  const facts = {
    store,
    campaigns: services.campaigns,
    reports: services.reports,
    addressOf: poster.addressOf,
    approvers: options.approvers ?? [],
    admins: options.admins ?? [],
  };
  const outbox = createOutbox({ ...facts, poster, inboxChannel: options.inboxChannel, clock, log });
  registerListeners(app, { ...services, files, senders: options.senders, log, trouble: outbox.trouble });
  const messages = createCampaignMessages({ ...facts, poster, announcer: options.announcer, clock, log });
  const connection = createConnection({ app, socket, clock, log });

  let isReadingOn = false;
  /** Once, when Slack has let us in: the files are there. */
  const readOn = () => {
    if (isReadingOn || !connection.isReached()) return;
    isReadingOn = true;
    const telling = { campaigns: services.campaigns, files, client: clients.background, log };
    tellUnfinished(telling).catch((error) => log.error(describeError(error), 'Unfinished lists could not be read'));
  };

  const idle = async () => {
    await Promise.all([outbox.idle(), messages.idle()]);
  };
  return {
    start: connection.start,
    async stop() {
      await Promise.all([connection.stop(), outbox.stop(), messages.stop()]);
    },
    ...(http && {
      requestListener: slackRequests(http, { isReady: connection.isReady, onRefused: refusals.noteRequest(clock) }),
    }),
    reached: connection.isReached,
    refusals: refusals.counts,
    tick() {
      outbox.tick();
      messages.tick();
      readOn();
    },
    idle,
    askForMarks: createMarkReader(clients.background, log),
    trouble: outbox.trouble,
  };
}

function httpReceiver(signingSecret: string, log: Log): HTTPReceiver {
  return new HTTPReceiver({
    signingSecret,
    endpoints: eventsPath,
    customPropertiesExtractor: deliveryOverHttp,
    logger: boltLogger(log),
  });
}

function socketReceiver(appToken: string, options: SlackEdgeOptions): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken,
    customPropertiesExtractor: deliveryOverSocket,
    logger: boltLogger(options.log),
    clientPingTimeout: 5_000,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: connectionOptions(options) },
  });
}
