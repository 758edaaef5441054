import { inModal } from '../../requests/errors.ts';
import { readButtonValue } from '../../ui/parts/button-value.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';

/** "Do not send again to any": one decision for everybody on the card. */
export function closeUnconfirmed({ campaigns }: ListenerDeps): OnButton {
  return async ({ ack, body, action, context }) => {
    await ack();
    inModal(context);
    const value = readButtonValue(action.value);
    if (value.on !== 'doubt') return;
    await campaigns.closeUnconfirmed(value.campaignId, { until: value.until, by: personOf(body) });
  };
}
