import { systemClock } from '../../src/clock.ts';
import { createHttpServer } from '../../src/http/http-server.ts';
import { createReceipts } from '../../src/services/sending/receipts.ts';
import { createVonageWebhooks } from '../../src/sms/webhooks/webhooks.ts';
import { openLowdbStore, usualLingerMs } from '../../src/store/lowdb/lowdb-store.ts';
import { sender } from '../../test/support/builders.ts';
import { vouchedFor } from '../../test/support/known-folder.ts';
import { depsFor, listOf, runCampaign } from '../sending/services.ts';
import { textEverybody } from '../store/text-everybody.ts';
import { benchCampaign, type Serve, signing, statusPath } from './serving.ts';

/** The program's own edge: its HTTP server, the signature, understanding, and the store; answered when durable. */
export const serve: Serve = async ({ folder, people }) => {
  const store = await vouchedFor(await openLowdbStore({ folder, lingerMs: usualLingerMs }));
  const campaign = await runCampaign(store, listOf(people), { id: benchCampaign });
  await textEverybody(store, campaign, people);
  const deps = depsFor(store, {
    send: async () => ({ kind: 'not_sent', cause: 'bench' }),
    prepare: async () => {},
    segmentPrice: async () => undefined,
  });
  const webhooks = createVonageWebhooks({
    secrets: [signing.signatureSecret],
    apiKey: signing.apiKey,
    senders: [sender],
    country: 'US',
    onStatus: createReceipts(deps).receive,
    onInbound: async () => {},
    now: () => systemClock.now(),
    log: deps.log,
  });
  const server = createHttpServer({
    host: '127.0.0.1',
    port: 0,
    routes: new Map([
      [statusPath, { limit: 65_536, handle: (request) => webhooks.handle({ kind: 'status', ...request }) }],
    ]),
    listeners: new Map(),
    log: deps.log,
  });
  const { url } = await server.start();
  return {
    port: Number(new URL(url).port),
    async close() {
      await server.stop();
      await store.close();
    },
  };
};
