import type { CampaignId } from '../../../domain/ids.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';

/** "Cancel" under the campaign's message, after Slack asked whether they are sure. */
export function cancelCampaign({ campaigns }: ListenerDeps): OnButton {
  return async ({ ack, body, action }) => {
    await ack();
    await campaigns.cancel(action.value as CampaignId, personOf(body));
  };
}
