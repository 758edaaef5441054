import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';
import { pressedCard } from './pressed-card.ts';

/** "Opt out" on the card of a text that might have meant that. */
export function optOutPerson({ inbox }: ListenerDeps): OnButton {
  return async ({ ack, body, action }) => {
    await ack();
    const { conversationId, seen } = await pressedCard(action, body, inbox);
    await inbox.optOut(conversationId, personOf(body), seen);
  };
}
