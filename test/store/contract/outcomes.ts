import { describe, expect, test } from 'vitest';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import type { Recipient } from '../../../src/domain/recipient/recipient.ts';
import type { ClaimResult } from '../../../src/ports/recipients.ts';
import { agent, campaignId, counts } from '../../support/builders.ts';
import type { WithStore } from '../contract.ts';
import {
  aBatch,
  aMessageId,
  aReceipt,
  claimAll,
  later,
  nosClaimed,
  now,
  nowAndReopened,
  startCampaign,
  submitFirst,
} from './arrange.ts';

const results: [ClaimResult, Partial<Recipient>][] = [
  [
    { to: 'submitted', messageId: aMessageId(0) },
    { state: 'submitted', messageId: aMessageId(0), reason: null },
  ],
  [
    { to: 'submitted', messageId: 'not a UUID' },
    { state: 'submitted', messageId: 'not a UUID' },
  ],
  [
    { to: 'rejected', reason: '1240' },
    { state: 'rejected', reason: '1240', messageId: null },
  ],
  [
    { to: 'unconfirmed', reason: 'timeout' },
    { state: 'unconfirmed', reason: 'timeout' },
  ],
  [
    { to: 'skipped', reason: 'opted_out' },
    { state: 'skipped', reason: 'opted_out' },
  ],
];

