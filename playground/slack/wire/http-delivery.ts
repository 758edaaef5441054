import { createHmac } from 'node:crypto';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { limits } from '../lint/limits.ts';
import { recordTraffic, type SlackState } from '../state.ts';
import type { Delivered, Delivery, Envelope } from './delivery.ts';
import { readBytes } from './request-body.ts';

export interface HttpDelivery extends Delivery {
  setRequestUrl(url: string): void;
  /** Sends url_verification, as Slack does when a request URL is saved; true when the app answered with the challenge. */
  verify(): Promise<boolean>;
}

type Outgoing = {
  readonly method: string;
  readonly body: string;
  readonly contentType: string;
  readonly headers?: Record<string, string>;
  readonly logged: unknown;
};

/** Signed requests to the app's request URL, one connection each. */
export function createHttpDelivery(
  state: SlackState,
  options: { requestUrl?: string; signingSecret: string },
): HttpDelivery {
  let { requestUrl } = options;
  const open = new Set<ClientRequest>();
  const post = async (outgoing: Outgoing): Promise<Delivered> => {
    if (!requestUrl) return { kind: 'failed', reason: 'no request URL is set' };
    const { status, result } = await exchange(state, open, requestUrl, options.signingSecret, outgoing);
    const answer = result.kind === 'acked' ? result.body : result.reason;
    recordTraffic(state, { direction: 'to app', method: outgoing.method, body: outgoing.logged, status, answer });
    return result;
  };

  return {
    send: (envelope) => post(encode(envelope)),
    setRequestUrl: (url) => {
      requestUrl = url;
    },
    verify: async () => {
      const challenge = crypto.randomUUID();
      const payload = { token: 'verification', type: 'url_verification', challenge };
      const body = JSON.stringify(payload);
      const result = await post({ method: payload.type, body, contentType: 'application/json', logged: payload });
      if (result.kind !== 'acked') return false;
      return result.body === challenge || Object(result.body).challenge === challenge;
    },
    close: () => {
      for (const request of open) request.destroy(new Error('Slack was closed'));
    },
  };
}

type Exchanged = {
  readonly status: number;
  readonly result: Delivered;
};

/** One request and what came of it within 3 seconds. */
function exchange(
  state: SlackState,
  open: Set<ClientRequest>,
  url: string,
  secret: string,
  outgoing: Outgoing,
): Promise<Exchanged> {
  return new Promise((resolve) => {
    const request = httpRequest(url, { method: 'POST', agent: false, headers: headersFor(state, secret, outgoing) });
    const settle = (status: number, result: Delivered) => {
      cancel();
      open.delete(request);
      resolve({ status, result });
    };
    const fail = (error: Error) => settle(0, { kind: 'failed', reason: error.message });
    const cancel = state.clock.after(limits.ackMs, () => request.destroy(new Error('no answer within 3 seconds')));
    open.add(request);
    request.once('error', fail);
    request.once('response', (response) => {
      readAck(response).then((result) => settle(response.statusCode ?? 0, result), fail);
    });
    request.end(outgoing.body);
  });
}

function encode({ type, payload, retry }: Envelope): Outgoing {
  if (type === 'events_api') {
    const headers: Record<string, string> = retry
      ? { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': retry.reason }
      : {};
    return { method: type, body: JSON.stringify(payload), contentType: 'application/json', headers, logged: payload };
  }
  const fields = type === 'interactive' ? { payload: JSON.stringify(payload) } : asText(payload);
  // Without a charset, as Slack sends it: Bolt compares the header strictly.
  const contentType = 'application/x-www-form-urlencoded';
  return { method: type, body: new URLSearchParams(fields).toString(), contentType, logged: payload };
}

function asText(payload: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(payload).map(([field, value]) => [field, String(value)]));
}

function headersFor(
  state: SlackState,
  secret: string,
  { body, contentType, headers }: Outgoing,
): Record<string, string> {
  const timestamp = String(Math.floor(state.clock.now() / 1000));
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    'content-type': contentType,
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    accept: 'application/json,*/*',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${signature}`,
    ...headers,
  };
}

async function readAck(response: IncomingMessage): Promise<Delivered> {
  const text = (await readBytes(response)).toString();
  const { statusCode = 0 } = response;
  if (statusCode < 200 || statusCode >= 300)
    return {
      kind: 'failed',
      reason: `http_error ${statusCode}`,
      noRetry: response.headers['x-slack-no-retry'] === '1',
    };
  if (text === '') return { kind: 'acked', body: undefined };
  if (!(response.headers['content-type'] ?? '').includes('json')) return { kind: 'acked', body: text };
  try {
    return { kind: 'acked', body: JSON.parse(text) };
  } catch {
    return { kind: 'failed', reason: 'the answer is not JSON' };
  }
}
