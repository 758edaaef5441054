import type { Store } from './ports/store.ts';
import type { Clock, Log } from './ports/world.ts';

/** A start waits this long for Slack. */
const slackMs = 5_000;

/** Sending and webhooks begin even if Slack does not answer; a token that it refuses at once ends the start. */
export async function inTime(starting: Promise<void>, clock: Clock, log: Log): Promise<void> {
  const answered = new AbortController();
  const late = clock.real.sleep(slackMs, answered.signal).then(() => 'late' as const);
  const outcome = await Promise.race([starting, late]).finally(() => answered.abort());
  if (outcome !== 'late') return;
  log.warn({}, 'Slack does not answer; Trickle starts without it and goes on trying');
  starting.catch((error: unknown) => log.error({ err: error }, 'Slack refuses Trickle; it goes on trying'));
}

/** A part that does not stop must not keep the others from stopping; the store is always closed last. */
export async function stopInOrder(store: Store, steps: readonly (() => Promise<void>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const step of [...steps, () => store.close()]) {
    await step().catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Some parts did not stop cleanly.');
}
