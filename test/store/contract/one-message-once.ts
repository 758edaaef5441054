import { describe, expect, test } from 'vitest';
import { ConversationId } from '../../../src/domain/ids.ts';
import {
  aConversation,
  aMexican,
  aNumber,
  anInbound,
  aSuppression,
  campaignId,
  conversationId,
} from '../../support/builders.ts';
import type { WithStore } from '../contract.ts';
import { aConversationHead, nowAndReopened, owed, received } from './arrange.ts';

/** Networks and webhooks repeat texts, and give ids twice. */
export function oneMessageOnceContract(withStore: WithStore): void {
  describe('texts that come again', () => {
    test(
      'the same message again changes nothing, also at once or after a restart',
      withStore(async (store, reopen) => {
        const results = await Promise.all([1, 2, 3].map(() => store.conversations.receive(received())));
        expect(results).toEqual([true, false, false]);
        const restarted = await reopen();
        const again = received({ suppress: aSuppression(), announcements: [owed] });
        expect(await restarted.conversations.receive(again)).toBe(false);
        expect(await restarted.conversations.get(conversationId)).toEqual(aConversation());
        expect(restarted.suppressions.blocks(aNumber())).toBe(false);
        expect(await restarted.announcements.pending()).toEqual([]);
      }),
    );

    test(
      'a message with the id that another number’s text had is another message, once',
      withStore(async (store, reopen) => {
        await store.conversations.receive(received());
        const id = ConversationId.parse('stranger2345');
        const other = aConversationHead({ id, number: aNumber(9) });
        const suppress = aSuppression({ number: aNumber(9) });
        const stop = received({ conversation: other, message: anInbound({ text: 'STOP' }), suppress });
        expect(await store.conversations.receive(stop)).toBe(true);
        expect(await store.conversations.receive(stop)).toBe(false);
        const restarted = await reopen();
        expect(restarted.suppressions.blocks(aNumber(9))).toBe(true);
        expect(restarted.suppressions.blocks(aNumber())).toBe(false);
        expect(await restarted.conversations.receive(stop)).toBe(false);
        expect(await restarted.conversations.receive(received())).toBe(false);
        expect((await restarted.conversations.get(id))?.messages).toHaveLength(1);
      }),
    );

    test(
      'another text of the same person with an id that one of theirs had is another message, once',
      withStore(async (store, reopen) => {
        await store.conversations.receive(received());
        const stop = received({
          message: anInbound({ text: 'STOP', reading: 'opt_out' }),
          suppress: aSuppression(),
          announcements: [owed],
        });
        expect(await store.conversations.receive(stop)).toBe(true);
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.conversations.receive(stop)).toBe(false);
          expect(await one.conversations.receive(received())).toBe(false);
          expect(one.suppressions.blocks(aNumber())).toBe(true);
          const ids = (await one.conversations.get(conversationId))?.messages.map(({ id }) => id);
          expect(ids).toEqual(['in-1', 'in-1~2']);
          expect(await one.announcements.pending()).toMatchObject([{ messageId: 'in-1~2' }]);
        }
      }),
    );

    test(
      'a message that came before under another campaign is the same message',
      withStore(async (store) => {
        await store.conversations.receive(received());
        const id = ConversationId.parse('anewtalk2345');
        const later = aConversationHead({ id, campaignId: null });
        expect(await store.conversations.receive(received({ conversation: later }))).toBe(false);
      }),
    );

    test(
      'two first messages of one person at once are one conversation',
      withStore(async (store) => {
        const secondId = ConversationId.parse('zzzzzzzz2345');
        const first = received();
        const second = received({
          message: anInbound({ id: 'in-2' }),
          conversation: aConversationHead({ id: secondId }),
          announcements: [{ ...owed, conversationId: secondId, messageId: 'in-2' }],
        });
        await Promise.all([store.conversations.receive(first), store.conversations.receive(second)]);
        expect((await store.conversations.ofCampaign(campaignId)).map(({ messages }) => messages.length)).toEqual([2]);
        expect(await store.announcements.pending()).toMatchObject([{ conversationId, messageId: 'in-2' }]);
      }),
    );

    test(
      'texts of one person are one conversation, whatever spelling they come from, also at once',
      withStore(async (store, reopen) => {
        const { listed, fromNetwork } = aMexican();
        const from = (number: typeof listed, id: string, conversation: string) =>
          received({
            message: anInbound({ id }),
            conversation: aConversationHead({ number, id: ConversationId.parse(conversation) }),
          });
        await Promise.all([
          store.conversations.receive(from(listed, 'in-1', 'aaaaaaaa2345')),
          store.conversations.receive(from(fromNetwork, 'in-2', 'zzzzzzzz2345')),
        ]);
        for await (const one of nowAndReopened(store, reopen)) {
          const [conversation, ...others] = await one.conversations.ofCampaign(campaignId);
          expect([conversation?.number, conversation?.messages.length, others]).toEqual([listed, 2, []]);
          expect(await one.conversations.find(campaignId, fromNetwork)).toEqual(conversation);
          expect(await one.conversations.unanswered(campaignId)).toBe(1);
        }
      }),
    );
  });
}
