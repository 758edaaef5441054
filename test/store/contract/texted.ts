import { describe, expect, test } from 'vitest';
import { CampaignId, SenderId } from '../../../src/domain/ids.ts';
import type { Store } from '../../../src/ports/store.ts';
import { aCampaign, aMexican, aNumber, aSuppression, campaignId, sender } from '../../support/builders.ts';
import type { WithStore } from '../contract.ts';
import { aBatch, aList, later, now, nowAndReopened, startCampaign } from './arrange.ts';

const otherId = CampaignId.parse('efgh6789');
const otherSender = SenderId.parse('ACME');

async function text(store: Store, id: CampaignId, count: number, at: Date): Promise<void> {
  await store.recipients.claim(id, aBatch(), count, at);
}

export function textedContract(withStore: WithStore): void {
  describe('who was texted', () => {
    test(
      'is nobody before the first claim',
      withStore(async (store) => {
        await startCampaign(store, 3);
        expect(await store.recipients.lastTexted(aNumber(0), sender)).toBeUndefined();
      }),
    );

    test(
      'is found by number in the campaign that texted last, of the same sender first',
      withStore(async (store, reopen) => {
        await textFromTwoCampaigns(store);
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.recipients.lastTexted(aNumber(0), sender)).toMatchObject({
            campaignId,
            no: 0,
            values: ['Person 0'],
          });
          expect((await one.recipients.lastTexted(aNumber(0), otherSender))?.campaignId).toBe(otherId);
          expect((await one.recipients.lastTexted(aNumber(0), SenderId.parse('THIRD')))?.campaignId).toBe(otherId);
          expect((await one.recipients.lastTexted(aNumber(1), otherSender))?.campaignId).toBe(campaignId);
          expect(await one.recipients.lastTexted(aNumber(2), sender)).toBeUndefined();
        }
      }),
    );

    test(
      'is not who is still queued elsewhere: those are counted apart, however their number is written',
      withStore(async (store, reopen) => {
        const { listed, fromNetwork } = aMexican();
        const rows = [listed, aNumber(1), aNumber(2)].map((number) => ({ number, values: ['x'] }));
        const others = [fromNetwork, aNumber(1), aNumber(9)].map((number) => ({ number, values: ['x'] }));
        await store.campaigns.create(aCampaign(), rows);
        await store.campaigns.create(aCampaign({ id: otherId, origin: 'other' }), others);
        expect(await store.recipients.alsoQueued(campaignId, [otherId])).toEqual({ people: 2, campaigns: [otherId] });
        expect(await store.recipients.alsoQueued(campaignId, [campaignId])).toEqual({ people: 0, campaigns: [] });
        await text(store, otherId, 1, now);
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.recipients.alsoQueued(campaignId, [otherId])).toEqual({ people: 1, campaigns: [otherId] });
        }
      }),
    );

    test(
      'is told of all campaigns, newest first',
      withStore(async (store, reopen) => {
        await textFromTwoCampaigns(store);
        for await (const one of nowAndReopened(store, reopen)) {
          const texted = await one.recipients.texted(aNumber(0));
          expect(texted.map(({ campaignId: id, values }) => [id, values])).toEqual([
            [otherId, ['Person 0']],
            [campaignId, ['Person 0']],
          ]);
          expect(await one.recipients.texted(aNumber(1))).toHaveLength(1);
          expect(await one.recipients.texted(aNumber(2))).toEqual([]);
        }
      }),
    );

    test(
      'is not somebody whose message was never accepted',
      withStore(async (store) => {
        await startCampaign(store, 2);
        const claims = await store.recipients.claim(campaignId, aBatch(), 2, now);
        await store.recipients.record(claims[0]!, { to: 'rejected', reason: '1120' }, now);
        await store.recipients.record(claims[1]!, { to: 'queued' }, now);
        expect(await store.recipients.lastTexted(aNumber(0), sender)).toBeUndefined();
        expect(await store.recipients.lastTexted(aNumber(1), sender)).toBeUndefined();
      }),
    );

    test(
      'is counted where two lists overlap, since an instant, unless they get nothing any more',
      withStore(async (store) => {
        await startCampaign(store, 10);
        await store.campaigns.create(aCampaign({ id: otherId, origin: 'other' }), aList(10).slice(2));
        await text(store, campaignId, 5, now);
        expect(await store.recipients.overlap(otherId, [campaignId], now)).toBe(3);
        expect(await store.recipients.overlap(otherId, [campaignId], later)).toBe(0);
        expect(await store.recipients.overlap(otherId, [otherId], now)).toBe(0);
        expect(await store.recipients.overlap(otherId, [], now)).toBe(0);
        await store.suppressions.add(aSuppression({ number: aNumber(3) }));
        expect(await store.recipients.overlap(otherId, [campaignId], now)).toBe(2);
      }),
    );

    test(
      'is a person: found and counted under any spelling, with the number of the list',
      withStore(async (store, reopen) => {
        const listed = [0, 1, 2].map((no) => ({ number: aMexican(no).listed, values: [`Person ${no}`] }));
        const elsewhere = [1, 2, 3].map((no) => ({ number: aMexican(no).fromNetwork, values: [`Person ${no}`] }));
        await store.campaigns.create(aCampaign(), listed);
        await store.campaigns.create(aCampaign({ id: otherId, origin: 'other' }), elsewhere);
        await text(store, campaignId, 2, now);
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.recipients.lastTexted(aMexican(1).fromNetwork, sender)).toMatchObject({
            no: 1,
            number: aMexican(1).listed,
          });
          expect(await one.recipients.lastTexted(aMexican(2).fromNetwork, sender)).toBeUndefined();
          expect(await one.recipients.overlap(otherId, [campaignId], now)).toBe(1);
        }
      }),
    );
  });
}

/** Two people from the first campaign, and later one of them from the other. */
async function textFromTwoCampaigns(store: Store): Promise<void> {
  await startCampaign(store, 3);
  await store.campaigns.create(aCampaign({ id: otherId, origin: 'other', sender: otherSender }), aList(3));
  await text(store, campaignId, 2, now);
  await text(store, otherId, 1, later);
}
