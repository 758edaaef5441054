import { describe, expect, test } from 'vitest';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import { CampaignId } from '../../../src/domain/ids.ts';
import { clientRef } from '../../../src/domain/recipient/recipient.ts';
import type { ByPlace, Cap, PlaceStanding } from '../../../src/ports/recipients.ts';
import type { Store } from '../../../src/ports/store.ts';
import { aCampaign, aNumber, aSuppression, campaignId } from '../../support/builders.ts';
import type { WithStore } from '../contract.ts';
import { aBatch, aReceipt, now, nowAndReopened } from './arrange.ts';

const other = CampaignId.parse('wxyz6789');

/** People 0, 1, 2, …, each in the place that the letter names. */
async function startIn(store: Store, places: string, overrides: Partial<Campaign> = {}): Promise<Campaign> {
  const list = [...places].map((place, no) => ({ number: aNumber(no), values: ['Person'], place }));
  return store.campaigns.create(aCampaign(overrides), list);
}

function openIn(open: string, caps: readonly Cap[] = []): ByPlace {
  return (place) => (open.includes(place) ? { kind: 'open', caps } : { kind: 'wait' });
}

async function claimIn(store: Store, byPlace: ByPlace, { limit = 100, at = now, id = campaignId } = {}) {
  const claims = await store.recipients.claim(id, aBatch(), limit, at, byPlace);
  return claims.map(({ no, place }) => `${no}${place}`).join(' ');
}

/** A text may leave until so long after its claim: the cap of a day ends then. */
const dayOn = new Date(now.getTime() + 86_400_000 + 5_000);

const minutesOn = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const daily: Cap = { max: 1, perHours: 24 };

