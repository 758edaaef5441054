import type { BlockAction, ButtonAction } from '@slack/bolt';
import { ConversationId } from '../../../domain/ids.ts';
import type { Conversation } from '../../../domain/reply/conversation.ts';
import type { InboxDoors } from '../../../services/replies/inbox.ts';
import { readValueOrId } from '../../ui/parts/button-value.ts';
import { personOf } from '../listener.ts';

type PressedCard = { conversationId: ConversationId; seen: number };

/** The conversation of a card's button, and how many of its texts stood on that card. */
export async function pressedCard(
  action: Pick<ButtonAction, 'value'>,
  body: Pick<BlockAction, 'message' | 'user'>,
  inbox: InboxDoors,
): Promise<PressedCard> {
  const value = readValueOrId(action.value, 'conversation');
  if ('on' in value) return value;
  const conversationId = ConversationId.parse(value.id);
  return { conversationId, seen: textsUpTo(await inbox.open(conversationId, personOf(body)), body.message?.ts) };
}

/** Older cards show one text each and do not say which: their post does. */
export function textsUpTo({ messages }: Conversation, post: string | undefined): number {
  const texts = messages.filter((message) => message.direction === 'in');
  return texts.findLastIndex((text) => text.post !== null && text.post.id === post) + 1;
}
