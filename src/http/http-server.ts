import { createHash, type Hash } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebMount, WebReply } from '../ports/web.ts';
import type { Log } from '../ports/world.ts';
import { clientOf } from './client-address.ts';
import { type ConnectionLimits, limitConnections, usualLimits } from './connection-limits.ts';
import { onceAMinute } from './once-a-minute.ts';
import { bodyOf, endIfSlow } from './request-body.ts';

export type Reply = WebReply;
type Head = { method: string; headers: IncomingMessage['headers']; rawHeaders: string[] };
export type Route = {
  /** Largest body in bytes; a larger one is answered 413 and not read to its end. */
  limit: number;
  handle(request: Head & { body: Buffer }): Promise<Reply>;
  /** For a larger body that must not be lost: it is read up to a bound and not kept. */
  large?: {
    concerns(head: Head): boolean;
    /** `sha256`: hexadecimal; undefined above that bound too. */
    handle(request: Head & { sha256: string | undefined }): Promise<Reply>;
  };
};

type HttpServer = {
  start(): Promise<{ url: string }>;
  stop(): Promise<void>;
  /** Connections cut to make room since the start. */
  cuts(): number;
};

/** Where it listens, and which setting says so. */
type Address = { host: string; port: number; portSetting?: string };

/** How long a request may take to arrive: its head, and all of it; below a mount all of it, and between two pieces of its body. */
export type Patience = { headersMs: number; requestMs: number; mountedMs?: number; idleMs?: number };

/**
 * The one HTTP server: each path has a route, which gets the whole bounded body, a listener that reads the request
 * itself, or a mount, which gets the body piece by piece. Slow and endless requests are cut off by time, half-open ones by number.
 */
export function createHttpServer(
  options: Address & {
    routes: ReadonlyMap<string, Route>;
    listeners: ReadonlyMap<string, RequestListener>;
    /** By the beginnings of paths, with the last slash. */
    mounts?: ReadonlyMap<string, WebMount>;
    log: Log;
    limits?: ConnectionLimits;
    patience?: Patience;
  },
): HttpServer {
  const { routes, listeners, log, limits = usualLimits, patience = { headersMs: 10_000, requestMs: 15_000 } } = options;
  const { headersMs, requestMs, mountedMs = 600_000, idleMs = requestMs } = patience;
  const mounts = [...(options.mounts ?? [])];
  const server = createServer({
    headersTimeout: headersMs,
    requestTimeout: mounts.length > 0 ? Math.max(requestMs, mountedMs) : requestMs,
    // Node looks for late requests every 30 seconds unless told.
    connectionsCheckingInterval: Math.min(1_000, headersMs),
    maxHeaderSize: 16_384,
  });
  let cuts = 0;
  const sayNowAndThen = onceAMinute();
  // Before anybody answers: it has to know of a request whose body is awaited at once.
  limitConnections(server, {
    limits,
    monotonicMs: () => performance.now(),
    onCut: () => {
      cuts += 1;
      sayNowAndThen(() => log.warn({ cuts }, 'Connections that brought no whole request were cut to make room'));
    },
  });
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const mount = mounts.find(([beginning]) => path.startsWith(beginning))?.[1];
    if (mounts.length > 0 && !mount) endIfSlow(request, response, requestMs);
    const listener = listeners.get(path);
    if (listener) return void listener(request, response);

    const route = routes.get(path);
    const reply = mount ? mount(mounted(request, path, idleMs)) : answer(route, request);
    reply
      .catch((error): Reply => {
        log.error({ path, err: error }, 'A request went wrong');
        return { status: 503, body: 'Try again.' };
      })
      .then((reply) => write(response, reply));
  });

  return {
    start: () => listen(server, options),
    stop: () => close(server),
    cuts: () => cuts,
  };
}

function mounted(request: IncomingMessage, path: string, idleMs: number): Parameters<WebMount>[0] {
  const { method = 'GET', headers, url = '' } = request;
  const query = new URLSearchParams(url.slice(path.length + 1));
  const client = clientOf(request.socket.remoteAddress);
  return { method, path, query, headers, client, body: bodyOf(request, idleMs) };
}

async function answer(route: Route | undefined, request: IncomingMessage): Promise<Reply> {
  if (!route) return { status: 404, body: 'Nothing is here.' };
  const { method = 'GET', headers, rawHeaders } = request;
  const head = { method, headers, rawHeaders };
  const body = await readBody(request, route.limit, () => route.large?.concerns(head) ?? false);
  if (body === 'too large') return { status: 413, body: 'The body is too large.' };
  if (body === 'cut off') return { status: 400, body: 'The body ended early.' };
  if (Buffer.isBuffer(body)) return route.handle({ ...head, body });
  return route.large!.handle({ ...head, ...body });
}

/** Of a body that is too large, at most this many bytes are hashed. */
const mostHashed = 1_048_576;

/** The whole of it, the hash of a large one, or why neither. */
type ReadBody = Buffer | { sha256: string | undefined } | 'too large' | 'cut off';

// By events: of small requests in thousands a second an iterator's own promises would cost more than the rest.
async function readBody(request: IncomingMessage, limit: number, goesOn: () => boolean): Promise<ReadBody> {
  const announced = Number(request.headers['content-length']);
  if (announced > limit && !goesOn()) return 'too large';
  if (announced > mostHashed) return { sha256: undefined };
  const { promise, resolve } = Promise.withResolvers<ReadBody>();
  const chunks: Buffer[] = [];
  let sum: Hash | undefined;
  let size = 0;
  const take = (chunk: Buffer) => {
    const wasLarge = size > limit;
    size += chunk.length;
    if (size > limit && !wasLarge && !goesOn()) return leave('too large');
    if (size > mostHashed) return leave({ sha256: undefined });
    chunks.push(chunk);
    if (size <= limit) return;
    sum ??= createHash('sha256');
    for (const one of chunks.splice(0)) sum.update(one);
  };
  // Destroying the request would cut the connection before the answer.
  const leave = (body: ReadBody) => {
    request.off('data', take).pause();
    resolve(body);
  };
  const cutOff = () => resolve('cut off');
  request.on('data', take).once('error', cutOff).once('close', cutOff);
  request.once('end', () =>
    resolve(sum ? { sha256: sum.digest('hex') } : chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)),
  );
  return promise;
}

function write(
  response: ServerResponse,
  { status, body = '', type = 'text/plain; charset=utf-8', headers = {} }: Reply,
): void {
  if (response.destroyed || response.headersSent) return;
  // The unread rest of a body would be read to its end, however long.
  if (!response.req.complete) response.shouldKeepAlive = false;
  response.writeHead(status, {
    ...headers,
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  });
  response.end(body);
}

function listen(server: Server, { host, port, portSetting: name = 'PORT' }: Address): Promise<{ url: string }> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const inUse = `${name}: another program listens on port ${port} of ${host}. Set another ${name} or end that program.`;
      reject(error.code === 'EADDRINUSE' ? new Error(inUse) : error);
    });
    server.listen(port, host, () => {
      const address = server.address() as AddressInfo;
      resolve({
        url: `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`,
      });
    });
  });
}

/** Lets requests that are being answered finish, for a second at most. */
async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  const impatience = setTimeout(() => server.closeAllConnections(), 1_000);
  await closed;
  clearTimeout(impatience);
}
