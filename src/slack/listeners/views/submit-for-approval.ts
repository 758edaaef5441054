import { noticeModal } from '../../ui/modals/notice.ts';
import { readPreviewView } from '../../ui/modals/preview.ts';
import { readingListModal } from '../../ui/modals/reading-list.ts';
import { readFolderBox } from '../../ui/sections/folder-box.ts';
import { isNewChoice, readListChoices } from '../../ui/sections/list-questions.ts';
import { readAgain } from '../actions/decide-list.ts';
import { type ListenerDeps, type OnSubmit, personOf } from '../listener.ts';
import { orShowChanged } from '../or-show-changed.ts';

/** The author pressed "Submit for approval" in the preview. Choices whose effect they have not seen are shown first. */
export function submitForApproval(deps: ListenerDeps): OnSubmit {
  const { campaigns } = deps;
  return async ({ ack, body, view, client }) => {
    const seen = readPreviewView(view);
    const { campaignId, contentHash, version } = seen;
    const by = personOf(body);
    const choices = readListChoices(view);
    if (isNewChoice((await campaigns.open(campaignId, by)).list, choices)) {
      await ack({ response_action: 'update', view: readingListModal('your list again') });
      await readAgain(deps, client, { seen, viewId: view.id, by, choices });
      return;
    }
    const vouches = readFolderBox(view);
    const campaign = await orShowChanged(() => campaigns.submit(campaignId, { by, contentHash, version, vouches }), {
      campaigns,
      campaignId,
      by,
      show: async (changed) => ack({ response_action: 'update', view: changed }),
    });
    if (!campaign) return;
    const notice = noticeModal(
      'Submitted',
      `“${campaign.name}” waits for approval. Its review card appears in the channel now: somebody else has to press Review there. Nothing is sent before that.`,
    );
    await ack({ response_action: 'update', view: notice });
  };
}
