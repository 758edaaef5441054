import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';
import { pressedCard } from './pressed-card.ts';

/** "Handled" on a conversation's card: what it shows needs no answer. */
export function handleConversation({ inbox }: ListenerDeps): OnButton {
  return async ({ ack, body, action }) => {
    await ack();
    const { conversationId, seen } = await pressedCard(action, body, inbox);
    await inbox.handle(conversationId, personOf(body), seen);
  };
}
