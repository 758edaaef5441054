import { expect, test } from 'vitest';
import { UserId } from '../../../src/domain/ids.ts';
import { claimantOf, longestWaitingFirst, openTo, ownerOf, waitingSince } from '../../../src/domain/reply/waiting.ts';
import { aConversation, agent, anAnswer, anInbound } from '../../support/builders.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 4, 4, 10, minute)).toISOString();
const now = new Date(at(30));
const cleo = UserId.parse('U0CLEO');

test('a person waits since their first text after the last answer', () => {
  const [first, second] = [anInbound({ at: at(1) }), anInbound({ id: 'in-2', at: at(5) })];
  expect(waitingSince(aConversation({ messages: [first, second] }))).toBe(at(1));
  expect(waitingSince(aConversation({ messages: [first, anAnswer({ at: at(2) }), second] }))).toBe(at(5));
});

test('a person waits since what was not handled with the rest; for all of it, once it is re-opened', () => {
  const [first, second] = [anInbound({ at: at(1) }), anInbound({ id: 'in-2', at: at(5) })];
  const handled = { kind: 'handled' as const, by: agent, at: at(2), after: 1 };
  const reopened = { kind: 'reopened' as const, by: agent, at: at(6), after: 2 };
  const conversation = aConversation({ messages: [first, second], decisions: [handled] });
  expect(waitingSince(conversation)).toBe(at(5));
  expect(waitingSince({ ...conversation, decisions: [handled, reopened] })).toBe(at(1));
});

test('an answer that was not sent leaves the person waiting since before it', () => {
  const messages = [anInbound({ at: at(1) }), anAnswer({ at: at(2), state: 'not_sent' })];
  expect(waitingSince(aConversation({ messages }))).toBe(at(1));
});

test.each([
  ['handled', aConversation({ status: 'handled' })],
  ['answered', aConversation({ messages: [anInbound(), anAnswer()] })],
  ['counted', aConversation({ messages: [anInbound({ reading: 'expected', countedAs: 'Yes' })] })],
])('a conversation that is %s waits for nothing', (_, conversation) => {
  expect(waitingSince(conversation)).toBeNull();
  expect(longestWaitingFirst([conversation])).toEqual([]);
});

test('a counted text does not take the place of a question before it', () => {
  const messages = [anInbound({ at: at(1) }), anInbound({ id: 'in-2', reading: 'expected', at: at(2) })];
  expect(waitingSince(aConversation({ messages }))).toBe(at(1));
});

test('a claim is the agent’s until its time is over, and whoever it was passed to has it then', () => {
  const claimed = aConversation({
    claim: { by: agent, at: at(20), until: at(30) },
    owner: { member: cleo, at: at(1), from: agent },
  });
  const before = new Date(Date.parse(at(30)) - 1);
  expect([claimantOf(claimed, before), ownerOf(claimed, before)]).toEqual([agent, agent]);
  expect([claimantOf(claimed, now), ownerOf(claimed, now)]).toEqual([null, cleo]);
});

test('an agent is shown their own first, then the longest waiting, and none that a colleague keeps', () => {
  const one = (id: string, minute: number, more = {}) =>
    aConversation({ id: id as never, messages: [anInbound({ at: at(minute) })], ...more });
  const passed = one('passed', 9, { owner: { member: agent, at: at(10), from: cleo } });
  const before = one('before', 1, { claim: { by: cleo, at: at(29), until: at(39) } });
  const kept = one('kept', 2, { owner: { member: cleo, at: at(3), from: agent } });
  const given = one('given', 3, { owner: { member: cleo, at: at(3), from: null } });
  const waiting = longestWaitingFirst([one('late', 8), passed, before, kept, given, one('early', 4)]);
  expect(openTo(waiting, agent, now).map(({ id }) => id)).toEqual(['passed', 'given', 'early', 'late']);
});
