import { expect, test } from 'vitest';
import { readReplyView, replyModal } from '../../../../../src/slack/ui/modals/answering/reply.ts';
import { aCampaign, aConversation, anInbound, conversationId } from '../../../../support/builders.ts';
import { textOf } from '../../read-blocks.ts';

test('the reply form shows the conversation and hands over the answer', () => {
  const view = replyModal(aConversation(), aCampaign());
  expect(textOf(view.blocks)).toContain('Yes, with two friends');
  expect(textOf(view.blocks)).toContain(
    'It goes to Ada (•••• 0100) by SMS from +12015550123, and the thread shows it. A long answer is billed as several segments.',
  );

  const state = { values: { field_reply: { value: { type: 'plain_text_input', value: ' See you. ' } } } };
  expect(readReplyView({ private_metadata: view.private_metadata ?? '', state })).toEqual({
    conversationId,
    seen: 1,
    text: 'See you.',
  });
});

test('the form for an answer names what is not a text', () => {
  const messages = [anInbound({ text: '', attachment: 'video' }), anInbound({ id: 'in-2' })];
  const shown = textOf(replyModal(aConversation({ messages }), aCampaign()));
  expect(shown).toContain('Ada (•••• 0100) sent a video at 15:40');
  expect(shown).not.toContain('(no text)');
});
