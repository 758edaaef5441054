import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { clientOf } from './client-address.ts';
import { awaited } from './request-body.ts';

export type ConnectionLimits = {
  /** How many connections of one client may stand without a whole request. */
  waitingPerClient: number;
  /** All of them may for this long: after a stall of ours a burst of true requests is found at once. */
  graceMs: number;
  /** How many connections may stand in total. */
  all: number;
};

export const usualLimits: ConnectionLimits = { waitingPerClient: 100, graceMs: 1_000, all: 1_000 };

/** A connection: its client, since when it has brought no whole request, and how many of its requests are being answered. */
type Standing = { client: string; waitsSinceMs: number; answering: number };

/**
 * Keeps room for clients with something to say: of connections without a whole request the oldest is cut, first of a
 * client that has too many, and of the client with the most when there is no room at all.
 */
export function limitConnections(
  server: Server,
  { limits, monotonicMs, onCut }: { limits: ConnectionLimits; monotonicMs: () => number; onCut: () => void },
): void {
  const standing = new Map<Socket, Standing>();
  /** By client, the oldest first. */
  const waiting = new Map<string, Set<Socket>>();

  const startsWaiting = (socket: Socket, one: Standing) => {
    one.waitsSinceMs = monotonicMs();
    waiting.set(one.client, (waiting.get(one.client) ?? new Set()).add(socket));
  };
  const stopsWaiting = (socket: Socket, { client }: Standing) => {
    const sockets = waiting.get(client);
    sockets?.delete(socket);
    if (sockets?.size === 0) waiting.delete(client);
  };
  const forget = (socket: Socket) => {
    const one = standing.get(socket);
    if (one) stopsWaiting(socket, one);
    standing.delete(socket);
  };
  const cut = (socket: Socket) => {
    forget(socket);
    socket.destroy();
    onCut();
  };
  const oldestOf = (client: string) => waiting.get(client)?.values().next().value;

  server.on('connection', (socket: Socket) => {
    const client = clientOf(socket.remoteAddress);
    // If nobody waits, all are being answered, and there is no room for this one.
    if (standing.size >= limits.all) cut(oldestOf(clientWithMost(waiting)) ?? socket);
    if (socket.destroyed) return;
    const one = { client, waitsSinceMs: 0, answering: 0 };
    standing.set(socket, one);
    startsWaiting(socket, one);
    socket.once('close', () => forget(socket));

    const oldest = oldestOf(client);
    const isOverdue = oldest && monotonicMs() - standing.get(oldest)!.waitsSinceMs >= limits.graceMs;
    if (isOverdue && waiting.get(client)!.size > limits.waitingPerClient) cut(oldest);
  });

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    const one = standing.get(socket);
    if (!one) return;
    one.answering += 1;
    if (hasBody(request)) {
      request.once('end', () => stopsWaiting(socket, one));
      request.once(awaited, () => stopsWaiting(socket, one));
    } else stopsWaiting(socket, one);
    response.once('close', () => {
      one.answering -= 1;
      if (one.answering === 0 && standing.has(socket)) startsWaiting(socket, one);
    });
  });
}

function clientWithMost(waiting: ReadonlyMap<string, ReadonlySet<Socket>>): string {
  let most = '';
  for (const [client, sockets] of waiting) if (sockets.size > (waiting.get(most)?.size ?? 0)) most = client;
  return most;
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
