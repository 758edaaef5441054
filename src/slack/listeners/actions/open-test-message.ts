import type { CampaignId } from '../../../domain/ids.ts';
import { testMessageModal } from '../../ui/modals/test-message.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';

/** "Send test to me" in the preview. */
export function openTestMessage({ campaigns }: ListenerDeps): OnButton {
  return async ({ ack, body, action, client }) => {
    await ack();
    await campaigns.checkAuthor(personOf(body));
    const view = testMessageModal(action.value as CampaignId, await campaigns.ownPhone(personOf(body)));
    await client.views.push({ trigger_id: body.trigger_id, view });
  };
}
