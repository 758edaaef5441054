import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import type { DeliveryReceipt } from '../domain/delivery-receipt.ts';
import type { Log } from '../ports.ts';
import { type InboundSms, readInbound } from './read-inbound.ts';
import { readStatus } from './read-status.ts';
import { createSignatureCheck } from './webhook-signature.ts';

export type VonageWebhookOptions = {
  /** The account's signature secrets: two of them while one replaces the other. */
  secrets: readonly string[];
  apiKey: string;
  applicationId?: string | undefined;
  /** Resolves when the receipt is durable. The second argument is the document as it came. */
  onStatus(receipt: DeliveryReceipt, raw: unknown): Promise<unknown>;
  /** Resolves when the message is durable. */
  onInbound(message: InboundSms): Promise<unknown>;
  now(): Date;
  log: Log;
};

export type WebhookRequest = {
  kind: 'status' | 'inbound';
  method: string;
  headers: IncomingHttpHeaders;
  rawHeaders?: readonly string[];
  body: Buffer;
};

export type WebhookAnswer = { status: 200 | 401 | 405 | 503; body?: string };

/** How the webhooks of this process ended, since it started. `odd`: signed, but not to be understood in whole. */
export type WebhookCounts = Record<'taken' | 'odd' | 'unsigned' | 'forged' | 'not_stored' | 'not_configured', number>;

export type VonageWebhooks = {
  handle(request: WebhookRequest): Promise<WebhookAnswer>;
  counts(): Readonly<WebhookCounts>;
};

/**
 * Answers Vonage's webhooks. 200 means: durable, or signed and useless. 503 asks for another delivery; a 4xx would be
 * the last the provider tries, so it is only for what Vonage did not sign.
 */
export function createVonageWebhooks(options: VonageWebhookOptions): VonageWebhooks {
  const { now, log } = options;
  const check = createSignatureCheck(options);
  const configured = options.secrets.some((secret) => secret !== '');
  const counts = { taken: 0, odd: 0, unsigned: 0, forged: 0, not_stored: 0, not_configured: 0 };
  const warn = seldom(log, now);

  return {
    counts: () => ({ ...counts }),
    async handle(request) {
      if (request.method !== 'POST') return { status: 405 };
      if (!configured) {
        counts.not_configured += 1;
        warn(
          'VONAGE_SIGNATURE_SECRET is not set: no webhook can be checked, and all are refused. Copy the signature secret from the Vonage dashboard (API settings).',
        );
        return { status: 503 };
      }
      const signature = check(request, now());
      if (signature.kind === 'missing') {
        counts.unsigned += 1;
        warn('A webhook came without a signature: it is asked for again.');
        return { status: 503 };
      }
      if (signature.kind === 'invalid') {
        counts.forged += 1;
        warn(`A webhook was refused: ${signature.why}.`);
        return { status: 401 };
      }
      return take(request, options, counts);
    },
  };
}

async function take(
  { kind, body }: WebhookRequest,
  options: VonageWebhookOptions,
  counts: WebhookCounts,
): Promise<WebhookAnswer> {
  const { log } = options;
  const raw = parsed(body);
  const { deliver, odd } = understand(kind, raw, body, options);
  if (odd) {
    counts.odd += 1;
    log.warn({ kind, odd, id: idOf(raw) }, 'A signed webhook is odd.');
  }
  if (!deliver) return { status: 200 };
  try {
    await deliver();
    counts.taken += 1;
    return { status: 200 };
  } catch (error) {
    counts.not_stored += 1;
    log.error({ kind, error: error instanceof Error ? error.name : 'unknown' }, 'A webhook could not be stored.');
    return { status: 503 };
  }
}

/** What is to be done with a signed body, if anything, and what is strange about it, if anything. */
function understand(
  kind: WebhookRequest['kind'],
  raw: unknown,
  body: Buffer,
  { onStatus, onInbound, now }: VonageWebhookOptions,
): { deliver?: () => Promise<unknown>; odd?: string } {
  if (raw === undefined) return { odd: 'the body is not JSON' };
  if (kind === 'status') {
    const read = readStatus(raw, now());
    return 'odd' in read ? read : { deliver: () => onStatus(read.receipt, raw) };
  }
  const read = readInbound(raw, body, now());
  if ('odd' in read) return read;
  return { deliver: () => onInbound(read.message), ...(read.note !== undefined && { odd: read.note }) };
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

const Identified = z.object({ message_uuid: z.string().regex(/^[\w.-]{1,100}$/) });

/** What to look it up by at the provider. */
function idOf(raw: unknown): string | undefined {
  return Identified.safeParse(raw).data?.message_uuid;
}

const silenceMs = 60_000;

/** Anybody can make us say these, so each sentence is said once a minute at most, with how often it was due. */
function seldom(log: Log, now: () => Date): (sentence: string) => void {
  const said = new Map<string, { atMs: number; times: number }>();
  return (sentence) => {
    const nowMs = now().getTime();
    const last = said.get(sentence) ?? { atMs: Number.NEGATIVE_INFINITY, times: 0 };
    const times = last.times + 1;
    const due = Math.abs(nowMs - last.atMs) >= silenceMs;
    said.set(sentence, due ? { atMs: nowMs, times: 0 } : { atMs: last.atMs, times });
    if (due) log.warn({ times }, sentence);
  };
}
