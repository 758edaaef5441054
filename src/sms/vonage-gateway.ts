import { setTimeout as sleep } from 'node:timers/promises';
import type { SmsGateway } from '../ports/world.ts';
import { createPrices } from './prices.ts';
import type { VonageClient, VonageClientOptions } from './vonage-client.ts';

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
export function createVonageGateway(options: VonageClientOptions, importClient = importOwn): VonageGateway {
  const { now = () => new Date(), log } = options;
  let client: VonageClient | undefined;
  let loading: Promise<VonageClient> | undefined;
  let isClosed = false;

  const load = async (): Promise<VonageClient> => {
    const { createVonageClient } = await importClient();
    client = createVonageClient(options);
    // Closed before anything was sent: whoever comes later is told so by it.
    if (isClosed) await client.close();
    return client;
  };
  const loaded = (): Promise<VonageClient> => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      log?.error({ err: error }, 'The SMS client cannot be loaded; the next message tries again');
      throw error;
    });
    return loading;
  };
  const loadedOrNot = (): Promise<VonageClient | undefined> => loaded().catch(() => undefined);

  return {
    prepare: async () => void (await loadedOrNot()),
    // Once it is loaded nothing is awaited: the caller's check just before still holds when the request leaves.
    send: async (message) =>
      (client ?? (await loadedOrNot()))?.send(message) ?? { kind: 'not_sent', cause: 'client_not_loaded' },
    segmentPrice: createPrices({
      ask: async (country) => (await loaded()).askPrice(country),
      now,
      sleep: (ms) => sleep(ms, undefined, { ref: false }),
      log,
    }),
    balance: async () => (await loadedOrNot())?.balance(),
    close: async () => {
      isClosed = true;
      await (await loading?.catch(() => undefined))?.close();
    },
  };
}

function importOwn(): Promise<Pick<typeof import('./vonage-client.ts'), 'createVonageClient'>> {
  return import('./vonage-client.ts');
}
