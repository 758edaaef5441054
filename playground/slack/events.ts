import { recordNotice, type SlackState } from './state.ts';
import type { Delivery } from './wire/delivery.ts';

const retryAfterMs = [0, 60_000, 300_000];

/** Sends an event the app subscribed to; up to 3 more times (at once, after 1 and 5 minutes) until it is acknowledged. */
export async function sendEvent(
  state: SlackState,
  delivery: Delivery,
  event: { type: string; [field: string]: unknown },
): Promise<boolean> {
  if (!state.app.botEvents.has(subscription(state, event))) return false;
  const payload = eventPayload(state, event);
  const first = await delivery.send({ type: 'events_api', payload });
  if (first.kind === 'acked') return true;
  if (!first.noRetry) retry(state, delivery, payload, 1, first.reason);
  return false;
}

function retry(
  state: SlackState,
  delivery: Delivery,
  payload: Record<string, unknown>,
  attempt: number,
  reason: string,
): void {
  const delayMs = retryAfterMs[attempt - 1];
  const slackReason = reason.startsWith('http_error') ? 'http_error' : 'http_timeout';
  if (delayMs !== undefined) {
    state.clock.after(delayMs, async () => {
      const result = await delivery.send({ type: 'events_api', payload, retry: { attempt, reason: slackReason } });
      if (result.kind === 'failed' && !result.noRetry) retry(state, delivery, payload, attempt + 1, result.reason);
    });
  }
  const text =
    delayMs === undefined ? 'The event was given up.' : `The event was not taken; again in ${delayMs / 1000} s.`;
  recordNotice(state, { user: '', where: 'events', text, reason });
}

/** The name in the manifest: `message` events are subscribed to by kind of channel. */
function subscription(state: SlackState, event: { type: string; [field: string]: unknown }): string {
  if (event.type !== 'message') return event.type;
  const channel = state.channels.get(String(event.channel));
  if (channel?.im) return 'message.im';
  return channel?.is_private ? 'message.groups' : 'message.channels';
}

function eventPayload(state: SlackState, event: { type: string }): Record<string, unknown> {
  return {
    token: 'verification',
    team_id: state.team.id,
    api_app_id: state.app.id,
    event,
    type: 'event_callback',
    event_id: state.nextId('Ev'),
    event_time: Math.floor(state.clock.now() / 1000),
    is_ext_shared_channel: false,
    authorizations: [
      {
        enterprise_id: null,
        team_id: state.team.id,
        user_id: state.app.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
  };
}
