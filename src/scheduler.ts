import cron from 'node-cron';
import type { Log } from './ports/world.ts';

type Scheduler = { start(): void; stop(): Promise<void> };

/**
 * The clock that drives everything: one tick at once and one each second, never two at a time. A missed, late or dropped tick changes
 * nothing, because each one asks the store again what is due.
 */
export function createScheduler(tick: () => Promise<void>, log: Log): Scheduler {
  let running = Promise.resolve();
  const run = (): Promise<void> => {
    const next = running.then(tick);
    running = next.catch((error) => log.error({ err: error }, 'A tick went wrong; the next one tries again'));
    return running;
  };
  const task = cron.createTask('* * * * * *', run, { noOverlap: true, logger: quiet(log) });
  return {
    start: () => {
      void task.start();
      void run();
    },
    stop: async () => {
      await task.destroy();
      await running;
    },
  };
}

/** The library would write coloured lines of its own between ours; and its warnings are harmless here. */
function quiet(log: Log): { [Level in 'debug' | 'info' | 'warn' | 'error']: (message: string | Error) => void } {
  const say = (message: string | Error): void =>
    log.debug({ clock: message instanceof Error ? message.message : message }, 'The clock says');
  return { debug: say, info: say, warn: say, error: say };
}
