import type { ConversationId } from '../../../domain/ids.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';

/** "Opt out" under a text that might have meant that. */
export function optOutPerson({ inbox }: ListenerDeps): OnButton {
  return async ({ ack, body, action }) => {
    await ack();
    await inbox.optOut(action.value as ConversationId, personOf(body));
  };
}
