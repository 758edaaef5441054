import { describe, expect, test } from 'vitest';
import { agent, campaignId, counts } from '../../support/builders.ts';
import type { WithStore } from '../contract.ts';
import { aMessageId, aReceipt, claimAll, later, now, nowAndReopened, startCampaign, submitFirst } from './arrange.ts';

const idOf = [aMessageId(0), '0A0000001234567B', aMessageId(2)];

export function receiptContract(withStore: WithStore): void {
  describe('delivery receipts', () => {
    test(
      'a receipt takes effect once, however often it comes, also after a restart',
      withStore(async (store, reopen) => {
        await startCampaign(store, 1);
        await submitFirst(store);
        const effects = await Promise.all(Array.from({ length: 5 }, () => store.recipients.receive(aReceipt(0))));
        expect(effects[0]).toEqual({ kind: 'applied', campaignId, no: 0, from: 'submitted', to: 'delivered' });
        expect(effects.slice(1)).toEqual(Array(4).fill({ kind: 'seen' }));
        const restarted = await reopen();
        expect(await restarted.recipients.receive(aReceipt(0))).toEqual({ kind: 'seen' });
        expect((await restarted.recipients.tally(campaignId)).counts).toEqual(counts({ delivered: 1 }));
      }),
    );

    test(
      'a receipt before the answer to the request settles the claim and brings the message id',
      withStore(async (store) => {
        await startCampaign(store, 1);
        const [claim] = await claimAll(store);
        await store.recipients.receive(aReceipt(0));
        await store.recipients.record(claim!, { to: 'unconfirmed', reason: 'timeout' }, later);
        expect(await store.recipients.get(campaignId, 0)).toMatchObject({
          state: 'delivered',
          messageId: aMessageId(0),
          reason: null,
          changedAt: later.toISOString(),
        });
      }),
    );

    test(
      'a message is found by the provider’s id while its receipt may still come, also after a restart',
      withStore(async (store, reopen) => {
        const campaign = await startCampaign(store, 3);
        for (const claim of await claimAll(store)) {
          await store.recipients.record(claim, { to: 'submitted', messageId: idOf[claim.no]! }, now);
        }
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.recipients.refOf(aMessageId(0), later)).toBe(`v1.${campaignId}.0.1`);
          expect(await one.recipients.refOf('0A0000001234567B', later)).toBe(`v1.${campaignId}.1.1`);
          expect(await one.recipients.refOf(aMessageId(1), later)).toBeUndefined();
          // Straddles the ids of two neighbours in memory.
          expect(await one.recipients.refOf(`00000002-0000-0000-0000-${'0'.repeat(12)}`, later)).toBeUndefined();
          expect(await one.recipients.refOf('00000000-0000-0000-0000-000000000000', later)).toBeUndefined();
          expect(await one.recipients.refOf('', later)).toBeUndefined();
        }
        const ended = { ...campaign, status: 'cancelled' as const, endedAt: now.toISOString() };
        await (await reopen()).campaigns.save(ended);
        const restarted = await reopen();
        const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
        expect(await restarted.recipients.refOf(aMessageId(0), days(3.9))).toBe(`v1.${campaignId}.0.1`);
        expect(await restarted.recipients.refOf(aMessageId(0), days(4.1))).toBeUndefined();
      }),
    );

    test(
      'a receipt heals an unconfirmed recipient',
      withStore(async (store) => {
        await startCampaign(store, 1);
        await claimAll(store);
        await store.recipients.abandonClaims(now);
        expect(await store.recipients.receive(aReceipt(0, { status: 'submitted' }))).toMatchObject({ to: 'submitted' });
        expect(await store.recipients.get(campaignId, 0)).toMatchObject({ state: 'submitted', reason: null });
      }),
    );

    test(
      'receipts in the wrong order never move a recipient back',
      withStore(async (store) => {
        await startCampaign(store, 1);
        await submitFirst(store);
        await store.recipients.receive(aReceipt(0, { status: 'undeliverable', code: '1340' }));
        expect(await store.recipients.receive(aReceipt(0, { status: 'submitted' }))).toEqual({ kind: 'seen' });
        expect(await store.recipients.get(campaignId, 0)).toMatchObject({ state: 'undeliverable', reason: '1340' });
      }),
    );

    test(
      'of two different finals the first stands and the second is a conflict, each time it comes',
      withStore(async (store, reopen) => {
        await startCampaign(store, 1);
        await submitFirst(store);
        await store.recipients.receive(aReceipt(0));
        const conflict = { kind: 'conflict', campaignId, no: 0 };
        const second = aReceipt(0, { status: 'rejected' });
        expect(await store.recipients.receive(second)).toEqual(conflict);
        const restarted = await reopen();
        expect(await restarted.recipients.receive(second)).toEqual(conflict);
        expect((await restarted.recipients.get(campaignId, 0))?.state).toBe('delivered');
      }),
    );

    test(
      'a receipt for somebody who is queued is a conflict and changes nothing',
      withStore(async (store) => {
        await startCampaign(store, 1);
        expect(await store.recipients.receive(aReceipt(0))).toEqual({ kind: 'conflict', campaignId, no: 0 });
        expect((await store.recipients.tally(campaignId)).counts).toEqual(counts({ queued: 1 }));
      }),
    );

    test(
      'a receipt of an earlier attempt is a conflict, of a later one an orphan',
      withStore(async (store) => {
        await startCampaign(store, 1);
        await claimAll(store);
        await store.recipients.abandonClaims(now);
        await store.recipients.resolve(campaignId, 0, 'release', agent, now);
        await claimAll(store);
        expect((await store.recipients.receive(aReceipt(0, { attempt: 1 }))).kind).toBe('conflict');
        expect((await store.recipients.receive(aReceipt(0, { attempt: 3 }))).kind).toBe('orphan');
        expect((await store.recipients.receive(aReceipt(0, { attempt: 2 }))).kind).toBe('applied');
      }),
    );

    test.each(['nonsense', 'v1.abcd2345.9.1', 'v1.zzzz9999.0.1', 'v1.abcd2345.0.0', 'd1.abcdefgh2345.0'])(
      'a receipt with the reference %s is an orphan',
      (ref) =>
        withStore(async (store) => {
          await startCampaign(store, 1);
          expect(await store.recipients.receive(aReceipt(0, { ref }))).toEqual({ kind: 'orphan' });
        })(),
    );

    test(
      'a late receipt still upgrades somebody who was given up on',
      withStore(async (store) => {
        await startCampaign(store, 1);
        await submitFirst(store);
        await store.recipients.expireReceipts(campaignId, later, later);
        expect(await store.recipients.receive(aReceipt(0))).toMatchObject({ from: 'no_receipt', to: 'delivered' });
      }),
    );
  });
}
