import { limits } from '../lint/limits.ts';
import { recordTraffic, type SlackState } from '../state.ts';
import type { Delivered, Envelope } from './delivery.ts';
import type { WebSocketPeer } from './websocket-peer.ts';

/** The envelopes that went out over sockets and wait for their answers. */
export type WaitingEnvelopes = {
  ask(peer: WebSocketPeer, envelope: Envelope): Promise<Delivered>;
  /** Takes what a client sent, over whichever socket. */
  answer(text: string): void;
  /** Gives up on everything that went out over this socket, or over any. */
  giveUp(reason: string, peer?: WebSocketPeer): void;
};

export function createWaitingEnvelopes(state: SlackState): WaitingEnvelopes {
  const waiting = new Map<string, { peer: WebSocketPeer; settle: (result: Delivered) => void }>();
  return {
    ask: (peer, envelope) => {
      const id = crypto.randomUUID();
      return new Promise((resolve) => {
        const settle = (result: Delivered) => {
          if (!waiting.delete(id)) return;
          cancel();
          record(state, envelope, result);
          resolve(result);
        };
        waiting.set(id, { peer, settle });
        const cancel = state.clock.after(limits.ackMs, () =>
          settle({ kind: 'failed', reason: 'no answer within 3 seconds' }),
        );
        peer.sendText(JSON.stringify(written(id, envelope)));
      });
    },
    answer: (text) => {
      const { envelope_id, payload } = parse(text);
      waiting.get(String(envelope_id))?.settle({ kind: 'acked', body: payload });
    },
    giveUp: (reason, peer) => {
      for (const one of [...waiting.values()]) {
        if (!peer || one.peer === peer) one.settle({ kind: 'failed', reason });
      }
    },
  };
}

function written(envelope_id: string, { type, payload, retry }: Envelope): Record<string, unknown> {
  const envelope = { envelope_id, type, payload, accepts_response_payload: type !== 'events_api' };
  if (type !== 'events_api') return envelope;
  return { ...envelope, retry_attempt: retry?.attempt ?? 0, retry_reason: retry?.reason ?? '' };
}

function record(state: SlackState, { type, payload }: Envelope, result: Delivered): void {
  const acked = result.kind === 'acked';
  const answer = acked ? result.body : result.reason;
  recordTraffic(state, { direction: 'to app', method: type, body: payload, status: acked ? 200 : 0, answer });
}

function parse(text: string): { envelope_id?: unknown; payload?: unknown } {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
