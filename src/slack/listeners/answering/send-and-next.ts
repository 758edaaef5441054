import { type Conversation, isAnswer } from '../../../domain/reply/conversation.ts';
import { readAnswer, readPlace } from '../../ui/modals/answering/answer-replies.ts';
import { notSentNote } from '../../ui/words/taken-words.ts';
import { type ListenerDeps, type OnSubmit, personOf, submissionKey } from '../listener.ts';
import { showAfter, type Turn, turnAfter } from './window.ts';

/**
 * "Send and next": what was typed or chosen leaves, an outcome is set, and the window shows the next reply. If another
 * text came meanwhile, it shows that and keeps what was typed.
 */
export function sendAndNext({ inbox }: ListenerDeps): OnSubmit {
  return async ({ ack, body, view }) => {
    const by = personOf(body);
    const place = readPlace(view);
    const key = `${submissionKey(view)}.${place.done}.${place.seen}`;
    const { text, canned, outcome } = readAnswer(view);
    const { conversationId, seen } = place;
    const ending = { ifOpen: true, ...(outcome !== undefined && { outcome }) };
    const act = async (): Promise<Conversation> =>
      text === '' && canned === undefined && outcome !== undefined
        ? inbox.handle(conversationId, by, seen, ending)
        : inbox.answer(conversationId, { text, by, key, seen, ...ending, ...(canned !== undefined && { canned }) });
    let turn: Turn = { kind: 'done' };
    const after = await turnAfter(async () => {
      turn = becameOf(await act(), key);
    });
    if (after.kind !== 'done') turn = after;
    const shown = await showAfter(turn, { inbox, place, by, typed: text });
    await ack({ response_action: 'update', view: shown.view });
  };
}

/** What became of the text of this submission. */
function becameOf({ messages }: Conversation, key: string): Turn {
  const answer = messages.findLast((message) => message.direction === 'out' && message.cause === key);
  const isSent = answer?.direction !== 'out' || isAnswer(answer);
  return isSent ? { kind: 'done' } : { kind: 'not_sent', note: notSentNote(answer.reason) };
}
