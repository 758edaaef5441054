import type { CampaignId } from '../../../domain/ids.ts';
import { cancelledAnswer } from '../../ui/messages/cancel-question.ts';
import { readValueOrId } from '../../ui/parts/button-value.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';
import { replacePrivate } from './show-new-status.ts';

/** "Cancel" under the campaign's message, after Slack asked whether they are sure: it ends what that shows. */
export function cancelCampaign({ campaigns }: ListenerDeps): OnButton {
  return async ({ ack, body, action, respond }) => {
    await ack();
    const value = readValueOrId(action.value, 'campaign');
    const [id, seen] = 'on' in value ? [value.campaignId, value.contentHash] : [value.id as CampaignId, undefined];
    const { campaign } = await campaigns.cancel(id, personOf(body), seen);
    await replacePrivate(body, respond, cancelledAnswer(campaign));
  };
}
