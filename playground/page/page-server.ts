import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { Playground } from '../playground.ts';
import { sampleLists } from '../sample-lists.ts';
import { Act, type ActAnswer, perform } from './act.ts';
import { asset } from './assets.ts';
import { isFromPage } from './local-only.ts';
import { takeSnapshot } from './snapshot.ts';

export type PageServer = {
  readonly url: string;
  /** Shows another world from now on. */
  show(world: Playground): void;
  close(): Promise<void>;
};

export type PageServerOptions = {
  readonly world: Playground;
  readonly port?: number;
  /** Replaces the shown world by a fresh one. */
  readonly onReset: () => Promise<void>;
};

/** Changes are told at most this often. */
const tellEveryMs = 150;
/** The ten files of a form, or one shared file as large as a list may be, in base64. */
const largestBodyBytes = 140_000_000;

/** Serves the page on 127.0.0.1: its files, what a person sees, what they do, and word of each change. */
export async function startPageServer(options: PageServerOptions): Promise<PageServer> {
  const stage = createStage(options.world);
  const desk = { stage, onReset: options.onReset, port: 0 };
  const server = createServer((request, response) => {
    answer(desk, request, response).catch((error: unknown) => {
      if (!response.headersSent) sendJson(response, 400, { ok: false, error: sentenceOf(error) });
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  desk.port = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${desk.port}/`,
    show: stage.show,
    close: () => closeServer(server, stage),
  };
}

type Desk = {
  readonly stage: Stage;
  readonly onReset: () => Promise<void>;
  port: number;
};

async function answer(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = 'GET', headers } = request;
  if (!isFromPage(method, headers, desk.port)) return void response.writeHead(403).end();
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://local');
  const { stage } = desk;

  if (method === 'POST' && pathname === '/act') {
    const act = Act.parse(JSON.parse(await readBody(request)));
    // What the world refuses, such as a modal that has just been closed, is an answer for the person.
    const answered = perform(stage.world, act).catch((error: unknown) => ({ ok: false, error: sentenceOf(error) }));
    return sendJson(response, 200, await answered);
  }
  if (method === 'POST' && pathname === '/reset') {
    await desk.onReset();
    return sendJson(response, 200, { ok: true });
  }
  if (method !== 'GET') return void response.writeHead(405).end();
  if (pathname === '/changes') return stage.listen(response);
  if (pathname === '/snapshot') return sendJson(response, 200, snapshot(stage, searchParams));
  const file = download(stage.world, pathname) ?? asset(pathname);
  if (!file) return void response.writeHead(404).end();
  response.writeHead(200, { ...safeHeaders, ...file.headers }).end(file.body);
}

const safeHeaders = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'",
};

const LookParams = z.object({
  as: z.string().default('ada'),
  channel: z.string().default('C0SMS'),
  thread: z.string().optional(),
  inspector: z.string().optional(),
  phones: z.string().optional(),
});

function snapshot({ world, id, version }: Stage, search: URLSearchParams) {
  const { as, channel, thread = null, inspector, phones = '' } = LookParams.parse(Object.fromEntries(search));
  return takeSnapshot(world, { id, version }, { as, channel, thread, inspector: inspector === 'yes', phones });
}

/** Files of the workspace and the sample lists, to be saved. */
function download(
  { slack }: Playground,
  pathname: string,
): { headers: Record<string, string>; body: Buffer | string } | undefined {
  const [, area, name = ''] = /^\/(files|samples)\/([\w.-]+)$/.exec(pathname) ?? [];
  const stored = area === 'files' ? slack.state.files.get(name) : undefined;
  const sample = area === 'samples' ? sampleLists().find((one) => one.name === name) : undefined;
  const body = stored?.content ?? sample?.content;
  if (body === undefined) return undefined;
  const fileName = encodeURIComponent(stored?.name ?? name);
  const disposition = `attachment; filename*=UTF-8''${fileName}`;
  return { headers: { 'content-type': 'application/octet-stream', 'content-disposition': disposition }, body };
}

type Stage = {
  readonly world: Playground;
  readonly id: number;
  readonly version: number;
  show(world: Playground): void;
  /** Server-sent events: one for each change. */
  listen(response: ServerResponse): void;
  close(): void;
};

/** The world that is shown, and the windows that look at it. */
function createStage(first: Playground): Stage {
  const audience = new Set<ServerResponse>();
  let [world, id, version] = [first, 1, 0];
  let timer: NodeJS.Timeout | undefined;
  const tell = () => {
    version += 1;
    timer ??= setTimeout(() => {
      timer = undefined;
      for (const response of audience) response.write(`data: ${version}\n\n`);
    }, tellEveryMs);
  };
  let stopListening = world.onChange(tell);

  return {
    get world() {
      return world;
    },
    get id() {
      return id;
    },
    get version() {
      return version;
    },
    show(next) {
      stopListening();
      [world, id] = [next, id + 1];
      stopListening = world.onChange(tell);
      tell();
    },
    listen(response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(`data: ${version}\n\n`);
      audience.add(response);
      response.once('close', () => audience.delete(response));
    },
    close() {
      stopListening();
      clearTimeout(timer);
    },
  };
}

async function closeServer(server: Server, stage: Stage): Promise<void> {
  stage.close();
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > largestBodyBytes) throw new Error('That is larger than 100 MB: the playground does not take it.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function sendJson(response: ServerResponse, status: number, body: ActAnswer | object): void {
  response.writeHead(status, { ...safeHeaders, 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
