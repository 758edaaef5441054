import { showView } from '../../requests/show-view.ts';
import { howTheyAgreedModal, readHowTheyAgreed } from '../../ui/modals/how-they-agreed.ts';
import { noticeModal } from '../../ui/modals/notice.ts';
import { previewModal, readPreviewView } from '../../ui/modals/preview.ts';
import { type ListenerDeps, type OnSubmit, onButton, personOf } from '../listener.ts';
import { orShowChanged } from '../or-show-changed.ts';

/** "How they agreed" in the preview opens a window on top of it. */
export const openHowTheyAgreed = onButton(async ({ by, body, client }, { campaigns }) => {
  if (!body.view) return;
  const seen = readPreviewView(body.view);
  const view = howTheyAgreedModal(await campaigns.checkEdit(seen.campaignId, by), seen);
  await client.views.push({ trigger_id: body.trigger_id, view });
});

/** "Save" there: the preview below shows it. Of a campaign that has changed meanwhile it shows that instead. */
export function sayHowTheyAgreed({ campaigns }: ListenerDeps): OnSubmit {
  return async ({ ack, body, view, client }) => {
    const by = personOf(body);
    const { campaignId, contentHash, typed } = readHowTheyAgreed(view);
    const showBelow = async (preview: Parameters<typeof showView>[1]['view']) => {
      if (!view.previous_view_id) return;
      const orSay = `Your draft is saved. Type \`/sms-campaign status ${campaignId}\` to go on with it.`;
      await showView(client, { viewId: view.previous_view_id, person: by, view: preview, orSay });
    };
    const seen = { contentHash, status: 'draft' } as const;
    const saved = await orShowChanged(() => campaigns.sayHowTheyAgreed(campaignId, { by, seen, typed }), {
      campaigns,
      campaignId,
      by,
      show: async (changed) => {
        await ack({ response_action: 'update', view: noticeModal('Not saved', notThis) });
        await showBelow(changed);
      },
    });
    if (!saved) return;
    await ack();
    await showBelow(previewModal(await campaigns.show(campaignId, by)));
  };
}

const notThis = 'This campaign was changed after you opened it. Close this window: the one below shows what it is now.';
