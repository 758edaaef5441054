import type { Campaign } from '../domain/campaign.ts';
import type { ConversationId } from '../domain/ids.ts';
import type { Store } from '../ports.ts';
import type { Poster } from './poster.ts';
import { readFailure } from './slack-failure.ts';
import { inboundMessage } from './ui/messages/inbound.ts';

/** Older posts of a long conversation keep their buttons, which still do the same. */
const mostPosts = 10;

/** Brings the posts of a conversation up to date: buttons that are used up, answers that were sent. */
export async function editConversation(
  id: ConversationId,
  campaign: Campaign | null,
  deps: { store: Store; poster: Poster },
): Promise<void> {
  const conversation = await deps.store.conversations.get(id);
  if (!conversation) return;
  const posted = conversation.messages.filter((message) => message.direction === 'in' && message.post !== null);
  for (const message of posted.slice(-mostPosts).reverse()) {
    if (message.direction !== 'in' || !message.post) continue;
    await deps.poster.edit(message.post, inboundMessage(conversation, message.id, campaign)).catch((error) => {
      // A post that was deleted, or whose channel is closed, has no buttons left to be wrong.
      if (readFailure(error)?.kind !== 'place') throw error;
    });
  }
}
