import { expect, test } from 'vitest';
import type { Conversation } from '../../../../../src/domain/reply/conversation.ts';
import { readReplyView, replyModal } from '../../../../../src/slack/ui/modals/answering/reply.ts';
import { readAnswer } from '../../../../../src/slack/ui/sections/answer-fields.ts';
import { aCampaign, aConversation, anInbound, conversationId } from '../../../../support/builders.ts';
import { textOf } from '../../read-blocks.ts';

const row = { message: null, columns: [], canned: [], leftOut: [] };
const toAnswer = (conversation: Conversation) => ({ conversation, campaign: aCampaign(), row });

test('the reply form shows the conversation and hands over the answer', () => {
  const view = replyModal(toAnswer(aConversation()));
  expect(textOf(view.blocks)).toContain('Yes, with two friends');
  expect(textOf(view.blocks)).toContain(
    'It goes to Ada (•••• 0100) by SMS from +12015550123, and the thread shows it. A long answer is billed as several segments.',
  );

  const state = { values: { field_reply: { value: { type: 'plain_text_input', value: ' See you. ' } } } };
  expect(readReplyView({ private_metadata: view.private_metadata ?? '' })).toEqual({
    conversationId,
    seen: 1,
    stood: { said: 1, isHandled: false },
  });
  expect(readAnswer({ state })).toEqual({ text: 'See you.', canned: undefined, outcome: undefined });
});

test('a form that a former version opened is still read', () => {
  const known = { conversationId, seen: undefined, stood: undefined };
  expect(readReplyView({ private_metadata: conversationId })).toEqual(known);
  const seen = JSON.stringify({ conversationId, seen: 2 });
  expect(readReplyView({ private_metadata: seen })).toEqual({ ...known, seen: 2 });
});

test('the form for an answer names what is not a text', () => {
  const messages = [anInbound({ text: '', attachment: 'video' }), anInbound({ id: 'in-2' })];
  const shown = textOf(replyModal(toAnswer(aConversation({ messages }))));
  expect(shown).toContain('Ada (•••• 0100) sent a video at 15:40');
  expect(shown).not.toContain('(no text)');
});
