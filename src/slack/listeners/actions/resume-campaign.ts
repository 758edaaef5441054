import type { CampaignId } from '../../../domain/ids.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';
import { showNewStatus } from './show-new-status.ts';

/** "Resume" under the campaign's message. */
export function resumeCampaign({ campaigns, reports }: ListenerDeps): OnButton {
  return async ({ ack, body, action, respond }) => {
    await ack();
    const [id, by] = [action.value as CampaignId, personOf(body)];
    await campaigns.resume(id, by);
    await showNewStatus(body, respond, await reports.status(id, by));
  };
}
