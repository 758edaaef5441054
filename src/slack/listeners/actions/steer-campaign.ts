import type { CampaignId } from '../../../domain/ids.ts';
import { cancelledAnswer } from '../../ui/messages/cancel-question.ts';
import { readValueOrId } from '../../ui/parts/button-value.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';
import { replacePrivate, showNewStatus } from './show-new-status.ts';

/** "Pause" under the campaign's message. */
export function pauseCampaign({ campaigns, reports }: ListenerDeps): OnButton {
  return async ({ ack, body, action, respond }) => {
    await ack();
    const [id, by] = [action.value as CampaignId, personOf(body)];
    await campaigns.pause(id, by);
    await showNewStatus(body, respond, await reports.status(id, by));
  };
}

/** "Resume" under the campaign's message: ends the pause that the message shows, and no later one. */
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

/** "Cancel" under the campaign's message, after Slack asked whether they are sure: ends what the message shows. */
export function cancelCampaign({ campaigns }: ListenerDeps): OnButton {
  return async ({ ack, body, action, respond }) => {
    await ack();
    const value = readValueOrId(action.value, 'campaign');
    const [id, seen] = 'on' in value ? [value.campaignId, value.contentHash] : [value.id as CampaignId, undefined];
    const { campaign } = await campaigns.cancel(id, personOf(body), seen);
    await replacePrivate(body, respond, cancelledAnswer(campaign));
  };
}
