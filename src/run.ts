import { type App, createApp } from './app.ts';
import { ConfigError, type Environment, readConfig } from './config.ts';
import { createLog } from './log.ts';
import type { Clock } from './ports.ts';

/** How long a stop may take before it is forced. */
const stopMs = 15_000;

/**
 * The life of the process: wrong settings end it with 2 and all their fixes, a failed start with 1; SIGTERM and SIGINT
 * stop it in order, a second one at once. Whatever nobody caught is logged and ends it: a fresh start is always safe.
 */
export async function run(environment: Environment, clock: Clock): Promise<void> {
  const config = readConfigOrExit(environment);
  const log = createLog(config.LOG_LEVEL);
  const die = (error: unknown): never => {
    log.error({ err: error }, 'Trickle ends because of an error that nobody expected');
    process.exit(1);
  };
  process.on('uncaughtException', die);
  process.on('unhandledRejection', die);

  try {
    const app = await createApp(config, { clock, log });
    stopOnSignals(app, log);
    const { url } = await app.start();
    log.info({ url, mode: config.SLACK_APP_TOKEN ? 'socket' : 'http' }, 'Trickle is running');
    if (config.PUBLIC_URL) {
      log.info(
        { inbound: `${config.PUBLIC_URL}/vonage/inbound`, status: `${config.PUBLIC_URL}/vonage/status` },
        'webhooks to set at Vonage',
      );
    }
  } catch (error) {
    log.error({ err: error }, 'Trickle could not start');
    process.stderr.write(`Trickle could not start: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

function readConfigOrExit(environment: Environment): ReturnType<typeof readConfig> {
  try {
    return readConfig(environment);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n\nThe README explains each setting; .env.example lists them all.\n`);
    return process.exit(2);
  }
}

function stopOnSignals(app: App, log: ReturnType<typeof createLog>): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, 'stopping: messages on their way are waited for');
    setTimeout(() => process.exit(1), stopMs).unref();
    app.stop().then(
      () => process.exit(0),
      (error) => {
        log.error({ err: error }, 'some parts did not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
