import { expect, test } from 'vitest';
import { conversationCard } from '../../../../src/slack/ui/messages/inbound.ts';
import { aCampaign, aConversation, anInbound, aSuppression } from '../../../support/builders.ts';
import { parts, textOf } from '../read-blocks.ts';

test('a STOP was handled by nobody, which needs no word', () => {
  const messages = [anInbound({ reading: 'opt_out', text: 'STOP' })];
  const conversation = aConversation({ status: 'handled', messages });
  const { blocks } = conversationCard(conversation, 0, { campaign: aCampaign(), suppression: aSuppression() });
  expect(textOf(blocks)).not.toContain('Handled');
});

test('the one question of a menu says of each entry what happens', () => {
  const { blocks } = conversationCard(aConversation(), 0, { campaign: aCampaign(), suppression: null });
  const asked = textOf(parts(blocks).find(({ type }) => type === 'overflow')?.confirm);
  expect(asked).toContain('If that was Opt out, campaigns will not text this number again.');
  expect(asked).toContain('If it was Show number, only you see it');
});
