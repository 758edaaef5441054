import { Vonage } from '@vonage/server-sdk';
import { z } from 'zod';
import type { SendOutcome } from '../domain/recipient/send-outcome.ts';
import type { Log, OutgoingText } from '../ports/world.ts';
import { classify } from './classify.ts';
import { type Credentials, createCredentials } from './credentials.ts';
import { createHosts, type Hosts, type SdkRequest } from './hosts.ts';

export type VonageClientOptions = {
  apiKey: string;
  apiSecret: string;
  /** With an application, messages are sent with its token instead of key and secret. The key is a PEM. */
  application?: { id: string; privateKey: string } | undefined;
  /** Another base than Vonage's own, for all its APIs. */
  apiHost?: string | undefined;
  /** For a whole call; 10 s. */
  timeoutMs?: number | undefined;
  /** Until the first byte leaves; 3 s. */
  connectTimeoutMs?: number | undefined;
  /** Most sockets for sending; 100. */
  connections?: number | undefined;
  now?: (() => Date) | undefined;
  log?: Log | undefined;
};

export type VonageClient = {
  send(message: OutgoingText): Promise<SendOutcome>;
  /** What the pricing API answers about a country, as it is. */
  askPrice(country: string): Promise<unknown>;
  balance(): Promise<number | undefined>;
  close(): Promise<void>;
};

/**
 * Vonage's Messages API through its SDK. Our own exchange replaces its `sendRequest`, because as shipped it has no
 * timeout, opens any number of sockets, follows redirects with the credentials, and puts these into its errors.
 */
export function createVonageClient(options: VonageClientOptions): VonageClient {
  const { now = () => new Date(), log } = options;
  const hosts = createHosts({ ...options, now });
  const vonage = createSdk(options, createCredentials({ ...options, now }), hosts);

  return {
    send: (message) => send({ vonage, api: hosts.api, log }, message),
    askPrice: (country) => vonage.pricing.listCountryPricing(smsService, country),
    async balance() {
      try {
        return Balance.parse(await vonage.accounts.getBalance()).value;
      } catch (error) {
        log?.warn({ error: nameOf(error) }, 'The account balance is not known.');
        return undefined;
      }
    },
    close: hosts.close,
  };
}

type Accepted = { message_uuid: string };

/** In seconds, as the Messages API takes them. */
const ttlLimits = { least: 20, most: 604_800 };

const smsService = 'sms' as Parameters<Vonage['pricing']['listCountryPricing']>[0];
const Balance = z.object({ value: z.number() });

/** The SDK's clients with their serialisers and addresses, over our exchange. */
function createSdk({ apiSecret }: { apiSecret: string }, credentials: Credentials, hosts: Hosts): Vonage {
  const vonage = new Vonage(credentials.auth, { apiHost: hosts.api, restHost: hosts.rest });
  replaceTransport(vonage.messages, async (request) => {
    const authorization = signed(credentials);
    // Nothing is awaited up to here: the caller's check just before still holds when the request leaves.
    const answer = await hosts.post(request, authorization);
    const outcome = classify(answer, [apiSecret, authorization, credentials.account, ...textsOf(request.data)]);
    if (outcome.kind === 'halted') credentials.renew();
    if (outcome.kind !== 'accepted') throw new NotAccepted(outcome);
    return { message_uuid: outcome.messageId };
  });
  replaceTransport(vonage.pricing, (request) => hosts.get(request, credentials.account));
  replaceTransport(vonage.accounts, (request) => hosts.get(request, credentials.account));
  return vonage;
}

async function send(
  { vonage, api, log }: { vonage: Vonage; api: string; log: Log | undefined },
  { to, from, text, ref, ttlSeconds }: OutgoingText,
): Promise<SendOutcome> {
  try {
    // What its `send` would make of it: that takes each field's name apart again for each message.
    const { data } = await vonage.messages.sendPostRequest<Accepted>(`${api}/v1/messages`, {
      channel: 'sms',
      message_type: 'text',
      to: to.slice(1),
      from,
      text,
      client_ref: ref,
      ...(ttlSeconds !== undefined && { ttl: Math.min(ttlLimits.most, Math.max(ttlLimits.least, ttlSeconds)) }),
      sms: { encoding_type: 'auto' },
    });
    return { kind: 'accepted', messageId: data.message_uuid };
  } catch (error) {
    if (error instanceof NotAccepted) return error.outcome;
    log?.error({ ref, error: nameOf(error) }, 'The SMS client failed in an unknown way.');
    return { kind: 'unconfirmed', cause: 'client_fault' };
  }
}

/** All that leaves the SDK's client when a message was not accepted: no request, no header, no text. */
class NotAccepted extends Error {
  override readonly name = 'NotAccepted';
  readonly outcome: Exclude<SendOutcome, { kind: 'accepted' }>;

  constructor(outcome: Exclude<SendOutcome, { kind: 'accepted' }>) {
    super(outcome.kind);
    this.outcome = outcome;
  }
}

type SdkClient = Pick<Vonage['messages'], 'sendRequest'>;

/** The SDK's clients read only `data` of what their transport returns. */
function replaceTransport(client: SdkClient, carry: (request: SdkRequest) => Promise<unknown>): void {
  const sendRequest = async (request: SdkRequest) => ({ data: await carry(request) });
  client.sendRequest = sendRequest as SdkClient['sendRequest'];
}

function signed(credentials: Credentials): string {
  try {
    return credentials.messages();
  } catch {
    const detail = 'The private key of the Vonage application cannot sign: it must be an RSA key in PEM format.';
    throw new NotAccepted({ kind: 'halted', reason: 'provider_auth', detail });
  }
}

/** What the provider must not repeat to us: the text and the number. */
function textsOf(data: SdkRequest['data']): string[] {
  if (typeof data !== 'object') return [];
  return [data.text, data.to].filter((value) => typeof value === 'string');
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
