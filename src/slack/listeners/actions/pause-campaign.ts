import type { CampaignId } from '../../../domain/ids.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';

/** "Pause" under the campaign's message. */
export function pauseCampaign({ campaigns }: ListenerDeps): OnButton {
  return async ({ ack, body, action }) => {
    await ack();
    await campaigns.pause(action.value as CampaignId, personOf(body));
  };
}
