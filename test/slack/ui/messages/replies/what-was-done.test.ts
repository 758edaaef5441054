import { describe, expect, test } from 'vitest';
import type { Conversation, ConversationDecision } from '../../../../../src/domain/reply/conversation.ts';
import { conversationCard } from '../../../../../src/slack/ui/messages/replies/inbound.ts';
import { optOutFromCard } from '../../../../../src/slack/ui/modals/answering/from-card.ts';
import { historyModal } from '../../../../../src/slack/ui/modals/answering/history.ts';
import {
  aCampaign,
  aConversation,
  agent,
  anAnswer,
  anInbound,
  aSuppression,
  conversationId,
} from '../../../../support/builders.ts';
import { textOf } from '../../read-blocks.ts';

test('a STOP was handled by nobody, which needs no word', () => {
  const messages = [anInbound({ reading: 'opt_out', text: 'STOP' })];
  const conversation = aConversation({ status: 'handled', messages });
  const { blocks } = conversationCard(conversation, 0, { campaign: aCampaign(), suppression: aSuppression() });
  expect(textOf(blocks)).not.toContain('Handled');
});

test('Opt out in More asks in a window of its own, which says what happens', () => {
  const view = optOutFromCard(aConversation(), { conversationId, seen: 1 });
  expect(textOf(view.blocks)).toContain('Campaigns do not text Ada (•••• 0100) any more.');
  expect(textOf(view.blocks)).toContain('Only an admin, or the person by writing START, can undo it.');
});

test('Re-open is offered where somebody then waits, not behind an answer', () => {
  const entriesOf = (messages: Conversation['messages']) =>
    JSON.stringify(
      conversationCard(aConversation({ status: 'handled', messages }), 0, { campaign: aCampaign() }).blocks,
    );
  expect(entriesOf([anInbound()])).toContain('Re-open');
  expect(entriesOf([anInbound(), anAnswer()])).not.toContain('Re-open');
});

describe('a card tells in order', () => {
  const decision = (kind: 'handled' | 'reopened' | 'outcome', over: Partial<ConversationDecision> = {}) =>
    ({ kind, by: agent, at: '2026-11-23T15:00:00.000Z', after: 1, ...over }) as ConversationDecision;
  const linesOf = (conversation: Conversation) => {
    const row = { message: 'Will you come?', columns: [] };
    return textOf(conversationCard(conversation, 0, { campaign: aCampaign(), row }).blocks).split('\n');
  };
  const placeOf = (lines: readonly string[], words: string) => lines.findIndex((line) => line.includes(words));

  test('what they got, who handled it, that it was re-opened, and the answer after that', () => {
    const messages = [anInbound(), anAnswer()];
    const decisions = [decision('handled'), decision('reopened'), decision('outcome', { label: 'Coming', after: 2 })];
    const lines = linesOf(aConversation({ messages, decisions }));
    const places = ['They got', 'Handled by', 'Re-opened by', 'answered at', '“Coming” set by'].map((words) =>
      placeOf(lines, words),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('of outcomes that were set and taken away the last', () => {
    const decisions = [decision('outcome', { label: 'Coming' }), decision('outcome', { label: null })];
    const lines = linesOf(aConversation({ decisions }));
    expect(placeOf(lines, '“Coming” set by')).toBe(-1);
    expect(placeOf(lines, 'Outcome taken away by')).toBeGreaterThan(0);
  });
});

test('History shows the newest text last, as Reply does, and above it how many it leaves out', () => {
  const messages = Array.from({ length: 95 }, (_, no) => anInbound({ id: `in-${no}`, text: `Text ${no}.` }));
  const shown = textOf(historyModal(aConversation({ messages }), 'UTC').blocks);
  expect(shown.startsWith('5 earlier texts left out here.')).toBe(true);
  expect(shown.indexOf('Text 93.')).toBeLessThan(shown.indexOf('Text 94.'));
});
