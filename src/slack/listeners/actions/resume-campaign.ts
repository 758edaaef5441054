import type { CampaignId } from '../../../domain/ids.ts';
import { readValueOrId } from '../../ui/parts/button-value.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';
import { showNewStatus } from './show-new-status.ts';

/** "Resume" under the campaign's message: it ends the pause that the message shows, and no later one. */
export function resumeCampaign({ campaigns, reports }: ListenerDeps): OnButton {
  return async ({ ack, body, action, respond }) => {
    await ack();
    const value = readValueOrId(action.value, 'pause');
    const by = personOf(body);
    const id = 'on' in value ? value.campaignId : (value.id as CampaignId);
    await campaigns.resume(id, by, 'on' in value ? value.at : undefined);
    await showNewStatus(body, respond, await reports.status(id, by));
  };
}
