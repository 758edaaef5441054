import { setTimeout as sleep } from 'node:timers/promises';
import type { Log, SmsGateway } from '../ports/world.ts';
import { createPrices } from './prices.ts';
import type { VonageClient } from './vonage-client.ts';

export type VonageGatewayOptions = {
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

export type VonageGateway = SmsGateway & {
  /** Lets the calls under way end; later ones are not sent. */
  close(): Promise<void>;
  /** The account's balance in euros, if it can be asked. */
  balance(): Promise<number | undefined>;
};

/**
 * The gateway whose client, with the SDK and all that it brings along, is loaded when it is first needed: a program with
 * nothing to send starts sooner, and does without it.
 */
export function createVonageGateway(options: VonageGatewayOptions): VonageGateway {
  const { now = () => new Date(), log } = options;
  let client: VonageClient | undefined;
  let loading: Promise<VonageClient> | undefined;

  const load = async (): Promise<VonageClient> => {
    const { createVonageClient } = await import('./vonage-client.ts');
    client = createVonageClient(options);
    return client;
  };
  const loaded = (): Promise<VonageClient> => {
    loading ??= load();
    return loading;
  };

  return {
    prepare: async () => void (await loaded()),
    // Once it is loaded nothing is awaited: the caller's check just before still holds when the request leaves.
    send: async (message) => (client ?? (await loaded())).send(message),
    segmentPrice: createPrices({
      ask: async (country) => (await loaded()).askPrice(country),
      now,
      sleep: (ms) => sleep(ms, undefined, { ref: false }),
      log,
    }),
    balance: async () => (await loaded()).balance(),
    close: async () => (await loading)?.close(),
  };
}
