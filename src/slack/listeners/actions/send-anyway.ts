import type { CampaignId } from '../../../domain/ids.ts';
import { sendAnywayModal } from '../../ui/modals/send-anyway.ts';
import { onButton } from '../listener.ts';

/** "Send the next batch anyway" on a campaign that open replies hold: asks why. */
export const openSendAnyway = onButton(async ({ by, body, action, client }, { campaigns }) => {
  const view = sendAnywayModal(await campaigns.checkSendAnyway(action.value as CampaignId, by));
  await client.views.open({ trigger_id: body.trigger_id, view });
});
