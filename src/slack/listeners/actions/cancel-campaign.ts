import type { CampaignId } from '../../../domain/ids.ts';
import { cancelledAnswer } from '../../ui/messages/cancel-question.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';
import { replacePrivate } from './show-new-status.ts';

/** "Cancel" under the campaign's message, after Slack asked whether they are sure. */
export function cancelCampaign({ campaigns }: ListenerDeps): OnButton {
  return async ({ ack, body, action, respond }) => {
    await ack();
    const { campaign } = await campaigns.cancel(action.value as CampaignId, personOf(body));
    await replacePrivate(body, respond, cancelledAnswer(campaign));
  };
}
