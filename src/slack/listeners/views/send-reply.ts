import { readReplyView } from '../../ui/modals/reply.ts';
import { type ListenerDeps, type OnSubmit, personOf, submissionKey } from '../listener.ts';

/** An agent pressed "Send" in the reply form: the only way in which text leaves for one phone. */
export function sendReply({ inbox }: ListenerDeps): OnSubmit {
  return async ({ ack, body, view }) => {
    const { conversationId, text } = readReplyView(view);
    await inbox.answer(conversationId, { text, by: personOf(body), key: submissionKey(view) });
    await ack();
  };
}
