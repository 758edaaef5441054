import type { CampaignId } from '../../../domain/ids.ts';
import { privateStatus } from '../../ui/messages/campaign-message.ts';
import { previewModal } from '../../ui/modals/preview.ts';
import { asWritten } from '../../ui/parts/message.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';

/** "Open" in the list or in a direct message: a draft's preview, or the campaign's state and what can be done with it. */
export function openCampaign({ campaigns, reports }: ListenerDeps): OnButton {
  return async ({ ack, body, action, client, respond }) => {
    await ack();
    const by = personOf(body);
    const { id, status } = await campaigns.open(action.value as CampaignId, by);
    if (status === 'draft') {
      await client.views.open({ trigger_id: body.trigger_id, view: previewModal(await campaigns.show(id, by)) });
      return;
    }
    const answer = privateStatus(await reports.status(id, by));
    await respond({ ...answer, ...asWritten, response_type: 'ephemeral', replace_original: false });
  };
}
