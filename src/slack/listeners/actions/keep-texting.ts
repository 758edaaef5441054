import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';
import { pressedCard } from './pressed-card.ts';

/** "Keep texting" on a card none of whose texts was meant as an opt-out. */
export function keepTexting({ inbox }: ListenerDeps): OnButton {
  return async ({ ack, body, action }) => {
    await ack();
    const { conversationId, seen } = await pressedCard(action, body, inbox);
    await inbox.keep(conversationId, personOf(body), seen);
  };
}
