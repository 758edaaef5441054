import { seenOf } from '../../../domain/campaign/approval.ts';
import type { CampaignId } from '../../../domain/ids.ts';
import { inModal } from '../../requests/errors.ts';
import { campaignFormModal, formInputOf } from '../../ui/modals/campaign-form.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';

/** "Edit" in the preview: the form takes its place, filled in with the campaign as it is now, if it may still be edited. */
export function editCampaign({ campaigns, senders }: ListenerDeps): OnButton {
  return async ({ ack, body, action, client, context }) => {
    await ack();
    inModal(context);
    const campaign = await campaigns.checkEdit(action.value as CampaignId, personOf(body));
    const view = campaignFormModal({
      input: formInputOf(campaign),
      senders,
      campaignId: campaign.id,
      currentListSize: campaign.list.size,
      seen: seenOf(campaign),
    });
    if (body.view) await client.views.update({ view_id: body.view.id, hash: body.view.hash, view });
    else await client.views.open({ trigger_id: body.trigger_id, view });
  };
}
