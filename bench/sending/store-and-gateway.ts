import { systemClock } from '../../src/clock.ts';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import { clientRef } from '../../src/domain/recipient/recipient.ts';
import { createVonageGateway } from '../../src/sms/vonage-gateway.ts';
import { openLowdbStore, usualLingerMs } from '../../src/store/lowdb/lowdb-store.ts';
import { vouchedFor } from '../../test/support/known-folder.ts';
import { type Contender, inFlight } from './contender.ts';
import { createNumbers } from './numbers.ts';
import { account, text } from './request.ts';
import { listOf, runCampaign } from './services.ts';

/** How many are claimed in one step. */
const claimed = 10;

/** Our store and gateway alone: a durable claim in groups, the request, the durable result; nobody decides about the pace. */
export const contender: Contender = async ({ providerUrl, folder }) => {
  const store = await vouchedFor(await openLowdbStore({ folder, lingerMs: usualLingerMs }));
  const gateway = createVonageGateway({ ...account, apiHost: providerUrl });
  const take = createNumbers();

  const sendSome = async ({ id, sender, createdAt, list }: Campaign, limit: number): Promise<void> => {
    const batch = { no: 1, startedAt: createdAt, size: list.size };
    const claims = await store.recipients.claim(id, batch, limit, systemClock.now());
    await Promise.all(
      claims.map(async (claim) => {
        const outcome = await gateway.send({ to: claim.number, from: sender, text, ref: clientRef(claim) });
        if (outcome.kind !== 'accepted') throw new Error(`Message ${claim.no} was ${outcome.kind}.`);
        await store.recipients.record(claim, { to: 'submitted', messageId: outcome.messageId }, systemClock.now());
      }),
    );
  };

  return {
    prepare: async (count) => {
      const campaign = await runCampaign(store, listOf(count, take(count)));
      let left = count;
      const worker = async () => {
        while (left > 0) {
          const limit = Math.min(left, claimed);
          left -= limit;
          await sendSome(campaign, limit);
        }
      };
      return async () => void (await Promise.all(Array.from({ length: inFlight / claimed }, worker)));
    },
    async close() {
      await gateway.close();
      await store.close();
    },
  };
};
