import { createHash, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { request as secureRequest } from 'node:https';
import jwt from 'jsonwebtoken';
import type { Clock } from '../clock.ts';
import { retryAfterMs } from './retry-schedule.ts';

/** One webhook and what became of it; `refused` is an answer Vonage does not try again after. */
export type Webhook = {
  kind: 'status' | 'inbound';
  url: string;
  body: Record<string, unknown>;
  state: 'trying' | 'taken' | 'refused' | 'dropped';
  attempts: { at: number; answer: number | string }[];
};

export type Signing = {
  apiKey: string;
  signatureSecret: string;
  applicationId?: string | undefined;
  /** Whether a retry carries the first attempt's token rather than a fresh one. */
  reuseSignature: boolean;
};

export type SendOptions = {
  applicationId?: string | undefined;
  /** Another secret, or null for a webhook without a signature. */
  signWith?: string | null;
};

export type Webhooks = {
  readonly log: Webhook[];
  /** Posts the body and keeps to the retry schedule; resolves when the first attempt is over. */
  send(kind: Webhook['kind'], url: string, body: Record<string, unknown>, options?: SendOptions): Promise<void>;
  close(): void;
};

/** Posts signed webhooks as Vonage does: 429, 5xx and no answer are tried again, 2xx and everything else end it. */
export function createWebhooks(clock: Clock, signing: Signing, timeoutMs: number, onAttempt: () => void): Webhooks {
  const log: Webhook[] = [];
  const agent = new Agent({ keepAlive: true, maxSockets: 50 });
  const ending = new AbortController();

  async function attempt(webhook: Webhook, options: SendOptions, elapsedMs: number, token?: Token): Promise<void> {
    const raw = JSON.stringify(webhook.body);
    const signed = token ?? signature(raw, signing, options, clock.now());
    const headers = { 'content-type': 'application/json', ...signed };
    const signal = AbortSignal.any([ending.signal, AbortSignal.timeout(timeoutMs)]);
    const answer = await post(webhook.url, raw, headers, agent, signal);
    if (ending.signal.aborted) return;

    webhook.attempts.push({ at: clock.now(), answer });
    const waitMs = isRetried(answer) ? retryAfterMs(webhook.attempts.length, elapsedMs) : undefined;
    webhook.state = nextState(answer, waitMs);
    if (waitMs !== undefined) {
      const kept = signing.reuseSignature ? signed : undefined;
      clock.after(waitMs, () => void attempt(webhook, options, elapsedMs + waitMs, kept));
    }
    onAttempt();
  }

  return {
    log,
    send(kind, url, body, options = {}) {
      const webhook: Webhook = { kind, url, body, state: 'trying', attempts: [] };
      log.push(webhook);
      return attempt(webhook, options, 0);
    },
    close() {
      ending.abort();
      agent.destroy();
    },
  };
}

type Token = {
  authorization?: string;
};

/** The Authorization header of a webhook: HS256 over claims that hold the SHA-256 of the exact body. */
export function signature(raw: string, signing: Signing, { applicationId, signWith }: SendOptions, now: number): Token {
  if (signWith === null) return {};
  const claims = {
    iat: Math.floor(now / 1_000),
    jti: randomUUID(),
    iss: 'Vonage',
    payload_hash: createHash('sha256').update(raw).digest('hex'),
    api_key: signing.apiKey,
    ...(applicationId === undefined ? {} : { application_id: applicationId }),
  };
  return { authorization: `Bearer ${jwt.sign(claims, signWith ?? signing.signatureSecret, { algorithm: 'HS256' })}` };
}

function isRetried(answer: number | string): boolean {
  return typeof answer === 'string' || answer === 429 || answer >= 500;
}

function nextState(answer: number | string, waitMs: number | undefined): Webhook['state'] {
  if (isRetried(answer)) return waitMs === undefined ? 'dropped' : 'trying';
  return Number(answer) >= 200 && Number(answer) < 300 ? 'taken' : 'refused';
}

/** The status of the answer, or the error's code when there was none. */
function post(url: string, raw: string, headers: Record<string, string>, agent: Agent, signal: AbortSignal) {
  return new Promise<number | string>((resolve) => {
    const fail = (error: Error & { code?: unknown }) => resolve(String(error.code ?? error.name));
    const secure = url.startsWith('https:');
    const sent = (secure ? secureRequest : request)(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(raw) },
        signal,
        ...(secure ? {} : { agent }),
      },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? 0));
        answer.on('error', fail);
      },
    );
    sent.on('error', fail);
    sent.end(raw);
  });
}
