import { setTimeout as sleep } from 'node:timers/promises';
import { createDispatcher } from '../../src/services/sending/dispatcher.ts';
import { createRateLimits } from '../../src/services/sending/rate-limits.ts';
import { createVonageGateway } from '../../src/sms/vonage-gateway.ts';
import { openLowdbStore, usualLingerMs } from '../../src/store/lowdb/lowdb-store.ts';
import { vouchedFor } from '../../test/support/known-folder.ts';
import type { Contender } from './contender.ts';
import { createNumbers } from './numbers.ts';
import { account } from './request.ts';
import { depsFor, listOf, runCampaign } from './services.ts';

/** Our own services, gateway and store, driven each second as the program's clock does it; limits out of the way. */
export const contender: Contender = async ({ providerUrl, folder }) => {
  const store = await vouchedFor(await openLowdbStore({ folder, lingerMs: usualLingerMs }));
  const gateway = createVonageGateway({ ...account, apiHost: providerUrl });
  const deps = depsFor(store, gateway);
  const dispatcher = createDispatcher(deps, createRateLimits(deps.settings, deps.clock));
  const take = createNumbers();
  return {
    prepare: async (count) => {
      const { id } = await runCampaign(store, listOf(count, take(count)));
      return async () => {
        await dispatcher.tick();
        const ticking = setInterval(() => void dispatcher.tick(), 1_000);
        for (;;) {
          const { counts } = await store.recipients.tally(id);
          if (counts.queued + counts.claimed === 0) break;
          await sleep(5);
        }
        clearInterval(ticking);
        await store.durable();
      };
    },
    async close() {
      await dispatcher.stop();
      await gateway.close();
      await store.close();
    },
  };
};
