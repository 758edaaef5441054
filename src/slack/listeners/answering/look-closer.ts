import { readPlace } from '../../ui/modals/answering/answer-replies.ts';
import { historyModal } from '../../ui/modals/answering/history.ts';
import { passReplyModal } from '../../ui/modals/answering/pass-reply.ts';
import { noticeModal } from '../../ui/modals/notice.ts';
import { personName } from '../../ui/words/person-name.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';

/** "Show number": only the one who asks sees it, on top of the window. */
export function showNumber({ inbox }: ListenerDeps): OnButton {
  return async ({ ack, body, client }) => {
    await ack();
    if (!body.view) return;
    const conversation = await inbox.showNumber(readPlace(body.view).conversationId, personOf(body));
    const view = noticeModal('Number', `${personName(conversation)}: ${conversation.number}`);
    await client.views.push({ trigger_id: body.trigger_id, view });
  };
}

/** "History": all that was said. */
export function showHistory({ inbox, campaigns }: ListenerDeps): OnButton {
  return async ({ ack, body, client }) => {
    await ack();
    if (!body.view) return;
    const { campaignId, conversationId } = readPlace(body.view);
    const conversation = await inbox.open(conversationId, personOf(body));
    const { zone } = await campaigns.open(campaignId, personOf(body));
    await client.views.push({ trigger_id: body.trigger_id, view: historyModal(conversation, zone) });
  };
}

/** "Pass to…" asks to whom. */
export function openPassReply({ inbox }: ListenerDeps): OnButton {
  return async ({ ack, body, client }) => {
    await ack();
    if (!body.view) return;
    const place = readPlace(body.view);
    const conversation = await inbox.open(place.conversationId, personOf(body));
    const view = passReplyModal(conversation, place, { hash: body.view.hash });
    await client.views.push({ trigger_id: body.trigger_id, view });
  };
}
