import { expect, test } from 'vitest';
import { isUnanswered } from '../../../src/domain/reply/conversation.ts';
import { waitingSince } from '../../../src/domain/reply/waiting.ts';
import { aConversation, agent, anInbound } from '../../support/builders.ts';

test('a HELP that crossed Handled leaves nobody waiting for what was handled', () => {
  const at = '2026-11-23T15:00:00.000Z';
  const crossed = aConversation({
    status: 'open',
    messages: [
      anInbound({ id: 'a', text: 'When?', reading: 'reply' }),
      anInbound({ id: 'b', text: 'HELP', reading: 'help' }),
    ],
    decisions: [{ kind: 'handled', by: agent, at, after: 1 }],
  });
  expect([isUnanswered(crossed), waitingSince(crossed)]).toEqual([false, null]);
  const asked = {
    ...crossed,
    messages: [...crossed.messages, anInbound({ id: 'c', text: 'Hello?', reading: 'reply' })],
  };
  expect(isUnanswered(asked)).toBe(true);
  expect(
    isUnanswered({ ...crossed, decisions: [...crossed.decisions!, { kind: 'reopened', by: agent, at, after: 2 }] }),
  ).toBe(true);
});
