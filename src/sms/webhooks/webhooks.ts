import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import type { SenderId } from '../../domain/ids.ts';
import type { DeliveryReceipt } from '../../domain/recipient/delivery-receipt.ts';
import type { InboundText } from '../../domain/reply/inbound-text.ts';
import type { Log } from '../../ports/world.ts';
import { type Understood, understandWebhook } from './understand-webhook.ts';
import { readBody } from './webhook-body.ts';
import { createSignatureCheck } from './webhook-signature.ts';

export type VonageWebhookOptions = {
  /** The account's signature secrets: two while one replaces the other. */
  secrets: readonly string[];
  apiKey: string;
  applicationId?: string | undefined;
  /** Our senders; a text that names none is for the first. */
  senders: readonly SenderId[];
  /** ISO 3166: the country of numbers without a country code. */
  country: string;
  /** Resolves when the receipt is durable. The second argument is the document as it came. */
  onStatus(receipt: DeliveryReceipt, raw: unknown): Promise<unknown>;
  /** Resolves when the message is durable. */
  onInbound(message: InboundText): Promise<unknown>;
  /** A possible text was refused for this reason: somebody has to fix it within a day. Must not reject. */
  onOddInbound?(sentence: string): Promise<unknown>;
  /** A webhook was rightly signed this many milliseconds after our own time: this machine's clock is behind. */
  onClockSkew?(ms: number): void;
  now(): Date;
  log: Log;
};

export type WebhookRequest = {
  kind: 'status' | 'inbound';
  method: string;
  headers: IncomingHttpHeaders;
  rawHeaders?: readonly string[];
  /** Or only the hash of one too large to be kept: it may be a text all the same. */
  body: Buffer | { sha256: string | undefined };
};

type WebhookAnswer = { status: 200 | 401 | 405 | 503; body?: string };

/**
 * How webhooks ended since the process started. `odd`: signed, but understood only in part. `unreadable`: signed,
 * perhaps a text, and not understood at all. `misdated`: rightly signed, but at another time.
 */
type WebhookCounts = Record<
  'taken' | 'odd' | 'unreadable' | 'unsigned' | 'forged' | 'misdated' | 'not_stored' | 'not_configured',
  number
>;

export type VonageWebhooks = {
  /** Is the head of a request signed for us, whatever its body is? */
  isSigned(head: Pick<WebhookRequest, 'headers' | 'rawHeaders'>): boolean;
  handle(request: WebhookRequest): Promise<WebhookAnswer>;
  counts(): Readonly<WebhookCounts>;
};

/**
 * Answers Vonage's webhooks. 200: durable, or signed and surely no text. 503 asks for another delivery; after a 4xx the
 * provider never tries again, so it is only for what Vonage did not sign.
 */
export function createVonageWebhooks(options: VonageWebhookOptions): VonageWebhooks {
  const { now, log } = options;
  const check = createSignatureCheck(options);
  const configured = options.secrets.some((secret) => secret !== '');
  const counts = { ...noneYet };
  const warn = seldom(log, now);

  return {
    counts: () => ({ ...counts }),
    isSigned: (head) => ['valid', 'misdated'].includes(check({ ...head, body: { sha256: undefined } }, now()).kind),
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
      if (signature.kind === 'misdated') {
        counts.misdated += 1;
        warn(misdatedSentence(signature.ageMs));
        if (signature.ageMs < 0) options.onClockSkew?.(-signature.ageMs);
        return { status: 503 };
      }
      return take(request, options, { counts, warn });
    },
  };
}

const noneYet: WebhookCounts = {
  taken: 0,
  odd: 0,
  unreadable: 0,
  unsigned: 0,
  forged: 0,
  misdated: 0,
  not_stored: 0,
  not_configured: 0,
};

/** To the minute, which keeps the sentences of a flood equal. */
function misdatedSentence(ageMs: number): string {
  const minutes = `${Math.round(Math.abs(ageMs) / 60_000)} minutes`;
  return ageMs < 0
    ? `A webhook was signed ${minutes} after this machine's own time: it is asked for again. Set the clock of this machine right.`
    : `A webhook was signed ${minutes} ago, which is longer than Vonage repeats one: it is asked for again. If this goes on, set the clock of this machine right.`;
}

async function take(
  { kind, body, headers }: WebhookRequest,
  options: VonageWebhookOptions,
  { counts, warn }: { counts: WebhookCounts; warn: (sentence: string) => void },
): Promise<WebhookAnswer> {
  const { log, now } = options;
  const refuse = (odd: string): WebhookAnswer => {
    counts.unreadable += 1;
    warn(`A signed webhook that may be a text is asked for again: ${odd}.`);
    options.onOddInbound?.(odd);
    return { status: 503 };
  };
  if (!Buffer.isBuffer(body)) return refuse('a webhook that is larger than any text');
  const document = readBody(body, headers);
  const understood = understandWebhook({ kind, document, body }, options, now());
  if (understood.kind === 'unreadable') return refuse(understood.odd);
  if (understood.odd !== undefined) {
    counts.odd += 1;
    log.warn({ kind, odd: understood.odd, id: idOf(document) }, 'A signed webhook is odd');
  }
  if (understood.kind === 'useless') return { status: 200 };
  try {
    await deliver(understood, document, options);
    counts.taken += 1;
    return { status: 200 };
  } catch (error) {
    counts.not_stored += 1;
    log.error({ kind, error: error instanceof Error ? error.name : 'unknown' }, 'A webhook could not be stored');
    return { status: 503 };
  }
}

function deliver(
  understood: Extract<Understood, { kind: 'receipt' | 'message' }>,
  document: unknown,
  { onStatus, onInbound }: VonageWebhookOptions,
): Promise<unknown> {
  return understood.kind === 'receipt' ? onStatus(understood.receipt, document) : onInbound(understood.message);
}

const Identified = z.object({ message_uuid: z.string().regex(/^[\w.-]{1,100}$/) });

/** The id to look it up by at the provider. */
function idOf(raw: unknown): string | undefined {
  return Identified.safeParse(raw).data?.message_uuid;
}

const silenceMs = 60_000;

/** Anybody can cause these, so each sentence is said at most once a minute, with how often it was due. */
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
