import { previewModal, readPreviewView } from '../../ui/modals/preview.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';
import { orShowChanged } from '../or-show-changed.ts';

/** "Use plain characters" in the preview: the message gets plain quotes, hyphens, dots and spaces, and is shown again. */
export function usePlainCharacters({ campaigns }: ListenerDeps): OnButton {
  return async ({ ack, body, client }) => {
    await ack();
    const { view: window } = body;
    if (!window) return;
    const by = personOf(body);
    const { campaignId, contentHash } = readPreviewView(window);
    const seen = { contentHash, status: 'draft' } as const;
    const show = (view: ReturnType<typeof previewModal>) =>
      client.views.update({ view_id: window.id, hash: window.hash, view });
    const done = await orShowChanged(() => campaigns.usePlainCharacters(campaignId, { by, seen }), {
      campaigns,
      campaignId,
      by,
      show,
    });
    if (done) await show(previewModal(await campaigns.show(campaignId, by)));
  };
}
