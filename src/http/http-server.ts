import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../ports.ts';
import { type ConnectionLimits, limitConnections, usualLimits } from './connection-limits.ts';
import { onceAMinute } from './once-a-minute.ts';

export type Reply = { status: number; body?: string; type?: string; headers?: Readonly<Record<string, string>> };
export type Route = {
  /** Largest body in bytes; more is answered 413 without being read to its end. */
  limit: number;
  handle(request: {
    method: string;
    headers: IncomingMessage['headers'];
    rawHeaders: string[];
    body: Buffer;
  }): Promise<Reply>;
};

export type HttpServer = {
  start(): Promise<{ url: string }>;
  stop(): Promise<void>;
  /** How many connections were cut to make room, since the start. */
  cuts(): number;
};

/** Where it listens, and which setting says so. */
type Place = { host: string; port: number; portSetting?: string };

/** For how long a request may take to arrive: its head, and all of it. */
export type Patience = { headersMs: number; requestMs: number };

/**
 * The one HTTP server: each path has either a route, which gets the whole bounded body, or a listener of its own that
 * reads the request itself. Slow and endless requests are cut off by time, and many that are half open by number.
 */
export function createHttpServer(
  options: Place & {
    routes: ReadonlyMap<string, Route>;
    listeners: ReadonlyMap<string, RequestListener>;
    log: Log;
    limits?: ConnectionLimits;
    patience?: Patience;
  },
): HttpServer {
  const { routes, listeners, log, limits = usualLimits, patience = { headersMs: 10_000, requestMs: 15_000 } } = options;
  const server = createServer(
    {
      headersTimeout: patience.headersMs,
      requestTimeout: patience.requestMs,
      // Node looks for late requests every 30 seconds unless told.
      connectionsCheckingInterval: Math.min(1_000, patience.headersMs),
      maxHeaderSize: 16_384,
    },
    (request, response) => {
      const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
      const listener = listeners.get(path);
      if (listener) return void listener(request, response);

      const route = routes.get(path);
      answer(route, request)
        .catch((error): Reply => {
          log.error({ path, err: error }, 'a request went wrong');
          return { status: 503, body: 'Try again.' };
        })
        .then((reply) => write(response, reply));
    },
  );
  let cuts = 0;
  const sayNowAndThen = onceAMinute();
  limitConnections(server, {
    limits,
    monotonicMs: () => performance.now(),
    onCut: () => {
      cuts += 1;
      sayNowAndThen(() => log.warn({ cuts }, 'connections that brought no whole request were cut to make room'));
    },
  });

  return {
    start: () => listen(server, options),
    stop: () => close(server),
    cuts: () => cuts,
  };
}

async function answer(route: Route | undefined, request: IncomingMessage): Promise<Reply> {
  if (!route) return { status: 404, body: 'Nothing is here.' };
  const body = await readBody(request, route.limit);
  if (body === 'too large') return { status: 413, body: 'The body is too large.' };
  if (body === 'cut off') return { status: 400, body: 'The body ended early.' };
  const { method = 'GET', headers, rawHeaders } = request;
  return route.handle({ method, headers, rawHeaders, body });
}

async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | 'too large' | 'cut off'> {
  if (Number(request.headers['content-length']) > limit) return 'too large';
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // Destroying the request would cut the connection before it is answered.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      size += (chunk as Buffer).length;
      if (size > limit) return 'too large';
      chunks.push(chunk as Buffer);
    }
  } catch {
    return 'cut off';
  }
  return Buffer.concat(chunks);
}

function write(
  response: ServerResponse,
  { status, body = '', type = 'text/plain; charset=utf-8', headers = {} }: Reply,
): void {
  if (response.destroyed) return;
  // The rest of a body that was not read would be taken for the next request.
  if (status === 413) response.shouldKeepAlive = false;
  response.writeHead(status, {
    ...headers,
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  });
  response.end(body);
}

function listen(server: Server, { host, port, portSetting: name = 'PORT' }: Place): Promise<{ url: string }> {
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
