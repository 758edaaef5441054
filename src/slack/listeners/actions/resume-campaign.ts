import type { CampaignId } from '../../../domain/ids.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';

/** "Resume" under the campaign's message. */
export function resumeCampaign({ campaigns }: ListenerDeps): OnButton {
  return async ({ ack, body, action }) => {
    await ack();
    await campaigns.resume(action.value as CampaignId, personOf(body));
  };
}
