import type { CampaignId } from '../../../domain/ids.ts';
import { noticeModal } from '../../ui/modals/notice.ts';
import { shortName } from '../../ui/short-name.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';

/** "Delete" in a draft's preview, after Slack asked whether they are sure. */
export function deleteDraft({ campaigns }: ListenerDeps): OnButton {
  return async ({ ack, body, action, client }) => {
    await ack();
    const { campaign, isGone } = await campaigns.remove(action.value as CampaignId, personOf(body));
    const name = shortName(campaign);
    const notice = isGone
      ? noticeModal('Deleted', `${name} and its list are deleted.`)
      : noticeModal('Cancelled', `${name} was submitted once, so it is cancelled, and its card stays in the channel.`);
    if (body.view) await client.views.update({ view_id: body.view.id, view: notice });
  };
}
