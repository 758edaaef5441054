import { readPlace } from '../../ui/modals/answering/answer-replies.ts';
import { historyModal } from '../../ui/modals/answering/history.ts';
import { passReplyModal } from '../../ui/modals/answering/pass-reply.ts';
import { noticeModal } from '../../ui/modals/notice.ts';
import { personName } from '../../ui/words/person-name.ts';
import { onButton } from '../listener.ts';

/** "Show number": only the one who asks sees it, on top of the window. */
export const showNumber = onButton(async ({ body, client, by }, { inbox }) => {
  if (!body.view) return;
  const conversation = await inbox.showNumber(readPlace(body.view).conversationId, by);
  const view = noticeModal('Number', `${personName(conversation)}: ${conversation.number}`);
  await client.views.push({ trigger_id: body.trigger_id, view });
});

/** "History": all that was said. */
export const showHistory = onButton(async ({ body, client, by }, { inbox, campaigns }) => {
  if (!body.view) return;
  const { campaignId, conversationId } = readPlace(body.view);
  const conversation = await inbox.open(conversationId, by);
  const { zone } = await campaigns.open(campaignId, by);
  await client.views.push({ trigger_id: body.trigger_id, view: historyModal(conversation, zone) });
});

/** "Pass to…" asks to whom. */
export const openPassReply = onButton(async ({ body, client, by }, { inbox }) => {
  if (!body.view) return;
  const place = readPlace(body.view);
  const conversation = await inbox.open(place.conversationId, by);
  const view = passReplyModal(conversation, place, { hash: body.view.hash });
  await client.views.push({ trigger_id: body.trigger_id, view });
});
