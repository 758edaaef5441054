import { inModal } from '../../requests/errors.ts';
import { replyModal } from '../../ui/modals/reply.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';
import { pressedCard } from './pressed-card.ts';

/** "Reply" on a conversation's card: the window shows everything up to now, whatever the card showed. */
export function openReply({ inbox, campaigns }: ListenerDeps): OnButton {
  return async ({ ack, body, action, client, context }) => {
    await ack();
    inModal(context);
    const by = personOf(body);
    const { conversationId } = await pressedCard(action, body, inbox);
    const conversation = await inbox.open(conversationId, by);
    const campaign = conversation.campaignId ? await campaigns.open(conversation.campaignId, by) : null;
    await client.views.open({ trigger_id: body.trigger_id, view: replyModal(conversation, campaign) });
  };
}
