import { hash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Receiver } from '@slack/bolt';
import type { Clock, Log } from '../../ports/world.ts';

/** Bolt takes what is dated five minutes ago, and we what is dated five minutes ahead; a minute more for the clocks. */
const rememberedMs = 11 * 60_000;
/** Slack itself allows 30,000 events an hour; an entry is a few hundred bytes. */
const mostRemembered = 20_000;

type Event = Parameters<Parameters<Receiver['init']>[0]['processEvent']>[0];

/**
 * The part of a checked HTTP request that nobody can change without Slack's secret: Bolt ignores what follows the
 * signature's hash. `signedAt`: seconds of Slack's clock.
 */
export function deliveryOverHttp({ headers }: IncomingMessage): { delivery: string | undefined; signedAt: number } {
  const signedAt = Math.floor(Number(headers['x-slack-request-timestamp']));
  return { delivery: String(headers['x-slack-signature']).split('=')[1], signedAt };
}

/** Slack's name for one delivery over the socket, where only Slack can ever send. */
export function deliveryOverSocket({ envelope_id }: { envelope_id?: unknown }): { delivery: string | undefined } {
  return { delivery: typeof envelope_id === 'string' ? envelope_id : undefined };
}

/** Lets each delivery have one effect: one that Slack, or somebody who got hold of it, repeats is only acknowledged. */
export function takeOnce(receiver: Receiver, { clock, log }: { clock: Clock; log: Log }): Receiver {
  const isNew = createMemory(clock, { forMs: rememberedMs, most: mostRemembered });
  return {
    init(app) {
      const processEvent = async (event: Event) => {
        const isRepeated = namesOf(event).map(isNew).includes(false);
        if (isRepeated) {
          log.warn({ kind: event.body.type ?? event.body.command }, 'A request of Slack came twice: it was done once');
          return event.ack();
        }
        return app.processEvent(event);
      };
      receiver.init(Object.create(app, { processEvent: { value: processEvent } }));
    },
    start: (...args) => receiver.start(...args),
    stop: (...args) => receiver.stop(...args),
  };
}

/** Each interaction has its own trigger and each event an id, so the same content is the same one, however it came. */
function namesOf({ body, customProperties }: Event): string[] {
  const { delivery } = customProperties ?? {};
  const isUnique = Boolean(body.trigger_id ?? body.event_id);
  return [
    ...(typeof delivery === 'string' ? [delivery] : []),
    ...(isUnique ? [hash('sha256', JSON.stringify(body))] : []),
  ];
}

/** Is this the first question about the name? Forgets the oldest, by age and beyond a number. */
export function createMemory(
  clock: Pick<Clock, 'monotonicMs'>,
  { forMs, most }: { forMs: number; most: number },
): (name: string) => boolean {
  const seen = new Map<string, number>();
  return (name) => {
    const nowMs = clock.monotonicMs();
    for (const [oldest, atMs] of seen) {
      if (nowMs - atMs < forMs) break;
      seen.delete(oldest);
    }
    if (seen.has(name)) return false;
    if (seen.size >= most) seen.delete(seen.keys().next().value!);
    seen.set(name, nowMs);
    return true;
  };
}