/** People whose places, or whose former texts, let them wait. */
export function byPlaceContract(withStore: WithStore): void {
  describe('claims by place', () => {
    test(
      'pass over people whose place is closed, and take them in list order once it opens',
      withStore(async (store, reopen) => {
        await startIn(store, 'abcabc');
        expect(await claimIn(store, openIn('b'))).toBe('1b 4b');
        expect(await claimIn(store, openIn('b'))).toBe('');
        expect(await claimIn(store, openIn('ab'), { limit: 1 })).toBe('0a');
        const again = await reopen();
        expect(await claimIn(again, openIn('ac'), { limit: 2 })).toBe('2c 3a');
        expect(await claimIn(again, openIn('c'))).toBe('5c');
      }),
    );

    test(
      'offer again whoever is put back, or held no more, behind those who were passed over',
      withStore(async (store) => {
        await startIn(store, 'abb');
        await store.suppressions.add(aSuppression({ number: aNumber(2), kind: 'held' }));
        const [claim] = await store.recipients.claim(campaignId, aBatch(), 10, now, openIn('b'));
        expect(await claimIn(store, openIn('b'))).toBe('');
        await store.recipients.record(claim!, { to: 'queued' }, now);
        await store.suppressions.remove(aNumber(2), 'U0ADA', now.toISOString());
        expect(await claimIn(store, openIn('b'))).toBe('1b 2b');
      }),
    );

    test(
      'skip whoever is in a place that is never open, with the reason',
      withStore(async (store, reopen) => {
        await startIn(store, 'abx');
        const standing: ByPlace = (place) => (place === 'x' ? { kind: 'skip', reason: 'no_rule' } : openIn('a')(place));
        expect(await claimIn(store, standing)).toBe('0a');
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.recipients.get(campaignId, 2)).toMatchObject({ state: 'skipped', reason: 'no_rule' });
          expect(await one.recipients.queuedByPlace(campaignId)).toEqual([{ place: 'b', queued: 1 }]);
        }
      }),
    );

    test(
      'ask by the number where the list was stored without places, and no rule where none are given',
      withStore(async (store) => {
        await store.campaigns.create(aCampaign(), [{ number: aNumber(0), values: [] }]);
        const asked: string[] = [];
        const remember = (place: string): PlaceStanding => {
          asked.push(place);
          return { kind: 'wait' };
        };
        expect(await claimIn(store, remember)).toBe('');
        expect(asked).toContain('US|US-NJ|America/New_York|||number');
        expect(await store.recipients.claim(campaignId, aBatch(), 1, now)).toHaveLength(1);
      }),
    );

    test(
      'keep which rules were asked for each person',
      withStore(async (store, reopen) => {
        await startIn(store, 'ab');
        const byPlace: ByPlace = (place) => ({ kind: 'open', caps: [], rules: [`${place}/hours/1`, 'US/hours/1'] });
        await claimIn(store, byPlace, { limit: 1 });
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.recipients.get(campaignId, 0)).toMatchObject({ place: 'a', rules: 'a/hours/1 US/hours/1' });
          expect((await one.recipients.get(campaignId, 1))?.rules).toBeUndefined();
        }
      }),
    );

    test(
      'are told beforehand how many they may find',
      withStore(async (store) => {
        await startIn(store, 'aabbb');
        const claimable = (open: string) => store.recipients.claimable(campaignId, openIn(open), now);
        expect(await claimable('b')).toEqual({ people: 3, until: null });
        expect(await claimable('')).toEqual({ people: 0, until: null });
        await store.suppressions.add(aSuppression({ number: aNumber(2), kind: 'held' }));
        expect(await claimIn(store, openIn('b'))).toBe('3b 4b');
        expect(await claimable('b')).toEqual({ people: 0, until: null });
        expect(await claimable('ab')).toEqual({ people: 3, until: null });
        expect(await store.recipients.queuedByPlace(campaignId)).toEqual([
          { place: 'a', queued: 2 },
          { place: 'b', queued: 1 },
        ]);
      }),
    );
  });

  describe('claims under a cap', () => {
    test(
      'pass over whoever any campaign has texted so often, until that is long enough ago, also after a restart',
      withStore(async (store, reopen) => {
        await startIn(store, 'aa', { id: other, origin: 'other' });
        await startIn(store, 'aaa');
        const capped = openIn('a', [daily]);
        expect(await claimIn(store, capped, { id: other, limit: 1 })).toBe('0a');
        expect(await claimIn(store, capped, { at: minutesOn(1) })).toBe('1a 2a');
        const again = await reopen();
        expect(await claimIn(again, capped, { at: minutesOn(2) })).toBe('');
        const claimable = await again.recipients.claimable(campaignId, capped, minutesOn(2));
        expect(claimable).toEqual({ people: 0, until: dayOn });
        expect(await claimIn(again, capped, { at: minutesOn(24 * 60) })).toBe('');
        expect(await claimIn(again, capped, { at: dayOn })).toBe('0a');
      }),
    );

    test(
      'count from when a text left, however late its receipt comes',
      withStore(async (store, reopen) => {
        await startIn(store, 'a');
        await startIn(store, 'a', { id: other, origin: 'other' });
        const [claim] = await store.recipients.claim(campaignId, aBatch(), 1, now);
        await store.recipients.record(claim!, { to: 'submitted', messageId: 'm-1' }, now);
        await store.recipients.receive(aReceipt(0, { messageId: 'm-1', at: minutesOn(300).toISOString() }));
        const again = await reopen();
        expect(await claimIn(again, openIn('a', [daily]), { id: other, at: minutesOn(24 * 60) })).toBe('');
        expect(await claimIn(again, openIn('a', [daily]), { id: other, at: dayOn })).toBe('0a');
      }),
    );

    test(
      'look again at whom another campaign had claimed and gave back, or was refused',
      withStore(async (store) => {
        await startIn(store, 'aa', { id: other, origin: 'other' });
        await startIn(store, 'aa');
        const claims = await store.recipients.claim(other, aBatch(), 2, now);
        expect(await claimIn(store, openIn('a', [daily]))).toBe('');
        await store.recipients.record(claims[0]!, { to: 'queued' }, now);
        expect(await claimIn(store, openIn('a', [daily]))).toBe('0a');
        await store.recipients.record(claims[1]!, { to: 'rejected', reason: '1240' }, now);
        expect(await claimIn(store, openIn('a', [daily]))).toBe('1a');
      }),
    );

    test(
      'name the cap to whoever waited for its end when the campaign’s last moment came',
      withStore(async (store) => {
        await startIn(store, 'aa', { id: other, origin: 'other' });
        await startIn(store, 'aa');
        await store.recipients.claim(other, aBatch(), 1, now);
        const over: ByPlace = () => ({ kind: 'skip', reason: 'not_after', caps: [daily] });
        expect(await claimIn(store, over)).toBe('');
        expect(await store.recipients.skippedBecause(campaignId)).toEqual({ capped: 1, not_after: 1 });
      }),
    );

    test(
      'count a text in doubt, but none that the provider refused or that never left',
      withStore(async (store) => {
        await startIn(store, 'aaa', { id: other, origin: 'other' });
        await startIn(store, 'aaa');
        const claims = await store.recipients.claim(other, aBatch(), 3, now);
        await store.recipients.record(claims[0]!, { to: 'unconfirmed', reason: 'timeout' }, now);
        await store.recipients.record(claims[1]!, { to: 'rejected', reason: '1240' }, now);
        await store.recipients.record(claims[2]!, { to: 'queued' }, now);
        expect(await claimIn(store, openIn('a', [daily]), { at: minutesOn(1) })).toBe('1a 2a');
      }),
    );

    test(
      'count a text that the provider took and a network rejected later',
      withStore(async (store, reopen) => {
        await startIn(store, 'a', { id: other, origin: 'other' });
        await startIn(store, 'a');
        const [claim] = await store.recipients.claim(other, aBatch(), 1, now);
        await store.recipients.record(claim!, { to: 'submitted', messageId: 'm-1' }, now);
        const ref = clientRef({ campaignId: other, no: 0, attempt: 1 });
        await store.recipients.receive(aReceipt(0, { ref, messageId: 'm-1', status: 'rejected' }));
        expect((await store.recipients.get(other, 0))?.state).toBe('rejected');
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await claimIn(one, openIn('a', [daily]), { at: minutesOn(1) })).toBe('');
        }
      }),
    );

    test(
      'take nobody else for somebody of a canary who was released and waits',
      withStore(async (store) => {
        await startIn(store, 'aaa', { canary: { first: 2 } });
        const [first] = await store.recipients.claim(campaignId, aBatch(), 2, now);
        await store.recipients.record(first!, { to: 'unconfirmed', reason: 'timeout' }, now);
        await store.recipients.resolve(campaignId, 0, 'release', 'U0ADA' as never, now);
        expect(await claimIn(store, openIn('a', [daily]), { at: minutesOn(1) })).toBe('');
        expect(await claimIn(store, openIn('a', [daily]), { at: dayOn })).toBe('0a');
      }),
    );

    test(
      'count both texts where one in doubt was released',
      withStore(async (store) => {
        await startIn(store, 'a', { id: other, origin: 'other' });
        await startIn(store, 'a');
        const [first] = await store.recipients.claim(other, aBatch(), 1, now);
        await store.recipients.record(first!, { to: 'unconfirmed', reason: 'timeout' }, now);
        await store.recipients.resolve(other, 0, 'release', 'U0ADA' as never, now);
        expect(await claimIn(store, openIn('a', [{ max: 1, perHours: 24 }]), { at: minutesOn(1) })).toBe('');
        await store.recipients.claim(other, aBatch(), 1, minutesOn(2));
        expect(await claimIn(store, openIn('a', [{ max: 2, perHours: 24 }]), { at: minutesOn(3) })).toBe('');
      }),
    );

    test(
      'keep it exactly when two campaigns claim at once',
      withStore(async (store) => {
        const everybody = 'a'.repeat(200);
        await startIn(store, everybody, { id: other, origin: 'other' });
        await startIn(store, everybody);
        const capped = openIn('a', [daily]);
        const claims = await Promise.all(
          Array.from({ length: 40 }, (_, at) =>
            store.recipients.claim(at % 2 === 0 ? campaignId : other, aBatch(), 10, now, capped),
          ),
        );
        const numbers = claims.flat().map(({ number }) => number);
        expect(numbers).toHaveLength(200);
        expect(new Set(numbers).size).toBe(200);
      }),
    );
  });
}
