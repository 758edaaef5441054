import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConversationId } from '../../../src/domain/ids.ts';
import {
  Conversation,
  conversationRef,
  isUnanswered,
  readConversationRef,
} from '../../../src/domain/reply/conversation.ts';
import type { Reading } from '../../../src/domain/reply/words/reading.ts';

const at = '2026-11-24T10:00:00.000Z';

function heard(reading: Reading = 'reply') {
  return { direction: 'in', id: 'm1', text: 'Hi', reading, at, post: null };
}

function said(state = 'submitted', purpose = 'answer') {
  return { direction: 'out', id: 'd1', text: 'Hello', purpose, cause: 'm1', by: 'U1', at, state, reason: null };
}

function conversation(messages: object[], status = 'open'): Conversation {
  return Conversation.parse({
    id: 'abcdefghijkm',
    version: 1,
    campaignId: 'abcd2345',
    number: '+12015550123',
    sender: '12015550100',
    name: null,
    status,
    handledBy: null,
    messages,
  });
}

describe('a conversation', () => {
  test.each([
    ['without messages is not unanswered', [], false],
    ['waits for an answer to a reply', [heard()], true],
    ['waits for a decision about a possible opt-out', [heard('maybe_opt_out')], true],
    ['does not wait after an opt-out', [heard('opt_out')], false],
    ['does not wait after START or HELP', [heard('opt_in'), heard('help')], false],
    ['is answered by an answer', [heard(), said()], false],
    ['is answered even if nobody knows whether the answer went out', [heard(), said('unconfirmed')], false],
    ['is not answered by an answer that was surely not sent', [heard(), said('not_sent')], true],
    ['is not answered by a confirmation', [heard(), heard('opt_out'), said('delivered', 'confirmation')], true],
    ['waits again after another reply', [heard(), said(), heard()], true],
    ['stays answered when an opt-out follows', [heard(), said(), heard('opt_out')], false],
    ['does not wait after a reaction', [heard('quotation')], false],
    ['waits on when a reaction follows a reply', [heard(), heard('quotation')], true],
    ['stays answered when a reaction follows the answer', [heard(), said(), heard('quotation')], false],
  ])('%s', (_title, messages, expected) => {
    expect(isUnanswered(conversation(messages))).toBe(expected);
    expect(isUnanswered(conversation(messages, 'claimed'))).toBe(expected);
    expect(isUnanswered(conversation(messages, 'handled'))).toBe(false);
  });

  test('marks its messages with references that are read back', () => {
    const id = fc.stringMatching(/^[a-z2-9]{12}$/).map((text) => text as ConversationId);
    fc.assert(
      fc.property(id, fc.nat(999_999), (conversationId, index) => {
        const ref = conversationRef(conversationId, index);
        expect(ref.length).toBeLessThanOrEqual(40);
        expect(readConversationRef(ref)).toEqual({ conversationId, index });
      }),
    );
    for (const text of ['', 'v1.abcd2345.1.1', 'd1.abc.1', 'd1.abcdefghijkm.x']) {
      expect(readConversationRef(text)).toBeUndefined();
    }
  });
});
