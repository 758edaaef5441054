import { expect, test } from 'vitest';
import { UserId } from '../../../src/domain/ids.ts';
import { answerWaits } from '../../../src/domain/reply/answer-waits.ts';
import { withDecision } from '../../../src/domain/reply/conversation.ts';
import { aConversation, agent, anAnswer, anInbound } from '../../support/builders.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 4, 4, 10, minute)).toISOString();
const minutes = (count: number) => count * 60_000;
const cleo = UserId.parse('U0CLEO');
const waited = (count: number, by = agent) =>
  aConversation({ messages: [anInbound({ at: at(0) }), anAnswer({ at: at(count), by })] });

test('nobody who was answered, no waits', () => {
  expect(answerWaits([aConversation({ messages: [anInbound()] })])).toBeNull();
  expect(answerWaits([])).toBeNull();
});

test('a wait goes from the first text to the answer, however many texts came between', () => {
  const messages = [anInbound({ at: at(1) }), anInbound({ id: 'in-2', at: at(5) }), anAnswer({ at: at(9), by: agent })];
  expect(answerWaits([aConversation({ messages })])).toMatchObject({ answered: 1, longestMs: minutes(8) });
});

test('what was not sent ends no wait, and Handled ends it for whoever pressed it', () => {
  const messages = [anInbound({ at: at(1) }), anAnswer({ at: at(2), state: 'not_sent' })];
  const handled = withDecision(aConversation({ messages }), { kind: 'handled', by: cleo, at: at(11), seen: 1 });
  expect(answerWaits([handled])).toEqual({
    answered: 1,
    medianMs: minutes(10),
    p90Ms: minutes(10),
    longestMs: minutes(10),
    byMember: [{ member: cleo, answered: 1 }],
  });
});

test('half waited no longer than the median, nine of ten no longer than the 90th percentile', () => {
  const all = [1, 2, 3, 4, 5, 6, 7, 8, 9, 40].map((count) => waited(count, count > 7 ? cleo : agent));
  expect(answerWaits(all)).toMatchObject({
    medianMs: minutes(5),
    p90Ms: minutes(9),
    longestMs: minutes(40),
    byMember: [
      { member: agent, answered: 7 },
      { member: cleo, answered: 3 },
    ],
  });
});
