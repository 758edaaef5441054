import { describe, expect, test } from 'vitest';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import { CampaignId } from '../../../src/domain/ids.ts';
import type { LeaveOut } from '../../../src/domain/leave-out/leave-out.ts';
import type { ClaimResult } from '../../../src/ports/recipients.ts';
import type { Store } from '../../../src/ports/store.ts';
import { aCampaign, aDraft, aMexican, aNumber, aSuppression, campaignId } from '../../support/builders.ts';
import type { WithStore } from '../contract.ts';
import { aBatch, aList, claimAll, nosClaimed, now, nowAndReopened, startCampaign } from './arrange.ts';

const other = CampaignId.parse('wxyz6789');
const month: LeaveOut = [{ kind: 'texted', days: 30 }];
const day = '2026-11-23';

/** Another campaign of those numbers, which claimed them all; each result is then recorded, `undefined` for none. */
async function another(store: Store, results: readonly (ClaimResult | undefined)[], overrides: Partial<Campaign> = {}) {
  const list = results.map((_, no) => ({ number: aNumber(no), values: ['Person'] }));
  await store.campaigns.create(aCampaign({ id: other, origin: 'other', ...overrides }), list);
  const claims = await store.recipients.claim(other, aBatch(), results.length, now);
  for (const claim of claims) {
    const result = results[claim.no];
    if (result) await store.recipients.record(claim, result, now);
  }
}

const accepted: ClaimResult = { to: 'submitted', messageId: 'm1' };

async function leftOut(store: Store, rules: LeaveOut, at = now, numbers = [0, 1, 2, 3, 4].map(aNumber)) {
  const found = await store.recipients.leftOutOf(
    numbers.map((number) => ({ number })),
    { rules, campaignId, now: at },
  );
  const those = numbers.flatMap((_, no) => {
    const by = found.of(no);
    return by ? [[no, by.campaignId, by.at?.toISOString().slice(0, 10) ?? null]] : [];
  });
  expect(found.people).toBe(those.length);
  return those;
}

