import type { InboxDoors } from '../../../services/replies/inbox.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';
import { pressedCard } from './pressed-card.ts';

/** What one press on a conversation's card decides: "Handled", "Keep texting" and "Opt out". */
export type ConversationDecision = Extract<keyof InboxDoors, 'handle' | 'keep' | 'optOut'>;

/** A button that decides about the texts its card was shown with, and no later ones. */
export function decideConversation({ inbox }: ListenerDeps, decision: ConversationDecision): OnButton {
  return async ({ ack, body, action }) => {
    await ack();
    const { conversationId, seen } = await pressedCard(action, body, inbox);
    await inbox[decision](conversationId, personOf(body), seen);
  };
}
