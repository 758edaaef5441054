import { describe, expect, test } from 'vitest';
import { ConversationId } from '../../../src/domain/ids.ts';
import type { Conversation, InboundMessage } from '../../../src/domain/reply/conversation.ts';
import { asCounted, isCountedWith, withoutCounting } from '../../../src/domain/reply/counting.ts';
import { membersOf, sayingsOf, saysOf } from '../../../src/domain/reply/groups.ts';
import { aConversation, agent, aNumber, anAnswer, anInbound } from '../../support/builders.ts';

const now = new Date('2026-11-23T15:00:00.000Z');
const at = '2026-11-23T14:50:00.000Z';

function whoWrote(...texts: (string | Partial<InboundMessage>)[]): Conversation {
  const messages = texts.map((text, no) =>
    anInbound({ id: `in-${no}`, ...(typeof text === 'string' ? { text } : text) }),
  );
  return aConversation({ messages });
}

describe('what a conversation says', () => {
  test.each([
    ['one text', whoWrote('Yes!'), 'yes'],
    ['the same twice, in other letters', whoWrote('Yes!', 'YES please'), 'yes'],
    ['two different texts', whoWrote('yes', 'when?'), null],
    ['a picture beside it', whoWrote({ text: 'yes', attachment: 'picture' }), null],
    ['a text that may be an opt-out', whoWrote('yes', { text: 'stop it', reading: 'maybe_opt_out' }), null],
    ['a text that two people may have written', whoWrote({ text: 'yes', mayBeOf: [aNumber(5)] }), null],
    ['a reaction after it', whoWrote('yes', { text: 'Liked “Hi”', reading: 'quotation' }), null],
    ['nothing but a dot', whoWrote('.'), null],
    ['an essay', whoWrote('where is it '.repeat(30)), null],
    ['a text of no campaign', { ...whoWrote('yes'), campaignId: null }, null],
    ['a handled text', { ...whoWrote('yes'), status: 'handled' as const }, null],
    [
      'a text after an answer',
      aConversation({ messages: [anInbound({ text: 'when?' }), anAnswer(), anInbound({ id: 'in-2', text: 'ok' })] }),
      saysOf(whoWrote('ok')),
    ],
    [
      'a text after one that was handled',
      {
        ...whoWrote('when?', 'yes'),
        decisions: [{ kind: 'handled' as const, by: agent, at, after: 1 }],
      },
      'yes',
    ],
  ])('%s', (_, conversation, says) => {
    expect(saysOf(conversation)).toBe(says);
  });
});

const [first, second, third] = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb', 'cccccccccccc'].map((id) =>
  ConversationId.parse(id),
) as [ConversationId, ConversationId, ConversationId];
const [early, late] = ['2026-11-23T14:00:00.000Z', '2026-11-23T14:30:00.000Z'];

test('a group is who says the same and is in nobody’s hands, the longest-waiting first', () => {
  const until = '2026-11-23T15:05:00.000Z';
  const waiting = [
    { ...whoWrote({ text: 'yes', at: late }), id: first },
    { ...whoWrote({ text: 'Yes.', at: early }), id: second },
    { ...whoWrote({ text: 'yes', at: early }), id: third, claim: { by: agent, at, until } },
  ];
  expect(membersOf(waiting, 'yes', now).map(({ id }) => id)).toEqual([second, first]);
  expect(membersOf(waiting, 'yes', new Date(until))).toHaveLength(3);
  expect(sayingsOf(waiting, now).get('yes')).toHaveLength(2);
});

describe('counting what somebody wrote', () => {
  const counting = { id: 'counting', label: 'Yes', by: agent, at };

  test('closes it, and taking that back opens it as it was', () => {
    const counted = asCounted(whoWrote('yes', 'Yes!'), counting);
    expect(counted).toMatchObject({ status: 'handled', outcome: { label: 'Yes', by: null } });
    expect(isCountedWith(counted, counting)).toBe(true);
    const again = withoutCounting(counted, counting);
    expect(again).toMatchObject({ status: 'open', outcome: null });
    expect(saysOf(again)).toBe('yes');
  });

  test.each([
    ['answered meanwhile', { messages: [anAnswer()] }],
    ['re-opened meanwhile', { status: 'open' as const }],
    ['counted otherwise by a member', { outcome: { label: 'No', by: agent, at } }],
  ])('what was %s stays as it is', (_, { messages = [], ...change }: Partial<Conversation>) => {
    const counted = asCounted(whoWrote('yes'), counting);
    expect(isCountedWith({ ...counted, ...change, messages: [...counted.messages, ...messages] }, counting)).toBe(
      false,
    );
  });

  test('an answer of the team’s before it is what “yes” was meant for', () => {
    const asked = aConversation({
      messages: [anInbound({ text: 'when?' }), anAnswer(), anInbound({ id: 'in-2', text: 'yes' })],
    });
    expect(asCounted(asked, counting)).toBe(asked);
  });
});
