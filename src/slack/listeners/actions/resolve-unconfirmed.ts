import { readButtonValue } from '../../ui/button-value.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';

/** "Send again" or "Close" at somebody of whom nobody knows whether the message went out. */
export function resolveUnconfirmed({ campaigns }: ListenerDeps, decision: 'release' | 'close'): OnButton {
  return async ({ ack, body, action }) => {
    await ack();
    const value = readButtonValue(action.value);
    if (value.on !== 'recipient') return;
    await campaigns.resolveUnconfirmed(value.campaignId, value.no, decision, personOf(body));
  };
}
