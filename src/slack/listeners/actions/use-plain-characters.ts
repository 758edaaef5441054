import type { CampaignId } from '../../../domain/ids.ts';
import { previewModal } from '../../ui/modals/preview.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';

/** "Use plain characters" in the preview: the message gets plain quotes, hyphens, dots and spaces, and is shown again. */
export function usePlainCharacters({ campaigns }: ListenerDeps): OnButton {
  return async ({ ack, body, action, client }) => {
    await ack();
    if (!body.view) return;
    const { id } = await campaigns.usePlainCharacters(action.value as CampaignId, personOf(body));
    const view = previewModal(await campaigns.preview(id));
    await client.views.update({ view_id: body.view.id, hash: body.view.hash, view });
  };
}
