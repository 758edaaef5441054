import { resolve } from 'node:path';
import { createApiParts } from './api-parts.ts';
import type { Config } from './config.ts';
import { closedMetrics, healthRoutes, metricsRoutes } from './http/health.ts';
import { createHttpServer, type Route } from './http/http-server.ts';
import { createListReader } from './lists/list-reader.ts';
import { logStorage } from './log.ts';
import { ruleBook, serviceSettings, slackMode, userGroups, vonageAccount } from './part-settings.ts';
import type { Clock, Log } from './ports/world.ts';
import { createScheduler } from './scheduler.ts';
import { createCampaigns } from './services/campaigns/campaigns.ts';
import type { Deps } from './services/deps.ts';
import { createFolderGuard } from './services/folder/folder-guard.ts';
import { createClockWatch } from './services/lifecycle/clock-watch.ts';
import { createNudges } from './services/nudging/nudges.ts';
import { createReminders } from './services/nudging/reminders.ts';
import { createInbox } from './services/replies/inbox.ts';
import { createOptOuts } from './services/replies/opt-outs.ts';
import { createHome } from './services/reports/home.ts';
import { createReports } from './services/reports/reports.ts';
import { createRuleNews, sayRules } from './services/rule-news.ts';
import { createRules } from './services/rules.ts';
import { createDispatcher } from './services/sending/dispatcher.ts';
import { createRateLimits } from './services/sending/rate-limits.ts';
import { createReceipts } from './services/sending/receipts.ts';
import { abandonFoundClaims } from './services/sending/recovery.ts';
import { createTellAdmins } from './services/tell-admins.ts';
import { createSlackClients } from './slack/api/clients.ts';
import { createPeople } from './slack/api/people.ts';
import { createAnnouncer } from './slack/outbox/announcer.ts';
import { createSlackEdge } from './slack/slack-edge.ts';
import { createVonageGateway } from './sms/vonage-gateway.ts';
import { createVonageWebhooks, type VonageWebhooks } from './sms/webhooks/webhooks.ts';
import { inTime, stopInOrder } from './start-and-stop.ts';
import { realDisk } from './store/lowdb/files/disk.ts';
import { realTimers } from './store/lowdb/files/timers.ts';
import { type HeightFile, heightFileOf, keepHeightFile, readHeightFile } from './store/lowdb/folder/height-file.ts';
import type { Rival } from './store/lowdb/folder/lock.ts';
import { ownIdentity } from './store/lowdb/folder/process-identity.ts';
import { openLowdbStore, usualLingerMs } from './store/lowdb/lowdb-store.ts';

export type App = {
  /** Resolves when everything listens and the clock runs; Slack may still be out of reach. */
  start(): Promise<Started>;
  /** Claims nobody any more, lets what is on its way finish, and closes every part. Safe to call twice. */
  stop(): Promise<void>;
};

/** `scheduled`: what drives it each second, where the clock's seconds are not ours. */
type World = { clock: Clock; log: Log; rival?: Rival; scheduled?: typeof createScheduler };

export type Started = { url: string; metricsUrl?: string; slackReached: boolean };

/** Vonage's webhooks are small; Bolt bounds Slack's. */
const webhookBytes = 65_536;

