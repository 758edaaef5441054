import { describe, expect, test } from 'vitest';
import { CampaignStatus } from '../../../src/domain/campaign/campaign-status.ts';
import { aCampaign, aMexican, aNumber, aSuppression, campaignId } from '../../support/builders.ts';
import type { WithStore } from '../contract.ts';
import {
  aBatch,
  aList,
  claimAll,
  later,
  nosClaimed,
  now,
  nowAndReopened,
  startCampaign,
  startedAt,
} from './arrange.ts';

export function claimContract(withStore: WithStore): void {
  describe('claims', () => {
    test(
      'queued recipients are claimed in list order, with what their text needs',
      withStore(async (store) => {
        await startCampaign(store, 1100);
        const claims = await claimAll(store, 1050);
        expect(claims.map(({ no }) => no)).toEqual(Array.from({ length: 1050 }, (_, no) => no));
        expect(claims[1049]).toEqual({
          campaignId,
          no: 1049,
          attempt: 1,
          number: aNumber(1049),
          values: ['Person 1049'],
          claimedAt: now,
          place: 'US|US-NJ|America/New_York|||number',
        });
        expect(await nosClaimed(store, 100)).toEqual(Array.from({ length: 50 }, (_, index) => 1050 + index));
      }),
    );

    test(
      'of a campaign that is tried on the first nobody above them is claimed, whatever was planned',
      withStore(async (store) => {
        await startCampaign(store, 20, { canary: { first: 4 } });
        expect(await nosClaimed(store, 3)).toEqual([0, 1, 2]);
        expect(await nosClaimed(store, 10)).toEqual([3]);
        expect(await nosClaimed(store, 10)).toEqual([]);
      }),
    );

    test(
      'nobody is claimed twice, however many claim at once',
      withStore(async (store) => {
        await startCampaign(store, 600);
        const claims = await Promise.all(Array.from({ length: 100 }, () => nosClaimed(store, 7)));
        const nos = claims.flat();
        expect(new Set(nos).size).toBe(600);
        expect(nos).toHaveLength(600);
      }),
    );

    test.each(CampaignStatus.options.filter((status) => status !== 'running'))(
      'nobody is claimed while the campaign is %s',
      (status) =>
        withStore(async (store) => {
          await store.campaigns.create(aCampaign({ status }), aList(2));
          expect(await claimAll(store)).toEqual([]);
          expect((await store.recipients.tally(campaignId)).counts.queued).toBe(2);
        })(),
    );

    test(
      'nobody is claimed by a pace that was changed since',
      withStore(async (store) => {
        const campaign = await startCampaign(store, 4);
        const at = '2026-11-23T15:00:30.000Z';
        const by = (pace: string | null) => store.recipients.claim(campaignId, { ...aBatch(), pace }, 1, now);
        expect(await by(null)).toHaveLength(1);
        await store.campaigns.save({ ...campaign, paceChanged: { at, batchSize: 50 } });
        expect(await by(null)).toEqual([]);
        expect(await by(at)).toHaveLength(1);
        expect(store.campaigns.isRunning(campaignId, at)).toBe(true);
        expect(store.campaigns.isRunning(campaignId, null)).toBe(false);
      }),
    );

    test(
      'a batch is never taken beyond its size, and remembers what was taken',
      withStore(async (store, reopen) => {
        await startCampaign(store, 20);
        const claims = await Promise.all([
          nosClaimed(store, 4, aBatch(6)),
          nosClaimed(store, 4, aBatch(6)),
          nosClaimed(store, 4, aBatch(6)),
        ]);
        expect(claims.flat()).toEqual([0, 1, 2, 3, 4, 5]);
        for await (const one of nowAndReopened(store, reopen)) {
          expect((await one.recipients.tally(campaignId)).batch).toEqual({ no: 1, startedAt, taken: 6 });
          expect(await nosClaimed(one, 4, aBatch(6))).toEqual([]);
        }
      }),
    );

    test(
      'the next batch starts counting again, and the one before is over',
      withStore(async (store) => {
        await startCampaign(store, 20);
        await nosClaimed(store, 6, aBatch(6));
        const second = { no: 2, startedAt: later.toISOString(), size: 6 };
        expect(await nosClaimed(store, 2, second)).toEqual([6, 7]);
        expect((await store.recipients.tally(campaignId)).batch).toEqual({
          no: 2,
          startedAt: second.startedAt,
          taken: 2,
        });
        expect(await nosClaimed(store, 2, aBatch(100))).toEqual([]);
      }),
    );

    test(
      'a claim that is put back no longer counts in the batch and comes first again, with the same attempt',
      withStore(async (store, reopen) => {
        await startCampaign(store, 5);
        const [first] = await claimAll(store, 3);
        await store.recipients.record(first!, { to: 'queued' }, later);
        for await (const one of nowAndReopened(store, reopen)) {
          expect((await one.recipients.tally(campaignId)).batch?.taken).toBe(2);
          expect(await one.recipients.get(campaignId, 0)).toMatchObject({ state: 'queued', attempt: 1, batch: 0 });
        }
        expect(await nosClaimed(await reopen(), 2)).toEqual([0, 3]);
      }),
    );

    test(
      'opted-out numbers met on the way become skipped and take no place in the batch',
      withStore(async (store, reopen) => {
        await startCampaign(store, 4);
        await store.suppressions.add(aSuppression({ number: aNumber(0) }));
        await store.suppressions.add(aSuppression({ number: aNumber(2) }));
        expect(await nosClaimed(store, 2, aBatch(2))).toEqual([1, 3]);
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.recipients.get(campaignId, 2)).toMatchObject({ state: 'skipped', reason: 'opted_out' });
          expect((await one.recipients.tally(campaignId)).counts).toMatchObject({ skipped: 2, claimed: 2 });
        }
      }),
    );

    test(
      'held numbers are passed over, stay queued, and are taken up when the hold is lifted',
      withStore(async (store) => {
        await startCampaign(store, 4);
        await store.suppressions.add(aSuppression({ number: aNumber(1), kind: 'held' }));
        expect(await nosClaimed(store, 9)).toEqual([0, 2, 3]);
        expect(await nosClaimed(store, 9)).toEqual([]);
        expect((await store.recipients.tally(campaignId)).counts.queued).toBe(1);
        await store.suppressions.remove(aNumber(1), 'U0AGENT', startedAt);
        expect(await nosClaimed(store, 9)).toEqual([1]);
      }),
    );

    test(
      'a held number that turns out to be an opt-out becomes skipped',
      withStore(async (store) => {
        await startCampaign(store, 2);
        await store.suppressions.add(aSuppression({ number: aNumber(0), kind: 'held' }));
        await claimAll(store);
        await store.suppressions.add(aSuppression({ number: aNumber(0), kind: 'opted_out' }));
        expect(await claimAll(store)).toEqual([]);
        expect((await store.recipients.get(campaignId, 0))?.state).toBe('skipped');
      }),
    );

    test(
      'people who opted out or are held under another spelling are not claimed, and come back when that is lifted',
      withStore(async (store) => {
        const list = [0, 1, 2].map((no) => ({ number: aMexican(no).listed, values: [`Person ${no}`] }));
        await store.campaigns.create(aCampaign(), list);
        await store.suppressions.add(aSuppression({ number: aMexican(0).fromNetwork }));
        await store.suppressions.add(aSuppression({ number: aMexican(1).fromNetwork, kind: 'held' }));
        const claims = await claimAll(store);
        expect(claims.map(({ no, number }) => [no, number])).toEqual([[2, aMexican(2).listed]]);
        expect((await store.recipients.tally(campaignId)).counts).toMatchObject({ skipped: 1, queued: 1 });
        await store.suppressions.remove(aMexican(1).fromNetwork, 'sms', startedAt);
        expect(await nosClaimed(store, 9)).toEqual([1]);
      }),
    );

    test(
      'a person who is on the list under two spellings is texted once, whatever became of that text',
      withStore(async (store, reopen) => {
        const { listed, fromNetwork } = aMexican();
        const list = [listed, aNumber(0), fromNetwork, aNumber(1)].map((number) => ({ number, values: ['Ana'] }));
        await store.campaigns.create(aCampaign(), list);
        const [first] = await claimAll(store, 1);
        await store.recipients.record(first!, { to: 'unconfirmed', reason: 'timeout' }, later);
        expect(await nosClaimed(store, 9, aBatch(9))).toEqual([1, 3]);
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.recipients.get(campaignId, 2)).toMatchObject({ state: 'skipped', reason: 'duplicate' });
          expect((await one.recipients.tally(campaignId)).batch?.taken).toBe(3);
        }
      }),
    );

    test(
      'the second spelling is tried when the provider refused the first',
      withStore(async (store) => {
        const { listed, fromNetwork } = aMexican();
        const list = [fromNetwork, listed].map((number) => ({ number, values: ['Ana'] }));
        await store.campaigns.create(aCampaign(), list);
        const [first] = await claimAll(store, 1);
        await store.recipients.record(first!, { to: 'rejected', reason: '1120' }, later);
        expect(await nosClaimed(store, 9)).toEqual([1]);
      }),
    );

    test(
      'claims found after a restart become unconfirmed, never queued',
      withStore(async (store, reopen) => {
        await startCampaign(store, 4);
        await claimAll(store, 2);
        const restarted = await reopen();
        expect(await restarted.recipients.abandonClaims(later)).toEqual([{ campaignId, nos: [0, 1] }]);
        expect(await restarted.recipients.abandonClaims(later)).toEqual([]);
        expect(await restarted.recipients.get(campaignId, 1)).toMatchObject({
          state: 'unconfirmed',
          reason: 'crash',
          changedAt: later.toISOString(),
        });
        expect(await nosClaimed(restarted, 9)).toEqual([2, 3]);
      }),
    );
  });
}
