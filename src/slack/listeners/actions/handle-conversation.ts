import type { ConversationId } from '../../../domain/ids.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';

/** "Handled" under an inbound message: it needs no answer. */
export function handleConversation({ inbox }: ListenerDeps): OnButton {
  return async ({ ack, body, action }) => {
    await ack();
    await inbox.handle(action.value as ConversationId, personOf(body));
  };
}
