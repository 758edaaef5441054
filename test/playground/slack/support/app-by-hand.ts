import { WebSocket } from 'undici';
import type { LocalSlack } from '../../../../playground/slack/local-slack.ts';
import { call } from './call.ts';

/** The parts of payloads that tests look into. */
export type Payload = {
  readonly type: string;
  readonly response_url: string;
  readonly response_urls: readonly object[];
  readonly is_cleared: boolean;
  readonly actions: readonly { readonly value?: string; readonly selected_option?: { readonly value: string } }[];
  readonly container: object;
  readonly view: {
    readonly callback_id: string;
    readonly state: { readonly values: Record<string, Record<string, object>> };
  };
};

/** A Socket Mode app of a few lines that acknowledges everything and shows what it was told. */
export type AppByHand = {
  payloads(type: string): Payload[];
  /** Acknowledges the next envelope with this instead of nothing. */
  answerWith(payload: unknown): void;
  stop(): void;
};

export async function startAppByHand(slack: LocalSlack): Promise<AppByHand> {
  const { url } = (await call(slack, 'apps.connections.open', {}, slack.appToken)).body;
  const socket = new WebSocket(String(url));
  const seen: Payload[] = [];
  let next: unknown;
  socket.addEventListener('message', ({ data }) => {
    const { envelope_id, payload } = JSON.parse(data);
    if (!envelope_id) return;
    seen.push(payload);
    socket.send(JSON.stringify({ envelope_id, payload: next }));
    next = undefined;
  });
  await slack.until(() => slack.connections() === 1);
  return {
    payloads: (type) => seen.filter((payload) => payload.type === type),
    answerWith: (payload) => {
      next = payload;
    },
    stop: () => socket.close(),
  };
}
