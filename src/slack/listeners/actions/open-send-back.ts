import type { CampaignId } from '../../../domain/ids.ts';
import { readReviewView } from '../../ui/modals/review.ts';
import { sendBackModal } from '../../ui/modals/send-back.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';

/** "Send back" in the review, for what the review shows. */
export function openSendBack({ campaigns }: ListenerDeps): OnButton {
  return async ({ ack, body, action, client }) => {
    await ack();
    const campaign = await campaigns.checkApprover(action.value as CampaignId, personOf(body));
    const seen = body.view && readReviewView(body.view).contentHash;
    await client.views.push({ trigger_id: body.trigger_id, view: sendBackModal(campaign, seen) });
  };
}
