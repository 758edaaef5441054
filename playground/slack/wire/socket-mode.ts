import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { SlackState } from '../state.ts';
import type { Delivery } from './delivery.ts';
import { createWaitingEnvelopes } from './waiting-envelopes.ts';
import { acceptWebSocket, type WebSocketPeer } from './websocket-peer.ts';

const mostSockets = 10;
const pingEveryMs = 10_000;

export interface SocketMode extends Delivery {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Tells every socket to go and come back, as Slack does when it recycles a host. */
  disconnect(reason: 'warning' | 'refresh_requested' | 'link_disabled'): void;
  /** Cuts every socket without a word. */
  drop(): void;
  count(): number;
}

/** Socket Mode: several sockets at once, each envelope to one of them in turn, answered by `envelope_id` on any. */
export function createSocketMode(state: SlackState): SocketMode {
  const connected = new Set<WebSocketPeer>();
  /** Those that still get envelopes. */
  const ready = new Set<WebSocketPeer>();
  const waiting = createWaitingEnvelopes(state);
  const stopPings = pingAll(connected);
  let turn = 0;

  const enter = (peer: WebSocketPeer) => {
    connected.add(peer);
    if (ready.size >= mostSockets) return peer.sendText(goAway('too_many_websockets'));
    ready.add(peer);
    peer.sendText(hello(state, ready.size));
    state.feed.tell({ kind: 'connection' });
  };
  const leave = (peer: WebSocketPeer | undefined) => {
    if (!peer) return;
    connected.delete(peer);
    ready.delete(peer);
    waiting.giveUp('the socket closed before the answer', peer);
    state.feed.tell({ kind: 'connection' });
  };
  const drop = () => {
    for (const peer of [...connected]) peer.destroy();
  };

  return {
    upgrade: (request, socket, head) => {
      if (!state.tickets.delete(ticketOf(request))) return refuse(socket);
      const peer = acceptWebSocket(request, socket, head, { onText: waiting.answer, onClose: () => leave(peer) });
      if (peer) enter(peer);
    },
    send: async (envelope) => {
      turn += 1;
      const peer = [...ready][turn % Math.max(1, ready.size)];
      return peer ? waiting.ask(peer, envelope) : { kind: 'failed', reason: 'the app is not connected' };
    },
    disconnect: (reason) => {
      for (const peer of [...ready]) {
        peer.sendText(goAway(reason));
        // Slack sends nothing more over a socket it has asked to go; a warning only comes ahead of that.
        if (reason !== 'warning') ready.delete(peer);
      }
    },
    drop,
    count: () => ready.size,
    close: () => {
      stopPings();
      waiting.giveUp('Slack was closed');
      drop();
    },
  };
}

function pingAll(peers: ReadonlySet<WebSocketPeer>): () => void {
  const timer = setInterval(() => {
    for (const peer of peers) peer.ping();
  }, pingEveryMs);
  return () => clearInterval(timer);
}

function ticketOf(request: IncomingMessage): string {
  return new URL(request.url ?? '/', 'http://local').searchParams.get('ticket') ?? '';
}

function refuse(socket: Duplex): void {
  socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
}

function goAway(reason: string): string {
  return JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'local' } });
}

function hello(state: SlackState, count: number): string {
  return JSON.stringify({
    type: 'hello',
    num_connections: count,
    debug_info: { host: 'local', build_number: 1, approximate_connection_time: 18_060 },
    connection_info: { app_id: state.app.id },
  });
}
