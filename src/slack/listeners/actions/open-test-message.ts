import type { CampaignId } from '../../../domain/ids.ts';
import { testMessageModal } from '../../ui/modals/test-message.ts';
import type { OnButton } from '../listener.ts';

/** "Send test to me" in the preview. */
export function openTestMessage(): OnButton {
  return async ({ ack, body, action, client }) => {
    await ack();
    await client.views.push({ trigger_id: body.trigger_id, view: testMessageModal(action.value as CampaignId) });
  };
}
