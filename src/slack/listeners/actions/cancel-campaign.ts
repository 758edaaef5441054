import type { CampaignId } from '../../../domain/ids.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';
import { showNewStatus } from './show-new-status.ts';

/** "Cancel" under the campaign's message, after Slack asked whether they are sure. */
export function cancelCampaign({ campaigns, reports }: ListenerDeps): OnButton {
  return async ({ ack, body, action, respond }) => {
    await ack();
    const [id, by] = [action.value as CampaignId, personOf(body)];
    await campaigns.cancel(id, by);
    await showNewStatus(body, respond, await reports.status(id, by));
  };
}
