import { noticeModal } from '../../ui/modals/notice.ts';
import { readPreviewView } from '../../ui/modals/preview.ts';
import { type ListenerDeps, type OnSubmit, personOf } from '../listener.ts';

/** The author pressed "Submit for approval" in the preview. */
export function submitForApproval({ campaigns }: ListenerDeps): OnSubmit {
  return async ({ ack, body, view }) => {
    const { campaignId, contentHash } = readPreviewView(view);
    const campaign = await campaigns.submit(campaignId, { by: personOf(body), contentHash });
    const notice = noticeModal(
      'Submitted',
      `“${campaign.name}” waits for approval. Its review card appears in the channel now: somebody else has to press Review there. Nothing is sent before that.`,
    );
    await ack({ response_action: 'update', view: notice });
  };
}
