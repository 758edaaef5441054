import type { CampaignId } from '../../../domain/ids.ts';
import { previewModal } from '../../ui/modals/preview.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';

/** "Use plain characters" in the preview: the message gets plain quotes, hyphens, dots and spaces, and is shown again. */
export function usePlainCharacters({ campaigns }: ListenerDeps): OnButton {
  return async ({ ack, body, action, client }) => {
    await ack();
    if (!body.view) return;
    const by = personOf(body);
    const { id } = await campaigns.usePlainCharacters(action.value as CampaignId, by);
    const view = previewModal(await campaigns.show(id, by));
    await client.views.update({ view_id: body.view.id, hash: body.view.hash, view });
  };
}
