import { describe, expect, test } from 'vitest';
import { ConversationId } from '../../../src/domain/ids.ts';
import {
  aConversation,
  agent,
  aNumber,
  anAnswer,
  anInbound,
  aSuppression,
  campaignId,
  channel,
  conversationId,
} from '../../support/builders.ts';
import type { WithStore } from '../contract.ts';
import { aConversationHead, now, nowAndReopened, owed, received, startedAt } from './arrange.ts';
export function conversationContract(withStore: WithStore): void {
  describe('conversations', () => {
    test(
      'one message is stored with everything that it causes',
      withStore(async (store, reopen) => {
        expect(await store.conversations.receive(received({ suppress: aSuppression(), announcements: [owed] }))).toBe(
          true,
        );
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.conversations.get(conversationId)).toEqual(aConversation());
          expect(await one.conversations.find(campaignId, aNumber())).toEqual(aConversation());
          expect(await one.conversations.find(null, aNumber())).toBeUndefined();
          expect(await one.conversations.ofCampaign(campaignId)).toEqual([aConversation()]);
          expect(await one.suppressions.get(aNumber())).toEqual(aSuppression());
          expect(await one.announcements.pending()).toEqual([owed]);
          expect(await one.conversations.unanswered(campaignId)).toBe(1);
        }
      }),
    );

    test(
      'the next message goes into the same conversation, which takes the given status',
      withStore(async (store) => {
        await store.conversations.receive(received());
        const handled = { ...aConversation(), status: 'handled' as const, handledBy: agent };
        await store.conversations.save(handled);
        expect(await store.conversations.unanswered(campaignId)).toBe(0);
        const second = anInbound({ id: 'in-2', text: 'One more thing' });
        await store.conversations.receive(received({ message: second }));
        expect(await store.conversations.get(conversationId)).toEqual(
          aConversation({ version: 3, messages: [anInbound(), second] }),
        );
        expect(await store.conversations.unanswered(campaignId)).toBe(1);
      }),
    );

    test(
      'a text that was read with an older conversation is not taken: it may mean something else now',
      withStore(async (store) => {
        await store.conversations.receive(received({ readWith: 0 }));
        const second = received({ message: anInbound({ id: 'in-2', text: 'yes' }) });
        expect(await store.conversations.receive({ ...second, readWith: 0 })).toBe('stale');
        const known = await store.conversations.get(conversationId);
        expect(known?.messages).toHaveLength(1);
        expect(await store.conversations.receive({ ...second, readWith: known!.version })).toBe(true);
        expect(await store.conversations.receive({ ...second, readWith: 0 })).toBe(false);
      }),
    );

    test(
      'those that wait for the team are told by campaign, before and after a restart',
      withStore(async (store, reopen) => {
        await store.conversations.receive(received());
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.conversations.waiting(campaignId)).toEqual([aConversation()]);
          expect(await one.conversations.waiting(null)).toEqual([]);
        }
        const again = await reopen();
        await again.conversations.save({ ...aConversation(), status: 'handled', handledBy: agent });
        expect(await again.conversations.waiting(campaignId)).toEqual([]);
      }),
    );

    test(
      'a message that asks for nobody leaves open what a message of the same moment has opened',
      withStore(async (store) => {
        await store.conversations.receive(received());
        const counted = anInbound({ id: 'in-2', text: 'Yes', reading: 'expected', countedAs: 'Yes' });
        const conversation = aConversationHead({ status: 'handled' });
        await store.conversations.receive(received({ message: counted, conversation }));
        expect(await store.conversations.get(conversationId)).toMatchObject({ status: 'open' });
        expect(await store.conversations.unanswered(campaignId)).toBe(1);
      }),
    );

    test(
      'a message may bring the outcome it is counted under, and none takes one away',
      withStore(async (store, reopen) => {
        await store.conversations.receive(received());
        const outcome = { label: 'Yes', by: null, at: '2026-05-04T10:00:00.000Z' };
        const conversation = aConversationHead();
        const counted = anInbound({ id: 'in-2', reading: 'expected', countedAs: 'Yes' });
        await store.conversations.receive(received({ message: counted, conversation: { ...conversation, outcome } }));
        await store.conversations.receive(received({ message: anInbound({ id: 'in-3' }) }));
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.conversations.get(conversationId)).toMatchObject({ outcome, messages: [{}, counted, {}] });
        }
      }),
    );

    test(
      'texts of one number under two campaigns, or under none, are apart',
      withStore(async (store) => {
        await store.conversations.receive(received());
        const id = ConversationId.parse('zzzzzzzz2345');
        const elsewhere = aConversationHead({ id, campaignId: null });
        await store.conversations.receive(received({ message: anInbound({ id: 'in-2' }), conversation: elsewhere }));
        expect((await store.conversations.find(null, aNumber()))?.id).toBe(id);
        expect(await store.conversations.ofCampaign(null)).toHaveLength(1);
        expect(await store.conversations.unanswered(campaignId)).toBe(1);
      }),
    );

    test(
      'of two changes made from the same version one is stored with what it causes, and the other is stale',
      withStore(async (store, reopen) => {
        await store.conversations.receive(received());
        const [conversation] = await store.conversations.ofCampaign(campaignId);
        const claimed = { ...conversation!, status: 'claimed' as const, handledBy: agent };
        const saved = await Promise.all([
          store.conversations.save(claimed, { announcements: [owed], suppress: aSuppression() }),
          store.conversations.save(claimed),
        ]);
        expect(saved).toEqual([{ ...claimed, version: 2 }, 'stale']);
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.conversations.get(conversationId)).toEqual(saved[0]);
          expect(one.suppressions.blocks(aNumber())).toBe(true);
          expect(await one.announcements.pending()).toEqual([owed]);
        }
      }),
    );

    test(
      'a change of a conversation that nobody knows is stale',
      withStore(async (store) => {
        expect(await store.conversations.save(aConversation())).toBe('stale');
      }),
    );

    test(
      'an answer ends the waiting',
      withStore(async (store) => {
        await store.conversations.receive(received());
        await store.conversations.save(aConversation({ messages: [anInbound(), anAnswer()] }));
        expect(await store.conversations.unanswered(campaignId)).toBe(0);
      }),
    );

    test(
      'the post of an inbound message is remembered with it, as a change like any other',
      withStore(async (store, reopen) => {
        await store.conversations.receive(received({ announcements: [owed] }));
        const post = { channel, id: '1.1' };
        await store.announcements.done('a1', post);
        for await (const one of nowAndReopened(store, reopen)) {
          expect((await one.conversations.get(conversationId))?.messages).toEqual([anInbound({ post })]);
        }
        expect(await (await reopen()).conversations.save(aConversation())).toBe('stale');
      }),
    );

    test(
      'answers found as claimed after a restart become unconfirmed',
      withStore(async (store, reopen) => {
        await store.conversations.receive(received());
        await store.conversations.save(aConversation({ messages: [anInbound(), anAnswer({ state: 'claimed' })] }));
        const restarted = await reopen();
        expect(await restarted.conversations.abandonClaims(now)).toEqual([conversationId]);
        expect(await restarted.conversations.abandonClaims(now)).toEqual([]);
        expect((await restarted.conversations.get(conversationId))?.messages[1]).toMatchObject({
          state: 'unconfirmed',
          reason: 'crash',
        });
      }),
    );

    test(
      'one that begins with a text of ours is made once, and keeps whose phone it is',
      withStore(async (store, reopen) => {
        const owners = [{ user: agent, verifiedAt: null, code: { digits: '012345', at: startedAt, triesLeft: 5 } }];
        const fresh = aConversation({ version: 0, campaignId: null, owners, messages: [] });
        const saved = await store.conversations.save(fresh);
        expect(await store.conversations.save({ ...fresh, id: ConversationId.parse('zzzzzzzz2345') })).toBe('stale');
        expect(await store.conversations.save(fresh)).toBe('stale');
        await store.conversations.receive(received({ conversation: aConversationHead({ campaignId: null }) }));
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.conversations.ofCampaign(null)).toMatchObject([{ id: conversationId, owners, version: 2 }]);
        }
        expect(saved).toEqual({ ...fresh, version: 1 });
      }),
    );
  });
}