export function outcomeContract(withStore: WithStore): void {
  describe('outcomes', () => {
    test.each(results)('%o is what became of a claim, also after a restart', (result, expected) =>
      withStore(async (store, reopen) => {
        await startCampaign(store, 2);
        const [claim] = await claimAll(store, 1);
        await store.recipients.record(claim!, result, later);
        for await (const one of nowAndReopened(store, reopen)) {
          const recipient = await one.recipients.get(campaignId, 0);
          expect(recipient).toMatchObject({ ...expected, batch: 1, attempt: 1, changedAt: later.toISOString() });
          expect((await one.recipients.tally(campaignId)).counts).toEqual(counts({ queued: 1, [result.to]: 1 }));
        }
      })(),
    );

    test(
      'an outcome is ignored when the recipient is not claimed, or with another attempt',
      withStore(async (store) => {
        await startCampaign(store, 2);
        await store.recipients.record(
          { campaignId, no: 1, attempt: 1, claimedAt: now },
          { to: 'submitted', messageId: 'x' },
          now,
        );
        await claimAll(store, 1);
        await store.recipients.record(
          { campaignId, no: 0, attempt: 2, claimedAt: now },
          { to: 'rejected', reason: '1' },
          now,
        );
        await store.recipients.record({ campaignId, no: 7, attempt: 1, claimedAt: now }, { to: 'queued' }, now);
        expect((await store.recipients.tally(campaignId)).counts).toEqual(counts({ queued: 1, claimed: 1 }));
        expect((await store.recipients.get(campaignId, 1))?.messageId).toBeNull();
      }),
    );

    test(
      'nobody is released in a campaign that is over, and no campaign is over while somebody is queued',
      withStore(async (store) => {
        const { id } = await startCampaign(store, 1);
        const [claim] = await claimAll(store);
        await store.recipients.record(claim!, { to: 'unconfirmed', reason: 'timeout' }, now);
        const settling = await store.campaigns.save({ ...(await store.campaigns.get(id))!, status: 'settling' });
        const completed = await store.campaigns.save({ ...(settling as Campaign), status: 'completed' });
        expect(await store.recipients.resolve(id, 0, 'release', agent, now)).toBe(false);
        const reopened = await store.campaigns.save({ ...(completed as Campaign), status: 'running' });
        expect(await store.recipients.resolve(id, 0, 'release', agent, now)).toBe(true);
        expect(await store.campaigns.save({ ...(reopened as Campaign), status: 'completed' })).toBe('stale');
      }),
    );

    test(
      'a result that is written again after its claim was put back does not touch the claim that came after it',
      withStore(async (store) => {
        await startCampaign(store, 1);
        const [first] = await claimAll(store);
        await store.recipients.record(first!, { to: 'queued' }, later);
        await store.recipients.claim(campaignId, aBatch(), 1, later);
        await store.recipients.record(first!, { to: 'queued' }, later);
        expect((await store.recipients.get(campaignId, 0))?.state).toBe('claimed');
      }),
    );

    test(
      'a receipt that overtook the answer stands, and the answer adds the message id it brought',
      withStore(async (store, reopen) => {
        await startCampaign(store, 1);
        const [claim] = await claimAll(store);
        await store.recipients.record(claim!, { to: 'unconfirmed', reason: 'timeout' }, now);
        await store.recipients.record(claim!, { to: 'submitted', messageId: 'late' }, later);
        expect(await store.recipients.get(campaignId, 0)).toMatchObject({ state: 'unconfirmed', messageId: 'late' });
        await store.recipients.receive(aReceipt(0));
        await store.recipients.record(claim!, { to: 'submitted', messageId: 'later still' }, later);
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.recipients.get(campaignId, 0)).toMatchObject({ state: 'delivered', messageId: 'late' });
        }
      }),
    );

    test(
      'everybody still queued can be skipped, and nobody else',
      withStore(async (store, reopen) => {
        await startCampaign(store, 1203);
        await submitFirst(store);
        await claimAll(store, 2);
        expect(await store.recipients.skipQueued(campaignId, 'cancelled', later)).toBe(1200);
        expect(await store.recipients.skipQueued(campaignId, 'cancelled', later)).toBe(0);
        for await (const one of nowAndReopened(store, reopen)) {
          expect((await one.recipients.tally(campaignId)).counts).toEqual(
            counts({ submitted: 1, claimed: 2, skipped: 1200 }),
          );
          expect((await one.recipients.get(campaignId, 1202))?.reason).toBe('cancelled');
        }
      }),
    );

    test(
      'a released recipient is queued with the next attempt and keeps nothing of the one before',
      withStore(async (store, reopen) => {
        await startCampaign(store, 2);
        const [claim] = await claimAll(store);
        await store.recipients.record(claim!, { to: 'unconfirmed', reason: 'timeout' }, now);
        expect(await store.recipients.resolve(campaignId, 0, 'release', agent, later)).toBe(true);
        expect(await store.recipients.resolve(campaignId, 0, 'release', agent, later)).toBe(false);
        const restarted = await reopen();
        expect(await restarted.recipients.get(campaignId, 0)).toMatchObject({
          state: 'queued',
          attempt: 2,
          reason: null,
          messageId: null,
        });
        const [again] = await claimAll(restarted);
        expect(again).toMatchObject({ no: 0, attempt: 2 });
      }),
    );

    test(
      'a closed recipient is never sent again',
      withStore(async (store) => {
        await startCampaign(store, 1);
        const [claim] = await claimAll(store);
        expect(await store.recipients.resolve(campaignId, 0, 'close', agent, later)).toBe(false);
        await store.recipients.record(claim!, { to: 'unconfirmed', reason: 'timeout' }, now);
        expect(await store.recipients.resolve(campaignId, 0, 'close', agent, later)).toBe(true);
        expect(await store.recipients.get(campaignId, 0)).toMatchObject({ state: 'closed', reason: 'timeout' });
        expect(await claimAll(store)).toEqual([]);
      }),
    );

    test(
      'who was submitted before the instant and has no receipt becomes no_receipt',
      withStore(async (store, reopen) => {
        await startCampaign(store, 3);
        const claims = await claimAll(store, 3);
        const [first, second] = claims;
        await store.recipients.record(first!, { to: 'submitted', messageId: aMessageId(0) }, now);
        await store.recipients.record(second!, { to: 'submitted', messageId: aMessageId(1) }, later);
        expect(await store.recipients.expireReceipts(campaignId, later, later)).toBe(1);
        expect(await store.recipients.expireReceipts(campaignId, later, later)).toBe(0);
        const restarted = await reopen();
        expect((await restarted.recipients.tally(campaignId)).counts).toEqual(
          counts({ no_receipt: 1, submitted: 1, claimed: 1 }),
        );
      }),
    );

    test(
      'a batch can be counted by itself',
      withStore(async (store) => {
        await startCampaign(store, 5);
        await submitFirst(store);
        await claimAll(store, 1);
        await nosClaimed(store, 2, aBatch(9, 2));
        expect(await store.recipients.batchCounts(campaignId, 1)).toEqual(counts({ submitted: 1, claimed: 1 }));
        expect(await store.recipients.batchCounts(campaignId, 2)).toEqual(counts({ claimed: 2 }));
        expect(await store.recipients.batchCounts(campaignId, 3)).toEqual(counts());
        expect(await store.recipients.batchCounts(campaignId, 1, 0)).toEqual(counts({ claimed: 1 }));
        expect(await Promise.all([1, 2, 3].map((no) => store.recipients.lastOfBatch(campaignId, no)))).toEqual([
          1, 3, -1,
        ]);
      }),
    );

    test(
      'recipients are paged in list order, by state when asked',
      withStore(async (store) => {
        await startCampaign(store, 1200);
        await submitFirst(store);
        const page = await store.recipients.page(campaignId, { from: 498, limit: 4 });
        expect(page.map(({ no, values }) => [no, values[0]])).toEqual(
          [498, 499, 500, 501].map((no) => [no, `Person ${no}`]),
        );
        const queued = await store.recipients.page(campaignId, { from: 0, limit: 2, state: 'queued' });
        expect(queued.map(({ no }) => no)).toEqual([1, 2]);
        expect(await store.recipients.page(campaignId, { from: 1200, limit: 2 })).toEqual([]);
        expect(await store.recipients.get(campaignId, 1200)).toBeUndefined();
      }),
    );
  });
}
