import { describe, expect, test } from 'vitest';
import { ConversationId } from '../../../src/domain/ids.ts';
import { agent, aMexican, aNumber, anInbound, aSuppression } from '../../support/builders.ts';
import type { WithStore } from '../contract.ts';
import { aConversationHead, nowAndReopened, received, startedAt } from './arrange.ts';

/** Which word counts when STOP, START and a decision come in any order. */
export function wordsThatLiftContract(withStore: WithStore): void {
  describe('words that lift an opt-out', () => {
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
            const message = anInbound({
              id: `in-${index}`,
              text,
              reading: text === 'STOP' ? 'opt_out' : 'opt_in',
              at: startedAt,
            });
            const effect =
              text === 'STOP'
                ? { suppress: aSuppression({ at: startedAt }) }
                : { lift: { number: aNumber(), by: 'sms' } };
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
          await store.conversations.receive(received({ conversation: aConversationHead({ id, number }) }));
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
      'a START lifts what the person said under another spelling, unless that was written later or at the same time',
      withStore(async (store) => {
        const { listed, fromNetwork } = aMexican();
        const stop = anInbound({ id: 'in-1', reading: 'opt_out', at: '2026-11-23T14:20:00.000Z' });
        const early = { ...stop, id: 'in-2', reading: 'opt_in' as const, at: '2026-11-23T14:10:00.000Z' };
        const same = { ...early, id: 'in-4', at: stop.at };
        const late = { ...early, id: 'in-3', at: '2026-11-23T14:30:00.000Z' };
        const suppress = aSuppression({ number: fromNetwork, at: stop.at });
        const conversation = aConversationHead({ number: fromNetwork });
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
