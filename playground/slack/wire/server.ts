import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { receiveUpload } from '../api/files.ts';
import type { RateLimits } from '../api/rate-limits.ts';
import { type ApiAnswer, callMethod } from '../api/web-api.ts';
import { download } from '../files.ts';
import { respond } from '../response-urls.ts';
import { recordTraffic, type SlackState } from '../state.ts';
import type { Trouble, Troubles } from '../troubles.ts';
import { readArguments, readBytes, readUpload } from './request-body.ts';

/** Answers a request that is none of Slack's own, such as a page; false when it is unknown there too. */
export type OtherRequests = (request: IncomingMessage, response: ServerResponse) => boolean;

type Parts = {
  readonly state: SlackState;
  readonly rates: RateLimits;
  readonly troubles: Troubles;
  readonly other?: OtherRequests;
};

type Answer = {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer | string;
  /** For the traffic log. */
  readonly logged: unknown;
};

type Call = {
  readonly method: string;
  readonly body: unknown;
  perform(): Answer;
};

/** The HTTP side of the local Slack: the Web API, response URLs, uploads and private files. */
export function createSlackServer(parts: Parts): Server {
  return createServer((request, response) => {
    handle(parts, request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(`The local Slack failed: ${error instanceof Error ? error.stack : String(error)}`);
    });
  });
}

async function handle(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const call = await readCall(parts, request);
  if (!call) {
    if (parts.other?.(request, response)) return;
    return void response.writeHead(404).end();
  }
  const trouble = parts.troubles.take(call.method, call.body);
  const answer = trouble ? await troubled(parts.state, trouble, call) : call.perform();
  const { status = 0, logged = `connection cut (${trouble?.kind})` } = answer ?? {};
  recordTraffic(parts.state, { direction: 'to slack', method: call.method, body: call.body, status, answer: logged });
  if (!answer) return void request.socket.destroy();
  response.writeHead(answer.status, answer.headers).end(answer.body);
}

/** Plays a fault; undefined where the connection is cut instead of an answer. */
async function troubled(state: SlackState, trouble: Trouble, call: Call): Promise<Answer | undefined> {
  if (trouble.kind === 'reset') return undefined;
  if (trouble.kind === '500') return plain(500, 'Internal Server Error');
  if (trouble.kind === 'refuse')
    return asJson({ status: 200, headers: {}, body: { ok: false, error: trouble.error ?? 'internal_error' } });
  if (trouble.kind === '429') {
    const retryAfter = String(trouble.retryAfterS ?? 1);
    return asJson({ status: 429, headers: { 'retry-after': retryAfter }, body: { ok: false, error: 'ratelimited' } });
  }
  if (trouble.kind === 'slow')
    await new Promise<void>((resolve) => void state.clock.after(trouble.delayMs ?? 1000, resolve));
  const answer = call.perform();
  return trouble.kind === 'lost-answer' ? undefined : answer;
}

async function readCall(parts: Parts, request: IncomingMessage): Promise<Call | undefined> {
  const { state } = parts;
  const { pathname } = new URL(request.url ?? '/', 'http://local');
  const [, area, name = ''] = pathname.split('/');
  const token = request.headers.authorization?.replace(/^Bearer /i, '');
  if (area === 'api') return apiCall(parts, request, name, token);
  if (area === 'files-pri') {
    const perform = () => {
      const { type, body } = download(state, pathname, token);
      return { status: 200, headers: { 'content-type': type }, body, logged: `${type}, ${body.length} bytes` };
    };
    return { method: 'files-pri', body: { path: pathname }, perform };
  }
  if (area === 'upload') {
    const content = await readUpload(request, await readBytes(request));
    const id = pathname.split('/').at(-1) ?? '';
    const perform = () =>
      receiveUpload(state, id, content) ? plain(200, `OK - ${content.length}`) : plain(400, 'Bad upload');
    return { method: 'files-upload', body: { id, bytes: content.length }, perform };
  }
  if (area === 'actions') return responseUrlCall(state, request, pathname);
  return undefined;
}

async function apiCall(
  parts: Parts,
  request: IncomingMessage,
  method: string,
  bearer: string | undefined,
): Promise<Call> {
  const given = await readArguments(request, await readBytes(request));
  const { token, ...args } = given ?? {};
  // In a JSON body Slack does not look for the token.
  const inForm = !(request.headers['content-type'] ?? '').startsWith('application/json');
  const call = { method, args, token: bearer ?? (inForm && typeof token === 'string' ? token : undefined) };
  const perform = () => {
    if (!given) return asJson({ status: 200, headers: {}, body: { ok: false, error: 'invalid_json' } });
    return asJson(callMethod(parts.state, parts.rates, call));
  };
  return { method, body: args, perform };
}

async function responseUrlCall(state: SlackState, request: IncomingMessage, pathname: string): Promise<Call> {
  const bytes = await readBytes(request);
  const body = await readArguments(request, bytes);
  const perform = () => {
    const { status, body: text } = respond(state, pathname.split('/').at(-1) ?? '', body);
    const type = text.startsWith('{') ? 'application/json' : 'text/html';
    return { status, headers: { 'content-type': type }, body: text, logged: text };
  };
  return { method: 'response_url', body, perform };
}

function asJson({ status, headers, body }: ApiAnswer): Answer {
  const all = { 'content-type': 'application/json; charset=utf-8', ...headers };
  return { status, headers: all, body: JSON.stringify(body), logged: body };
}

function plain(status: number, text: string): Answer {
  return { status, headers: { 'content-type': 'text/plain' }, body: text, logged: text };
}
