import { describe, expect, test } from 'vitest';
import { newGroup } from '../../../src/domain/reply/group.ts';
import { aCampaign, aConversation, agent, anInbound, campaignId, channel } from '../../support/builders.ts';
import type { WithStore } from '../contract.ts';
import { aList, nowAndReopened } from './arrange.ts';

const at = '2026-11-23T15:00:00.000Z';
const yes = { ...newGroup({ says: 'yes', example: 'Yes!' }), version: 0 };
const card = { id: 'g1', at, kind: 'group_card' as const, campaignId, says: 'yes', example: 'Yes!' };
const post = { channel, id: '1764300000.000100' };

export function groupContract(withStore: WithStore): void {
  describe('groups of conversations that say the same', () => {
    test(
      'the first card makes the record of its group, which stays through a restart',
      withStore(async (store, reopen) => {
        await store.campaigns.create(aCampaign(), aList(1));
        await store.announcements.add([card]);
        expect(await store.campaigns.groups(campaignId)).toEqual([]);
        await store.announcements.done('g1', post);
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.campaigns.groups(campaignId)).toEqual([{ ...yes, version: 1, post }]);
          expect(await one.announcements.pending()).toEqual([]);
        }
      }),
    );

    test(
      'of two changes at once one is stale, and a newer card is kept whatever is saved',
      withStore(async (store, reopen) => {
        await store.campaigns.create(aCampaign(), aList(1));
        const counts = { id: 'c', label: 'Yes', by: agent, at };
        expect(await store.campaigns.saveGroup(campaignId, { ...yes, version: 3 })).toBe('stale');
        await store.campaigns.saveGroup(campaignId, yes);
        const [first, second] = await Promise.all([
          store.campaigns.saveGroup(campaignId, { ...yes, version: 1, counts }),
          store.campaigns.saveGroup(campaignId, { ...yes, version: 1 }),
        ]);
        expect(first).toMatchObject({ version: 2, counts });
        expect(second).toBe('stale');
        await store.announcements.add([card]);
        await store.announcements.done('g1', post);
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.campaigns.groups(campaignId)).toEqual([{ ...yes, version: 2, counts, post }]);
        }
        await expect(store.campaigns.groups('gonegone' as never)).resolves.toEqual([]);
      }),
    );

    test(
      'a group makes room for another, but not while somebody waits in it',
      withStore(async (store) => {
        await store.campaigns.create(aCampaign(), aList(1));
        await store.campaigns.saveGroup(campaignId, yes);
        await store.campaigns.saveGroup(campaignId, { ...yes, says: 'no' });
        const { messages: _messages, version: _version, ...conversation } = aConversation();
        await store.conversations.receive({ message: anInbound({ text: 'no' }), conversation, announcements: [] });
        const late = (instead: string) => ({ ...card, id: instead, says: `late ${instead}`, instead });
        await store.announcements.add([late('yes'), late('no')]);
        await store.announcements.done('yes', post);
        await store.announcements.done('no', post);
        expect((await store.campaigns.groups(campaignId)).map(({ says }) => says)).toEqual([
          'no',
          'late yes',
          'late no',
        ]);
      }),
    );
  });
}