/** Whom a campaign leaves out by its own rules, from the beginning and on their turn. */
export function leaveOutContract(withStore: WithStore): void {
  describe('a campaign that leaves people out', () => {
    test(
      'finds those whom another one has texted, in doubt also, but nobody who was refused, put back or is still to come',
      withStore(async (store) => {
        const doubt: ClaimResult = { to: 'unconfirmed', reason: 'timeout' };
        await another(store, [accepted, doubt, { to: 'rejected', reason: '1240' }, { to: 'queued' }, undefined]);
        expect(await leftOut(store, month)).toEqual([0, 1, 4].map((no) => [no, other, day]));
        await store.recipients.resolve(other, 1, 'release', 'U0ADA' as never, now);
        expect(await leftOut(store, month)).toEqual([0, 1, 4].map((no) => [no, other, day]));
      }),
    );

    test(
      'finds nobody who was texted before that, or by itself',
      withStore(async (store) => {
        await another(store, [accepted, accepted]);
        const dayOn = (days: number) => new Date(now.getTime() + days * 86_400_000);
        expect(await leftOut(store, month, dayOn(30))).toHaveLength(2);
        expect(await leftOut(store, month, dayOn(31))).toEqual([]);
        const own = await store.recipients.leftOutOf([{ number: aNumber(0) }], {
          rules: month,
          campaignId: other,
          now,
        });
        expect(own.people).toBe(0);
      }),
    );

    test(
      'finds everybody on the other list, texted or not, and each under the first rule that fits',
      withStore(async (store) => {
        await another(store, [{ to: 'rejected', reason: '1240' }, accepted]);
        const listed = { kind: 'in_campaign' as const, campaignId: other, name: 'Other' };
        expect(await leftOut(store, [listed])).toEqual([0, 1].map((no) => [no, other, null]));
        expect(await leftOut(store, [...month, listed])).toEqual([
          [0, other, null],
          [1, other, day],
        ]);
      }),
    );

    test(
      'knows a person under another spelling of the number',
      withStore(async (store) => {
        const { listed, fromNetwork } = aMexican();
        await store.campaigns.create(aCampaign({ id: other, origin: 'other' }), [{ number: listed, values: [] }]);
        for (const claim of await store.recipients.claim(other, aBatch(), 1, now))
          await store.recipients.record(claim, accepted, now);
        expect(await leftOut(store, month, now, [aNumber(7), fromNetwork])).toEqual([[1, other, day]]);
      }),
    );

    test(
      'never claims whom its list leaves out, and says why, also after a restart',
      withStore(async (store, reopen) => {
        const list = aList(4).map((one, no) => (no === 1 ? { ...one, leftOut: 'in_wxyz6789' } : one));
        await store.campaigns.create(aCampaign(), list);
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.recipients.get(campaignId, 1)).toMatchObject({
            state: 'skipped',
            reason: 'in_wxyz6789',
            leftOut: 'in_wxyz6789',
          });
          expect((await one.recipients.tally(campaignId)).counts).toMatchObject({ queued: 3, skipped: 1 });
        }
      }),
    );

    test(
      'claims the others of such a list, and counts right after a restart in between',
      withStore(async (store, reopen) => {
        const list = aList(4).map((one, no) => (no === 1 ? { ...one, leftOut: 'in_wxyz6789' } : one));
        await store.campaigns.create(aCampaign(), list);
        expect(await nosClaimed(store, 2)).toEqual([0, 2]);
        await store.recipients.skipQueued(campaignId, 'cancelled', now);
        const one = await reopen();
        expect((await one.recipients.tally(campaignId)).counts).toMatchObject({ claimed: 2, skipped: 2, queued: 0 });
        expect(await one.recipients.skippedBecause(campaignId)).toEqual({ in_wxyz6789: 1, cancelled: 1 });
      }),
    );

    test(
      'may still replace its list, or be deleted, while nobody was asked for approval',
      withStore(async (store) => {
        const draft = await store.campaigns.create(aDraft(), [{ ...aList(1)[0]!, leftOut: 'in_wxyz6789' }]);
        const saved = await store.campaigns.save(draft, { list: aList(2) });
        expect(saved).not.toBe('stale');
        expect((await store.recipients.tally(campaignId)).counts).toMatchObject({ queued: 2, skipped: 0 });
        expect(await store.campaigns.discard(campaignId)).toBe(true);
      }),
    );

    test(
      'skips on their turn those whom another one has texted meanwhile',
      withStore(async (store, reopen) => {
        await startCampaign(store, 5, { leaveOut: month });
        await another(store, [accepted, undefined, { to: 'rejected', reason: '1240' }]);
        await store.suppressions.add(aSuppression({ number: aNumber(0) }));
        expect(await store.recipients.textedMeanwhile(campaignId, now)).toBe(1);
        expect(await nosClaimed(store, 2)).toEqual([2, 3]);
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.recipients.skippedBecause(campaignId)).toEqual({
            opted_out: 1,
            [`texted_${other}_${day}`]: 1,
          });
          expect(await one.recipients.textedMeanwhile(campaignId, now)).toBe(0);
        }
      }),
    );

    test(
      'never has a person together with another such campaign',
      withStore(async (store) => {
        await startCampaign(store, 300, { leaveOut: month });
        const list = aList(300);
        await store.campaigns.create(aCampaign({ id: other, origin: 'other', leaveOut: month }), list);
        const claims = await Promise.all(
          Array.from({ length: 40 }, (_, at) =>
            store.recipients.claim(at % 2 === 0 ? campaignId : other, aBatch(), 20, now),
          ),
        );
        const numbers = claims.flat().map(({ number }) => number);
        expect(new Set(numbers).size).toBe(numbers.length);
        expect(numbers).toHaveLength(300);
      }),
    );

    test(
      'finds the one person left behind thousands who were texted meanwhile',
      withStore(async (store) => {
        await startCampaign(store, 5_001, { leaveOut: month });
        await store.campaigns.create(aCampaign({ id: other, origin: 'other' }), aList(5_000));
        await store.recipients.claim(other, aBatch(), 5_000, now);
        expect((await claimAll(store, 1)).map(({ no }) => no)).toEqual([5_000]);
      }),
    );
  });
}
