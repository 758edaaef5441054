import { readPreviewView } from '../../ui/modals/preview.ts';
import { testMessageModal } from '../../ui/modals/test-message.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';

/** "Send test to me" in the preview, for what the preview shows. */
export function openTestMessage({ campaigns }: ListenerDeps): OnButton {
  return async ({ ack, body, client }) => {
    await ack();
    if (!body.view) return;
    await campaigns.checkAuthor(personOf(body));
    const view = testMessageModal(readPreviewView(body.view), await campaigns.ownPhone(personOf(body)));
    await client.views.push({ trigger_id: body.trigger_id, view });
  };
}
