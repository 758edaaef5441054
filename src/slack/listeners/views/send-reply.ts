import { type Conversation, unseenTexts } from '../../../domain/reply/conversation.ts';
import { readReplyView, replyModal } from '../../ui/modals/answering/reply.ts';
import { type ListenerDeps, type OnSubmit, personOf, submissionKey } from '../listener.ts';

/**
 * An agent pressed "Send" in the reply form: the only way in which text leaves for one phone. If another text came
 * meanwhile, the form shows it and keeps what was typed; nothing leaves before Send is pressed again.
 */
export function sendReply({ inbox, campaigns }: ListenerDeps): OnSubmit {
  return async ({ ack, body, view }) => {
    const { conversationId, seen, text } = readReplyView(view);
    const by = personOf(body);
    const conversation = await inbox.open(conversationId, by);
    if (seen !== undefined && unseenTexts(conversation, seen).length > 0 && !isAnswered(conversation, view)) {
      const campaign = conversation.campaignId ? await campaigns.open(conversation.campaignId, by) : null;
      await ack({ response_action: 'update', view: replyModal(conversation, campaign, { typed: text }) });
      return;
    }
    const key = submissionKey(view);
    await inbox.answer(conversationId, { text, by, key, ...(seen !== undefined && { seen }) });
    await ack();
  };
}

/** By this very submission, pressed twice. */
function isAnswered({ messages }: Conversation, view: Parameters<typeof submissionKey>[0]): boolean {
  return messages.some((message) => message.direction === 'out' && message.cause === submissionKey(view));
}
