import { describe, expect, test } from 'vitest';
import { CampaignId } from '../../../src/domain/ids.ts';
import { aCampaign, aDraft, approver, campaignId } from '../../support/builders.ts';
import type { WithStore } from '../contract.ts';
import { aList, claimAll, nowAndReopened, startCampaign, startedAt } from './arrange.ts';

const otherId = CampaignId.parse('efgh6789');
const note = {
  id: 'n1',
  at: '2026-11-23T15:00:00.000Z',
  kind: 'note' as const,
  campaignId,
  note: { kind: 'started' as const },
};

export function campaignContract(withStore: WithStore): void {
  describe('campaigns', () => {
    test(
      'a campaign and its list become visible together, and are there after a restart',
      withStore(async (store, reopen) => {
        await store.campaigns.create(aCampaign(), aList(1201));
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.campaigns.get(campaignId)).toEqual(aCampaign());
          expect((await one.recipients.tally(campaignId)).counts.queued).toBe(1201);
          expect((await one.recipients.get(campaignId, 1200))?.values).toEqual(['Person 1200']);
        }
      }),
    );

    test(
      'a campaign that nobody made is unknown everywhere',
      withStore(async (store) => {
        expect(await store.campaigns.get(campaignId)).toBeUndefined();
        expect(await store.campaigns.list()).toEqual([]);
        expect(await store.campaigns.posts(campaignId)).toEqual({ review: null, message: null });
        expect(store.campaigns.isRunning(campaignId)).toBe(false);
        expect(await store.campaigns.save(aCampaign())).toBe('stale');
        expect((await store.recipients.tally(campaignId)).batch).toBeNull();
        expect(await claimAll(store)).toEqual([]);
        expect(await store.recipients.page(campaignId, { from: 0, limit: 9 })).toEqual([]);
        expect(await store.recipients.get(campaignId, 0)).toBeUndefined();
      }),
    );

    test(
      'the same form submission twice is one campaign, also when both come at once or after a restart',
      withStore(async (store, reopen) => {
        const [first, second] = await Promise.all([
          store.campaigns.create(aCampaign(), aList(3)),
          store.campaigns.create(aCampaign({ id: otherId }), aList(3)),
        ]);
        expect(second).toEqual(first);
        const again = await (await reopen()).campaigns.create(aCampaign({ id: otherId, name: 'Again' }), aList(9));
        expect(again).toEqual(first);
      }),
    );

    test(
      'campaigns are listed with the newest first',
      withStore(async (store) => {
        await store.campaigns.create(aCampaign({ createdAt: '2026-11-23T14:00:00.000Z' }), []);
        await store.campaigns.create(
          aCampaign({ id: otherId, origin: 'b', createdAt: '2026-11-24T14:00:00.000Z' }),
          [],
        );
        expect((await store.campaigns.list()).map(({ id }) => id)).toEqual([otherId, campaignId]);
      }),
    );

    test(
      'of two changes made from the same version one is stored and the other is stale',
      withStore(async (store, reopen) => {
        const campaign = await startCampaign(store, 1);
        const saved = await Promise.all([
          store.campaigns.save({ ...campaign, name: 'First' }, { announcements: [note] }),
          store.campaigns.save({ ...campaign, name: 'Second' }, { announcements: [{ ...note, id: 'n2' }] }),
        ]);
        expect(saved).toEqual([{ ...campaign, name: 'First', version: 2 }, 'stale']);
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.campaigns.get(campaignId)).toEqual(saved[0]);
          expect(await one.announcements.pending()).toEqual([note]);
        }
      }),
    );

    test(
      'a new list replaces the old one in the same step',
      withStore(async (store, reopen) => {
        const draft = await store.campaigns.create(aDraft(), aList(900));
        await store.campaigns.save({ ...draft, name: 'Shorter' }, { list: aList(510).reverse() });
        for await (const one of nowAndReopened(store, reopen)) {
          expect((await one.campaigns.get(campaignId))?.name).toBe('Shorter');
          expect((await one.recipients.tally(campaignId)).counts.queued).toBe(510);
          expect((await one.recipients.get(campaignId, 0))?.values).toEqual(['Person 509']);
        }
      }),
    );

    test(
      'of two new lists for the same version one is stored',
      withStore(async (store) => {
        const draft = await store.campaigns.create(aDraft(), aList(2));
        const saved = await Promise.all([
          store.campaigns.save(draft, { list: aList(10) }),
          store.campaigns.save(draft, { list: aList(20) }),
        ]);
        expect(saved.filter((result) => result === 'stale')).toHaveLength(1);
        expect((await store.recipients.tally(campaignId)).counts.queued).toBe(saved[0] === 'stale' ? 20 : 10);
      }),
    );

    test(
      'the list of a campaign that has begun is not replaced',
      withStore(async (store) => {
        const campaign = await startCampaign(store, 2);
        await claimAll(store, 1);
        await expect(store.campaigns.save(campaign, { list: aList(3) })).rejects.toThrow('in use');
        expect((await store.recipients.tally(campaignId)).counts).toMatchObject({ queued: 1, claimed: 1 });
      }),
    );

    test(
      'a draft that was never submitted can be deleted with its list, once',
      withStore(async (store, reopen) => {
        await store.campaigns.create(aDraft({ id: otherId, origin: 'kept' }), aList(2));
        await store.campaigns.create(aDraft(), aList(1201));
        expect(await Promise.all([store.campaigns.discard(campaignId), store.campaigns.discard(campaignId)])).toEqual([
          true,
          false,
        ]);
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.campaigns.get(campaignId)).toBeUndefined();
          expect((await one.campaigns.list()).map(({ id }) => id)).toEqual([otherId]);
          expect(await one.recipients.page(campaignId, { from: 0, limit: 9 })).toEqual([]);
          expect((await one.recipients.tally(campaignId)).counts.queued).toBe(0);
          expect(await one.campaigns.discard(campaignId)).toBe(false);
        }
      }),
    );

    test(
      'a draft that was changed since it was looked at is not deleted',
      withStore(async (store) => {
        const { version } = await store.campaigns.create(aDraft(), aList(2));
        const draft = await store.campaigns.get(campaignId);
        await store.campaigns.save({ ...draft!, name: 'Another name' });
        expect(await store.campaigns.discard(campaignId, version)).toBe(false);
        expect(await store.campaigns.discard(campaignId, version + 1)).toBe(true);
      }),
    );

    test(
      'a deleted draft cannot be saved any more, and its form makes a new one',
      withStore(async (store, reopen) => {
        const draft = await store.campaigns.create(aDraft(), aList(2));
        await reopen().then((one) => one.campaigns.discard(campaignId));
        for await (const one of nowAndReopened(await reopen(), reopen)) {
          expect(await one.campaigns.save(draft)).toBe('stale');
          await one.campaigns.create(aDraft({ id: otherId }), aList(3));
          expect((await one.campaigns.get(otherId))?.origin).toBe(draft.origin);
        }
      }),
    );

    test.each([
      ['waits for approval', { status: 'pending_approval', submittedAt: startedAt }],
      ['waited for approval once', { submittedAt: startedAt }],
      ['was sent back', { sentBack: { by: approver, at: startedAt, reason: 'Too long' } }],
      ['is running', aCampaign()],
      ['was cancelled', { status: 'cancelled' }],
    ] as const)('a campaign that %s is not deleted', (_what, overrides) =>
      withStore(async (store, reopen) => {
        const campaign = await store.campaigns.create(aDraft({ ...overrides }), aList(2));
        expect(await store.campaigns.discard(campaignId)).toBe(false);
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.campaigns.get(campaignId)).toEqual(campaign);
          expect(await one.recipients.page(campaignId, { from: 0, limit: 9 })).toHaveLength(2);
        }
      })(),
    );

    test(
      'a draft whose card was posted, or is to be, is not deleted',
      withStore(async (store) => {
        const draft = await store.campaigns.create(aDraft(), aList(2));
        const card = { id: 'n1', at: startedAt, kind: 'review_card' as const, campaignId };
        await store.campaigns.save(draft, { announcements: [card] });
        expect(await store.campaigns.discard(campaignId)).toBe(false);
        await store.announcements.done('n1', { channel: draft.channel, id: '1.1' });
        expect(await store.campaigns.discard(campaignId)).toBe(false);
      }),
    );

    test(
      'whether a campaign is running can be seen at once',
      withStore(async (store) => {
        const campaign = await startCampaign(store, 1);
        expect(store.campaigns.isRunning(campaignId)).toBe(true);
        await store.campaigns.save({ ...campaign, status: 'paused' });
        expect(store.campaigns.isRunning(campaignId)).toBe(false);
      }),
    );

    test(
      'what is no campaign is refused, and nothing is stored',
      withStore(async (store) => {
        await expect(store.campaigns.create(aCampaign({ name: '' }), aList(1))).rejects.toThrow();
        expect(await store.campaigns.list()).toEqual([]);
      }),
    );
  });
}
