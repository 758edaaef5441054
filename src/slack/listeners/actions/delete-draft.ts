import { noticeModal } from '../../ui/modals/notice.ts';
import { readPreviewView } from '../../ui/modals/preview.ts';
import { shortName } from '../../ui/words/short-name.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';
import { orShowChanged } from '../or-show-changed.ts';

/** "Delete" in a draft's preview, after Slack asked whether they are sure. */
export function deleteDraft({ campaigns }: ListenerDeps): OnButton {
  return async ({ ack, body, client }) => {
    await ack();
    const { view: window } = body;
    if (!window) return;
    const by = personOf(body);
    const { campaignId, contentHash } = readPreviewView(window);
    const done = await orShowChanged(() => campaigns.remove(campaignId, by, contentHash), {
      campaigns,
      campaignId,
      by,
      show: (view) => client.views.update({ view_id: window.id, view }),
    });
    if (!done) return;
    const name = shortName(done.campaign);
    const notice = done.isGone
      ? noticeModal('Deleted', `${name} and its list are deleted.`)
      : noticeModal('Cancelled', `${name} was submitted once, so it is cancelled, and its card stays in the channel.`);
    await client.views.update({ view_id: window.id, view: notice });
  };
}
