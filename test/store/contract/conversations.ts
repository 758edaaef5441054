import { describe, expect, test } from 'vitest';
import type { Announcement } from '../../../src/domain/campaign/announcement.ts';
import { ConversationId } from '../../../src/domain/ids.ts';
import type { ReceivedMessage } from '../../../src/ports/store.ts';
import {
  aConversation,
  agent,
  aMexican,
  aNumber,
  anAnswer,
  anInbound,
  aSuppression,
  campaignId,
  channel,
  conversationId,
} from '../../support/builders.ts';
import type { WithStore } from '../contract.ts';
import { nowAndReopened } from './arrange.ts';

const at = '2026-11-23T15:00:00.000Z';
const owed = {
  id: 'a1',
  at,
  kind: 'inbound',
  campaignId,
  channel: null,
  conversationId,
  messageId: 'in-1',
} as const satisfies Announcement;

function received(overrides: Partial<ReceivedMessage> = {}): ReceivedMessage {
  const { messages: _messages, version: _version, ...conversation } = aConversation();
  return { message: anInbound(), conversation, announcements: [], ...overrides };
}

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
        const { messages: _messages, version: _version, ...other } = aConversation({ id, number: aNumber(9) });
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
        const { messages: _messages, version: _version, ...later } = aConversation({ id, campaignId: null });
        expect(await store.conversations.receive(received({ conversation: later }))).toBe(false);
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
      'two first messages of one person at once are one conversation',
      withStore(async (store) => {
        const secondId = ConversationId.parse('zzzzzzzz2345');
        const first = received();
        const second = received({
          message: anInbound({ id: 'in-2' }),
          conversation: { ...first.conversation, id: secondId },
          announcements: [{ ...owed, conversationId: secondId, messageId: 'in-2' }],
        });
        await Promise.all([store.conversations.receive(first), store.conversations.receive(second)]);
        expect((await store.conversations.ofCampaign(campaignId)).map(({ messages }) => messages.length)).toEqual([2]);
        expect(await store.announcements.pending()).toMatchObject([{ conversationId, messageId: 'in-2' }]);
      }),
    );

    test(
      'texts of one number under two campaigns, or under none, are apart',
      withStore(async (store) => {
        await store.conversations.receive(received());
        const id = ConversationId.parse('zzzzzzzz2345');
        const elsewhere = { ...received().conversation, id, campaignId: null };
        await store.conversations.receive(received({ message: anInbound({ id: 'in-2' }), conversation: elsewhere }));
        expect((await store.conversations.find(null, aNumber()))?.id).toBe(id);
        expect(await store.conversations.ofCampaign(null)).toHaveLength(1);
        expect(await store.conversations.unanswered(campaignId)).toBe(1);
      }),
    );

    test(
      'a message that lifts a suppression does both in one step',
      withStore(async (store) => {
        await store.suppressions.add(aSuppression());
        await store.conversations.receive(received({ lift: { number: aNumber(), by: 'sms' } }));
        expect(store.suppressions.blocks(aNumber())).toBe(false);
      }),
    );

    test(
      'a START that comes after a STOP that was written later lifts nothing, also when it is not the first STOP',
      withStore(async (store) => {
        const stop = anInbound({ id: 'in-1', reading: 'opt_out', at: '2026-11-23T14:00:00.000Z' });
        const again = { ...stop, id: 'in-2', at: '2026-11-23T14:20:00.000Z' };
        const start = { ...stop, id: 'in-3', reading: 'opt_in' as const, at: '2026-11-23T14:10:00.000Z' };
        const last = { ...start, id: 'in-4', at: '2026-11-23T14:30:00.000Z' };
        for (const message of [stop, again]) {
          await store.conversations.receive(received({ message, suppress: aSuppression({ at: message.at }) }));
        }
        await store.conversations.receive(received({ message: start, lift: { number: aNumber(), by: 'sms' } }));
        expect(store.suppressions.blocks(aNumber())).toBe(true);
        await store.conversations.receive(received({ message: last, lift: { number: aNumber(), by: 'sms' } }));
        expect(store.suppressions.blocks(aNumber())).toBe(false);
      }),
    );

    test.each([['STOP, START'], ['START, STOP'], ['STOP, START, START']])(
      'of a STOP and a START with the very same time the STOP stays: %s',
      (words) =>
        withStore(async (store, reopen) => {
          for (const [index, text] of words.split(', ').entries()) {
            const message = anInbound({ id: `in-${index}`, text, reading: text === 'STOP' ? 'opt_out' : 'opt_in', at });
            const effect =
              text === 'STOP' ? { suppress: aSuppression({ at }) } : { lift: { number: aNumber(), by: 'sms' } };
            await store.conversations.receive(received({ message, ...effect }));
          }
          for await (const one of nowAndReopened(store, reopen)) {
            expect(one.suppressions.blocks(aNumber())).toBe(true);
          }
        })(),
    );

    test(
      'a decision that a text was no opt-out lifts a hold, never the STOP that came meanwhile',
      withStore(async (store, reopen) => {
        for (const [kind, isBlocked] of [
          ['opted_out', true],
          ['held', false],
        ] as const) {
          const number = aNumber(isBlocked ? 1 : 2);
          const id = ConversationId.parse(isBlocked ? 'stopped22345' : 'heldheld2345');
          await store.suppressions.add(aSuppression({ number, kind }));
          await store.conversations.receive(received({ conversation: { ...received().conversation, id, number } }));
          const known = (await store.conversations.get(id))!;
          await store.conversations.save({ ...known, status: 'handled' }, { lift: { number, by: agent } });
          for await (const one of nowAndReopened(store, reopen)) {
            expect([kind, one.suppressions.blocks(number)]).toEqual([kind, isBlocked]);
          }
          store = await reopen();
        }
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
        expect(await restarted.conversations.abandonClaims(new Date(at))).toEqual([conversationId]);
        expect(await restarted.conversations.abandonClaims(new Date(at))).toEqual([]);
        expect((await restarted.conversations.get(conversationId))?.messages[1]).toMatchObject({
          state: 'unconfirmed',
          reason: 'crash',
        });
      }),
    );

    test(
      'texts of one person are one conversation, whatever spelling they come from, also at once',
      withStore(async (store, reopen) => {
        const { listed, fromNetwork } = aMexican();
        const from = (number: typeof listed, id: string, conversation: string) =>
          received({
            message: anInbound({ id }),
            conversation: { ...received().conversation, number, id: ConversationId.parse(conversation) },
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

    test(
      'one that begins with a text of ours is made once, and keeps whose phone it is',
      withStore(async (store, reopen) => {
        const owners = [{ user: agent, verifiedAt: null, code: { digits: '012345', at, triesLeft: 5 } }];
        const fresh = aConversation({ version: 0, campaignId: null, owners, messages: [] });
        const saved = await store.conversations.save(fresh);
        expect(await store.conversations.save({ ...fresh, id: ConversationId.parse('zzzzzzzz2345') })).toBe('stale');
        expect(await store.conversations.save(fresh)).toBe('stale');
        await store.conversations.receive(received({ conversation: { ...received().conversation, campaignId: null } }));
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.conversations.ofCampaign(null)).toMatchObject([{ id: conversationId, owners, version: 2 }]);
        }
        expect(saved).toEqual({ ...fresh, version: 1 });
      }),
    );

    test(
      'a START lifts what the person said under another spelling, unless that was written later or at the same time',
      withStore(async (store) => {
        const { listed, fromNetwork } = aMexican();
        const stop = anInbound({ id: 'in-1', reading: 'opt_out', at: '2026-11-23T14:20:00.000Z' });
        const early = { ...stop, id: 'in-2', reading: 'opt_in' as const, at: '2026-11-23T14:10:00.000Z' };
        const same = { ...early, id: 'in-4', at: stop.at };
        const late = { ...early, id: 'in-3', at: '2026-11-23T14:30:00.000Z' };
        const suppress = aSuppression({ number: fromNetwork, at: stop.at });
        const conversation = { ...received().conversation, number: fromNetwork };
        await store.conversations.receive(received({ message: stop, conversation, suppress }));
        const lift = { number: listed, by: 'sms' };
        for (const message of [early, same]) {
          await store.conversations.receive(received({ message, conversation, lift }));
          expect(store.suppressions.blocks(listed)).toBe(true);
        }
        await store.conversations.receive(received({ message: late, conversation, lift }));
        expect(store.suppressions.blocks(fromNetwork)).toBe(false);
      }),
    );
  });
}
