import { describe, expect, test } from 'vitest';
import type { Announcement } from '../../../src/domain/campaign/announcement.ts';
import { aConversation, agent, anInbound, campaignId, channel } from '../../support/builders.ts';
import type { WithStore } from '../contract.ts';
import { nowAndReopened, startCampaign } from './arrange.ts';

const at = '2026-11-23T15:00:00.000Z';
const card: Announcement = { id: 'a1', at, kind: 'review_card', campaignId };
const message: Announcement = { id: 'a2', at, kind: 'campaign_message', campaignId };
const direct: Announcement = { id: 'a3', at, kind: 'direct', campaignId: null, to: agent, text: 'Hello' };

export function announcementContract(withStore: WithStore): void {
  describe('announcements', () => {
    test(
      'what the team is owed stays owed, in order, until it is done',
      withStore(async (store, reopen) => {
        await store.announcements.add([card, message]);
        await store.announcements.add([direct]);
        await store.announcements.done('a2', null);
        await store.announcements.done('unknown', null);
        for await (const one of nowAndReopened(store, reopen))
          expect(await one.announcements.pending()).toEqual([card, direct]);
      }),
    );

    test(
      'news are told once, for ever, together with what is new',
      withStore(async (store, reopen) => {
        expect(await store.announcements.addOnce(['one', 'two'], [direct])).toBe(true);
        expect(await store.announcements.addOnce(['two'], [{ ...direct, id: 'a4' }])).toBe(false);
        await store.announcements.done('a3', null);
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.announcements.addOnce(['one'], [direct])).toBe(false);
          expect(await one.announcements.pending()).toEqual([]);
        }
        const again = await reopen();
        expect(await again.announcements.addOnce(['two', 'three'], [card])).toBe(true);
        expect(await again.announcements.pending()).toEqual([card]);
      }),
    );

    test(
      'the posts of the review card and of the campaign message are remembered with the campaign',
      withStore(async (store, reopen) => {
        await startCampaign(store, 1);
        await store.announcements.add([card, message, direct]);
        await store.announcements.done('a1', { channel, id: '1.1' });
        await store.announcements.done('a2', { channel, id: '2.2' });
        await store.announcements.done('a3', { channel, id: '3.3' });
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.campaigns.posts(campaignId)).toEqual({
            review: { channel, id: '1.1' },
            message: { channel, id: '2.2' },
          });
          expect((await one.campaigns.get(campaignId))?.version).toBe(1);
        }
      }),
    );
    test(
      'a text whose post shows many others too is remembered so',
      withStore(async (store, reopen) => {
        const text = anInbound({ post: null });
        const conversation = aConversation({ messages: [] });
        const post = { channel, id: '4.4', many: true as const };
        const owed = { id: 'a4', at, kind: 'inbound' as const, campaignId: null, channel: null, messageId: text.id };
        await store.conversations.receive({
          message: text,
          conversation,
          announcements: [{ ...owed, conversationId: conversation.id }],
        });
        await store.announcements.done('a4', post);
        for await (const one of nowAndReopened(store, reopen))
          expect((await one.conversations.get(conversation.id))?.messages).toMatchObject([{ id: text.id, post }]);
      }),
    );
    test(
      'the post of the last nudge of each step is remembered with the campaign, and since when it stands',
      withStore(async (store, reopen) => {
        await startCampaign(store, 1);
        const nudge = (id: string, step: 1 | 2) => ({ id, at, kind: 'nudge' as const, campaignId, step });
        await store.announcements.add([nudge('n1', 1), nudge('n2', 2), nudge('n3', 1), nudge('n4', 2)]);
        await store.announcements.done('n1', { channel, id: '1.1' });
        await store.announcements.done('n2', { channel, id: '2.2' });
        await store.announcements.done('n3', { channel, id: '3.3' });
        await store.announcements.done('n4', null);
        for await (const one of nowAndReopened(store, reopen)) {
          expect((await one.campaigns.posts(campaignId)).nudges).toMatchObject([
            { id: 'n2', step: 2, post: { channel, id: '2.2' }, at: expect.stringMatching(/^20/) },
            { id: 'n3', step: 1, post: { channel, id: '3.3' } },
          ]);
        }
      }),
    );
  });
}
