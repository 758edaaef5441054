import { existsSync, readFileSync } from 'node:fs';
import { type App, createApp, type Started } from './app.ts';
import { type Config, ConfigError, type Environment, oddSettings, readConfig } from './config.ts';
import { createLog } from './log.ts';
import type { Clock, Log } from './ports/world.ts';
import { createScheduler } from './scheduler.ts';

/** A stop is forced after this long. */
const stopMs = 15_000;
/** Ctrl+C reaches us from the terminal and again from npm: signals this close together are one wish. */
const oneWishMs = 500;

/**
 * The life of the process: wrong settings end it with 2 and all their fixes, a failed start with 1; SIGTERM and SIGINT
 * stop it in order, a second one at once. An uncaught error is logged and ends it: a fresh start is always safe.
 */
export async function run(environment: Environment, clock: Clock, scheduled = createScheduler): Promise<void> {
  const config = readConfigOrExit(environment);
  const log = createLog(config.LOG_LEVEL);
  const die = (error: unknown): never => {
    log.error({ err: error }, 'Trickle ends because of an error that nobody expected');
    process.exit(1);
  };
  process.on('uncaughtException', die);
  process.on('unhandledRejection', die);

  try {
    for (const sentence of oddSettings(environment)) log.warn({}, sentence);
    const app = await createApp(config, { clock, log, scheduled });
    stopOnSignals(app, log, clock);
    sayThatItRuns(await app.start(), config, log);
  } catch (error) {
    log.debug({ err: error }, 'Where the start failed');
    process.stderr.write(`Trickle could not start: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

function sayThatItRuns({ url, metricsUrl, slackReached }: Started, config: Config, log: Log): void {
  const mode = config.SLACK_APP_TOKEN ? 'socket' : 'http';
  log.info({ url, mode, slack: slackReached ? 'reached' : 'not reached yet' }, 'Trickle is running');
  if (!slackReached) {
    log.warn(
      {},
      'Slack cannot be reached yet, so nobody can write or approve anything; Trickle goes on trying. Texts and receipts of Vonage are taken meanwhile',
    );
  }
  if (metricsUrl) log.info({ url: metricsUrl }, 'Figures for Prometheus');
  if (!config.PUBLIC_URL) {
    log.info({}, 'PUBLIC_URL is not set: set it to the address under which Vonage can send replies and receipts here');
    return;
  }
  log.info(
    { inbound: `${config.PUBLIC_URL}/vonage/inbound`, status: `${config.PUBLIC_URL}/vonage/status` },
    'Webhooks to set at Vonage',
  );
}

function readConfigOrExit(environment: Environment): Config {
  try {
    return readConfig(environment, existsSync('.env') ? readFileSync('.env', 'utf8') : '');
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n\nThe README explains each setting; .env.example lists them all.\n`);
    return process.exit(2);
  }
}

function stopOnSignals(app: App, log: Log, clock: Clock): void {
  let askedAtMs: number | undefined;
  const stop = (signal: NodeJS.Signals): void => {
    const nowMs = clock.real.monotonicMs();
    if (askedAtMs !== undefined) {
      if (nowMs - askedAtMs >= oneWishMs) process.exit(1);
      return;
    }
    askedAtMs = nowMs;
    log.info({ signal }, 'Stopping: messages on their way are waited for');
    setTimeout(() => process.exit(1), stopMs).unref();
    app.stop().then(
      () => process.exit(0),
      (error) => {
        log.error({ err: error }, 'Some parts did not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
