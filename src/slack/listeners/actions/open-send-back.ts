import type { CampaignId } from '../../../domain/ids.ts';
import { sendBackModal } from '../../ui/modals/send-back.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';

/** "Send back" in the review. */
export function openSendBack({ campaigns }: ListenerDeps): OnButton {
  return async ({ ack, body, action, client }) => {
    await ack();
    const campaign = await campaigns.checkApprover(action.value as CampaignId, personOf(body));
    await client.views.push({ trigger_id: body.trigger_id, view: sendBackModal(campaign) });
  };
}
