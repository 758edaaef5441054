import type { ConversationId } from '../../../domain/ids.ts';
import { replyModal } from '../../ui/modals/reply.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';

/** "Reply" under an inbound message. */
export function openReply({ inbox, campaigns }: ListenerDeps): OnButton {
  return async ({ ack, body, action, client }) => {
    await ack();
    const by = personOf(body);
    const conversation = await inbox.open(action.value as ConversationId, by);
    const campaign = conversation.campaignId ? await campaigns.open(conversation.campaignId, by) : null;
    await client.views.open({ trigger_id: body.trigger_id, view: replyModal(conversation, campaign) });
  };
}