/** The composition root: builds every part once, from the edges that face the world to the services between them. */
export async function createApp(
  config: Config,
  { clock, log, rival, scheduled = createScheduler }: World,
): Promise<App> {
  const folder = resolve(config.STORE_URL.folder);
  let aloneSinceMs = clock.monotonicMs();
  const store = await openLowdbStore({
    lingerMs: usualLingerMs,
    folder,
    now: () => clock.now(),
    log: (event) => logStorage(log, event),
    onTaken: () => {
      aloneSinceMs = clock.monotonicMs();
    },
    ...(rival ? { rival } : { isOnlyCopy: true }),
  });
  const gateway = createVonageGateway({ ...vonageAccount(config), log });
  const clients = createSlackClients({ botToken: config.SLACK_BOT_TOKEN, apiUrl: config.SLACK_API_URL, log });
  const people = createPeople(clients.interactive, clock, { groupIds: userGroups(config), log });
  const announcer = createAnnouncer();

  const deps: Deps = {
    store,
    gateway,
    announcer,
    lists: createListReader(),
    people,
    clock,
    log,
    settings: serviceSettings(config),
    rules: createRules(ruleBook(config)),
  };
  const limits = createRateLimits(deps.settings, clock, aloneSinceMs);
  const clockWatch = createClockWatch(deps);
  const dispatcher = createDispatcher(deps, limits, clockWatch, { isEager: true });
  const inbox = createInbox(deps, limits);
  const receipts = createReceipts(deps);
  const nudges = createNudges(deps);
  const ruleNews = createRuleNews(deps);
  const reports = createReports(deps, dispatcher);
  const services = {
    campaigns: createCampaigns(deps, limits, dispatcher),
    reports,
    home: createHome(deps, reports),
    inbox,
    optOuts: createOptOuts(deps),
    reminders: createReminders(deps),
  };
  const api = createApiParts(deps, folder, services);

  const slack = createSlackEdge({
    botToken: config.SLACK_BOT_TOKEN,
    mode: slackMode(config),
    apiUrl: config.SLACK_API_URL,
    clients,
    people,
    announcer,
    services: { ...services, apiKeys: api.keys },
    uploads: api.uploads,
    store,
    folderMark: () => (guard.isCompared() ? store.folder.mark() : null),
    inboxChannel: config.INBOX_CHANNEL ?? null,
    senders: [...config.SMS_SENDERS.keys()],
    approvers: config.APPROVERS,
    admins: config.ADMINS,
    clock,
    log,
  });
  const webhooks = createVonageWebhooks({
    secrets: config.VONAGE_SIGNATURE_SECRET,
    apiKey: config.VONAGE_API_KEY,
    ...(config.VONAGE_APPLICATION_ID && { applicationId: config.VONAGE_APPLICATION_ID }),
    senders: [...config.SMS_SENDERS.keys()],
    country: config.DEFAULT_COUNTRY,
    onStatus: receipts.receive,
    onInbound: inbox.receive,
    onOddInbound: createTellAdmins(deps),
    onClockSkew: clockWatch.reportSkew,
    now: () => clock.now(),
    log,
  });
  const figures = metricsRoutes(
    store,
    {
      inFlight: dispatcher.inFlight,
      webhooks: webhooks.counts,
      refusals: slack.refusals,
      api: api.counts,
      cuts: () => server.cuts(),
      slackReached: slack.reached,
      slackTrouble: slack.trouble,
      lookupsUnanswered: people.unanswered,
      clockFoundWrong: clockWatch.found,
      now: () => clock.now(),
    },
    config.METRICS_TOKEN,
    log,
  );
  const isOpen = config.METRICS_PORT === undefined && config.METRICS_TOKEN !== undefined;
  const server = createHttpServer({
    host: config.HOST,
    port: config.PORT,
    routes: new Map([...webhookRoutes(webhooks), ...healthRoutes(store), ...(isOpen ? figures : closedMetrics)]),
    listeners: new Map(slack.requestListener ? [['/slack/events', slack.requestListener]] : []),
    mounts: new Map([['/api/', api.mount]]),
    log,
  });
  const metricsServer =
    config.METRICS_PORT === undefined
      ? undefined
      : createHttpServer({
          host: config.HOST,
          port: config.METRICS_PORT,
          portSetting: 'METRICS_PORT',
          routes: new Map([...healthRoutes(store), ...figures]),
          listeners: new Map(),
          log,
        });
  const scheduler = scheduled(async () => {
    await dispatcher.tick();
    if (clockWatch.isTrusted()) await inbox.tick();
    nudges.tick();
    ruleNews.tick();
    api.tick();
    slack.tick();
  }, log);

  const path = heightFileOf(folder);
  const { bootId } = await ownIdentity();
  const guard = createFolderGuard(deps, {
    beside: await readHeightFile(realDisk, path, bootId),
    ask: slack.askForMarks,
  });
  const keepHeight = () =>
    keepHeightFile({
      disk: realDisk,
      path,
      bootId,
      mark: store.folder.mark,
      isOurs: () => store.trouble() === undefined,
      timers: realTimers,
      log: (event) => logStorage(log, event),
    });

  let heightFile: HeightFile | undefined;
  let stopped: Promise<void> | undefined;
  return {
    start: async () => {
      sayRules(deps, process.versions.tz ?? null);
      await abandonFoundClaims(deps);
      await guard.start();
      await api.start();
      heightFile = keepHeight();
      await inTime(slack.start(), clock, log);
      const metrics = await metricsServer?.start();
      const { url } = await server.start();
      scheduler.start();
      await inbox.start();
      return { url, ...(metrics && { metricsUrl: `${metrics.url}/metrics` }), slackReached: slack.reached() };
    },
    stop: () => {
      stopped ??= stopInOrder(store, [
        () => scheduler.stop(),
        () => nudges.stop(),
        () => ruleNews.stop(),
        () => inbox.stop(),
        () => guard.stop(),
        () => dispatcher.stop(),
        () => slack.stop(),
        () => server.stop(),
        async () => metricsServer?.stop(),
        () => gateway.close(),
        async () => heightFile?.stop(),
      ]);
      return stopped;
    },
  };
}

function webhookRoutes(webhooks: VonageWebhooks): [string, Route][] {
  return (['status', 'inbound'] as const).map((kind) => [
    `/vonage/${kind}`,
    {
      limit: webhookBytes,
      handle: (request) => webhooks.handle({ kind, ...request }),
      large: {
        concerns: webhooks.isSigned,
        handle: ({ sha256, ...head }) => webhooks.handle({ kind, ...head, body: { sha256 } }),
      },
    },
  ]);
}
