import { type Conversation, isAnswer } from '../../../domain/reply/conversation.ts';
import type { readAnswer } from '../../ui/sections/answer-fields.ts';
import { notSentNote } from '../../ui/words/taken-words.ts';
import type { ListenerDeps } from '../listener.ts';
import { type Turn, turnAfter } from './window.ts';

type Inbox = ListenerDeps['inbox'];
type Filled = ReturnType<typeof readAnswer>;
type With = Parameters<Inbox['answer']>[1];

/** Sends what was typed or chosen, or sets the outcome alone; tells what became of it. `again`: how to try once more. */
export async function answerTurn(
  inbox: Inbox,
  id: Conversation['id'],
  { text, canned, outcome }: Filled,
  { again, ...given }: Omit<With, 'text' | 'canned' | 'outcome'> & { again: string },
): Promise<Turn> {
  const { by, key, seen, ifOpen, stood } = given;
  const ending = outcome === undefined ? {} : { outcome };
  let turn: Turn = { kind: 'done' };
  const after = await turnAfter(async () => {
    if (text === '' && canned === undefined && outcome !== undefined) {
      await inbox.handle(id, by, seen, { ...(ifOpen && { ifOpen }), stood, ...ending });
      return;
    }
    const answered = await inbox.answer(id, { ...given, text, ...(canned !== undefined && { canned }), ...ending });
    turn = becameOf(answered, key, again);
  });
  return after.kind === 'done' ? turn : after;
}

/** What became of the text of this submission. */
function becameOf({ messages }: Conversation, key: string, again: string): Turn {
  const answer = messages.findLast((message) => message.direction === 'out' && message.cause === key);
  const isSent = answer?.direction !== 'out' || isAnswer(answer);
  return isSent ? { kind: 'done' } : { kind: 'not_sent', note: notSentNote(answer.reason, again) };
}
