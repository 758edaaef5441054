import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRulesFile } from '../../playground/open-rules.ts';
import { type LocalSlack, type LocalSlackOptions, startLocalSlack } from '../../playground/slack/local-slack.ts';
import type { LocalVonageOptions } from '../../playground/vonage/settings.ts';
import { type LocalVonage, startLocalVonage } from '../../playground/vonage/start-local-vonage.ts';
import { type App, createApp } from '../../src/app.ts';
import { systemClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import type { Clock } from '../../src/ports/world.ts';
import { createScheduler } from '../../src/scheduler.ts';
import { makeKnownFolder } from './known-folder.ts';

/** The whole program between a local Slack and a local Vonage, over real sockets and a real disk. */
export type World = {
  slack: LocalSlack;
  vonage: LocalVonage;
  url: string;
  /** Every line the program logged. */
  logged: readonly string[];
  environment: Readonly<Record<string, string>>;
  /** Ends the program and starts it again on the same folder. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

export type WorldOptions = {
  mode?: 'socket' | 'http';
  slack?: LocalSlackOptions;
  vonage?: LocalVonageOptions;
  environment?: Record<string, string>;
  /** The program's time, where it is not to be the machine's; and what drives it each second of that time. */
  clock?: Clock;
  scheduled?: typeof createScheduler;
  /** Nobody has said yet that the empty folder is meant. */
  isNewFolder?: boolean;
};

export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'trickle-world-'));
  const servers = await startServers(options);
  const environment = { ...environmentFor(servers, folder, options.mode ?? 'socket'), ...options.environment };
  const logged: string[] = [];
  if (!options.isNewFolder) await makeKnownFolder(join(folder, 'data'));
  const start = async () => {
    const started = await startApp(environment, options, (line) => logged.push(line));
    await connect(servers, started.url, options.mode ?? 'socket');
    return started;
  };
  let running = await start();

  return {
    ...servers,
    get url() {
      return running.url;
    },
    logged,
    environment,
    restart: async () => {
      await running.app.stop();
      running = await start();
    },
    close: async () => {
      await running.app.stop();
      await servers.slack.close();
      await servers.vonage.close();
      await rm(folder, { recursive: true });
    },
  };
}

export async function startServers(options: WorldOptions): Promise<Pick<World, 'slack' | 'vonage'>> {
  const signingSecret = 'a-signing-secret';
  const delivery = options.mode === 'http' ? { kind: 'http' as const, signingSecret } : { kind: 'socket' as const };
  const slack = await startLocalSlack({ delivery, ...options.slack });
  const vonage = await startLocalVonage({
    rates: { '12015550123': Number.POSITIVE_INFINITY },
    accountRate: 1_000,
    submittedAfterMs: 10,
    finalAfterMs: 20,
    ...options.vonage,
  });
  return { slack, vonage };
}

/** What the figures are asked for with. */
export const metricsHeaders = { authorization: 'Bearer a-token-for-the-figures' };

/** The settings as an operator would write them. */
export function environmentFor(
  { slack, vonage }: Pick<World, 'slack' | 'vonage'>,
  folder: string,
  mode: 'socket' | 'http',
): Record<string, string> {
  return {
    SLACK_BOT_TOKEN: slack.botToken,
    ...(mode === 'socket' ? { SLACK_APP_TOKEN: slack.appToken } : { SLACK_SIGNING_SECRET: slack.signingSecret }),
    SLACK_API_URL: slack.apiUrl,
    VONAGE_API_KEY: vonage.settings.apiKey,
    VONAGE_API_SECRET: vonage.settings.apiSecret,
    VONAGE_SIGNATURE_SECRET: vonage.settings.signatureSecret,
    VONAGE_API_HOST: vonage.url,
    SMS_SENDERS: '12015550123:500/s',
    ACCOUNT_RATE: '900/s',
    STORE_URL: `file:${join(folder, 'data')}`,
    ADMINS: 'U0ADA,U0BEN',
    PORT: '0',
    METRICS_TOKEN: metricsHeaders.authorization.slice('Bearer '.length),
    TIME_ZONE: 'America/New_York',
    // Tests run at any hour of the day.
    RULES_FILE: openRulesFile,
  };
}

/** Tells both servers where the program listens; in Socket Mode waits until it has called Slack. */
export async function connect(
  { slack, vonage }: Pick<World, 'slack' | 'vonage'>,
  url: string,
  mode: 'socket' | 'http',
): Promise<void> {
  vonage.configure({ statusUrl: `${url}/vonage/status`, inboundUrl: `${url}/vonage/inbound` });
  if (mode === 'http') slack.setRequestUrl(`${url}/slack/events`);
  else await slack.until(() => slack.connections() > 0, { what: 'a socket of the program' });
}

async function startApp(
  environment: Record<string, string>,
  { clock = systemClock, scheduled = createScheduler }: Pick<WorldOptions, 'clock' | 'scheduled'>,
  write: (line: string) => void,
): Promise<{ app: App; url: string }> {
  const app = await createApp(readConfig(environment), { clock, scheduled, log: createLog('debug', { write }) });
  const { url } = await app.start();
  return { app, url };
}
