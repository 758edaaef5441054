import { describe, expect, test } from 'vitest';
import { listHash } from '../../../src/domain/list/hash.ts';
import { aCampaign, aMexican, aNumber, aSuppression, campaignId } from '../../support/builders.ts';
import type { WithStore } from '../contract.ts';
import { aList, claimAll, later, nosClaimed, now, nowAndReopened, startCampaign, startedAt } from './arrange.ts';

/** How many get nothing, and why. */
export function leftOutContract(withStore: WithStore): void {
  describe('people who are left out', () => {
    test(
      'people who are held are counted once nobody else is queued, and no more when that is decided',
      withStore(async (store) => {
        await startCampaign(store, 5);
        await store.suppressions.add(aSuppression({ number: aNumber(3), kind: 'held' }));
        expect((await store.recipients.tally(campaignId)).held).toBe(0);
        expect(await nosClaimed(store, 100)).toEqual([0, 1, 2, 4]);
        expect((await store.recipients.tally(campaignId)).held).toBe(1);
        await store.suppressions.remove(aNumber(3), 'U0ADA', later.toISOString());
        expect((await store.recipients.tally(campaignId)).held).toBe(0);
        expect(await nosClaimed(store, 100)).toEqual([3]);
        expect((await store.recipients.tally(campaignId)).held).toBe(0);
      }),
    );

    test(
      'the hash of the list as stored is the one of the list as it came, with who is left out',
      withStore(async (store, reopen) => {
        const list = aList(1_201).map((one, no) => (no % 500 === 1 ? { ...one, leftOut: 'texted' } : one));
        await store.campaigns.create(aCampaign({ list: { ...aCampaign().list, size: list.length } }), list);
        const { columns } = aCampaign().list;
        const { signal } = new AbortController();
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.recipients.hashOfList(campaignId, signal)).toBe(listHash(columns, list));
          await expect(one.recipients.hashOfList(campaignId, AbortSignal.abort(new Error('Enough')))).rejects.toThrow(
            'Enough',
          );
        }
      }),
    );

    test(
      'people who get nothing because they opted out are counted as it is now, and as it was for those skipped',
      withStore(async (store, reopen) => {
        await startCampaign(store, 4);
        for (const no of [0, 2, 3]) await store.suppressions.add(aSuppression({ number: aNumber(no) }));
        expect(await store.recipients.leftOut(campaignId)).toBe(3);
        await store.suppressions.remove(aNumber(3), 'U0ADA', startedAt);
        expect(await store.recipients.leftOut(campaignId)).toBe(2);
        expect(await nosClaimed(store, 1)).toEqual([1]);
        await store.suppressions.remove(aNumber(0), 'U0ADA', startedAt);
        await store.suppressions.add(aSuppression({ number: aNumber(3), kind: 'held' }));
        for await (const one of nowAndReopened(store, reopen)) expect(await one.recipients.leftOut(campaignId)).toBe(2);
      }),
    );

    test(
      'of many who opted out only those of the list are counted, each once, and nobody who had the message',
      withStore(async (store) => {
        await startCampaign(store, 4);
        expect(await nosClaimed(store, 1)).toEqual([0]);
        for (const no of [0, 1, 7, 8, 9, 10]) await store.suppressions.add(aSuppression({ number: aNumber(no) }));
        await store.suppressions.add(aSuppression({ number: aNumber(2), kind: 'held' }));
        expect(await store.recipients.leftOut(campaignId)).toBe(1);
        for (const no of [7, 8, 9, 10]) await store.suppressions.remove(aNumber(no), 'U0ADA', startedAt);
        expect(await store.recipients.leftOut(campaignId)).toBe(1);
      }),
    );

    test(
      'who opted out under two spellings is left out once, whether the opt-outs or the list are longer',
      withStore(async (store) => {
        const { listed, fromNetwork } = aMexican();
        await store.campaigns.create(
          aCampaign({ status: 'running', list: { ...aCampaign().list, size: 4 } }),
          [listed, ...[1, 2, 3].map(aNumber)].map((number) => ({ number, values: ['Person'] })),
        );
        await store.suppressions.add(aSuppression({ number: fromNetwork, kind: 'held' }));
        await store.suppressions.add(aSuppression({ number: listed }));
        expect(await store.recipients.leftOut(campaignId)).toBe(1);
        for (const no of [11, 12, 13, 14]) await store.suppressions.add(aSuppression({ number: aNumber(no) }));
        expect(await store.recipients.leftOut(campaignId)).toBe(1);
      }),
    );

    test(
      'those skipped are counted by why',
      withStore(async (store, reopen) => {
        await startCampaign(store, 5);
        expect(await store.recipients.skippedBecause(campaignId)).toEqual({});
        await store.suppressions.add(aSuppression({ number: aNumber(0) }));
        const [first, second] = await claimAll(store, 2);
        for (const claim of [first!, second!])
          await store.recipients.record(claim, { to: 'skipped', reason: 'missing_day' }, now);
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.recipients.skippedBecause(campaignId)).toEqual({ opted_out: 1, missing_day: 2 });
        }
      }),
    );
  });
}
