import type { Conversation } from '../../../../../src/domain/reply/conversation.ts';
import type { Suppression } from '../../../../../src/domain/reply/suppression.ts';
import { conversationCard } from '../../../../../src/slack/ui/messages/replies/inbound.ts';
import { aCampaign, aConversation } from '../../../../support/builders.ts';
import { parts } from '../../read-blocks.ts';

export const shownAs = (overrides: Partial<Conversation> = {}, from = 0, suppression: Suppression | null = null) =>
  conversationCard(aConversation(overrides), from, { campaign: aCampaign(), suppression });
export const menuOf = (value: unknown) =>
  parts(value)
    .filter(({ type }) => type === 'static_select')
    .flatMap(({ options }) => options as { text: { text: string }; value: string }[]);
