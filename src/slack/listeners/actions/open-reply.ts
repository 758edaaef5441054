import type { ConversationId } from '../../../domain/ids.ts';
import { replyModal } from '../../ui/modals/reply.ts';
import type { ListenerDeps, OnButton } from '../listener.ts';

/** "Reply" under an inbound message. */
export function openReply({ inbox, campaigns }: ListenerDeps): OnButton {
  return async ({ ack, body, action, client }) => {
    await ack();
    const conversation = await inbox.get(action.value as ConversationId);
    const campaign = conversation.campaignId ? await campaigns.get(conversation.campaignId) : null;
    await client.views.open({ trigger_id: body.trigger_id, view: replyModal(conversation, campaign) });
  };
}
