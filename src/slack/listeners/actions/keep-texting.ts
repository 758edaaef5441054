import type { ConversationId } from '../../../domain/ids.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';

/** "Keep texting" under a text that was not meant as an opt-out. */
export function keepTexting({ inbox }: ListenerDeps): OnButton {
  return async ({ ack, body, action }) => {
    await ack();
    await inbox.keep(action.value as ConversationId, personOf(body));
  };
}
