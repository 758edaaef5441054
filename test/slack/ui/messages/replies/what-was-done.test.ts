import { expect, test } from 'vitest';
import type { Conversation } from '../../../../../src/domain/reply/conversation.ts';
import { conversationCard } from '../../../../../src/slack/ui/messages/replies/inbound.ts';
import { optOutFromCard } from '../../../../../src/slack/ui/modals/answering/from-card.ts';
import {
  aCampaign,
  aConversation,
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
