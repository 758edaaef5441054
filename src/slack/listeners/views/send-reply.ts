import type { ModalView } from '@slack/types';
import type { UserId } from '../../../domain/ids.ts';
import { showView } from '../../requests/show-view.ts';
import { readReplyView, replyModal } from '../../ui/modals/answering/reply.ts';
import { noticeModal } from '../../ui/modals/notice.ts';
import type { Sentence } from '../../ui/parts/sentence.ts';
import { readAnswer } from '../../ui/sections/answer-fields.ts';
import { personName } from '../../ui/words/person-name.ts';
import { doneMeanwhile, newText, notSentAtOnce } from '../../ui/words/taken-words.ts';
import { answerTurn } from '../answering/answer-turn.ts';
import type { Turn } from '../answering/window.ts';
import { type ListenerDeps, type OnButton, type OnSubmit, personOf, submissionKey } from '../listener.ts';

type Inbox = ListenerDeps['inbox'];
type Window = Parameters<typeof readReplyView>[0] & { id: string; hash: string };
type Sending = { filled: ReturnType<typeof readAnswer>; by: UserId; onePress?: boolean };

/**
 * An agent pressed "Send" in the reply form. If another text came meanwhile, or a colleague dealt with it, the form
 * shows that and keeps what was typed; nothing leaves before Send is pressed again.
 */
export function sendReply({ inbox }: ListenerDeps): OnSubmit {
  return async ({ ack, body, view }) => {
    const again = await sendFrom(view, inbox, { filled: readAnswer(view), by: personOf(body) });
    await (again ? ack({ response_action: 'update', view: again }) : ack());
  };
}

/** One press on a canned answer there. Slack closes no window for us, so it says what left. */
export function sendCannedReply({ inbox }: ListenerDeps): OnButton {
  return async ({ ack, body, action, client }) => {
    await ack();
    const { view } = body;
    const label = action.value;
    if (!view || label === undefined) return;
    const by = personOf(body);
    const { text, canned, outcome } = readAnswer(view);
    const isOther = text !== '' || (canned !== undefined && canned !== label);
    const filled = { text, canned: label, outcome };
    const shown = isOther
      ? await showAgain(view, inbox, { note: notSentAtOnce('Send'), typed: text, by })
      : await sendFrom(view, inbox, { filled, by, onePress: true });
    const { conversation } = await inbox.openToAnswer(readReplyView(view).conversationId, by);
    const sent = `“${label}” was sent to ${personName(conversation)}.`;
    await showView(client, { viewId: view.id, person: by, view: shown ?? noticeModal('Sent', sent), orSay: sent });
  };
}

/** Undefined: it is done. Otherwise the window as it goes on. */
async function sendFrom(
  view: Window,
  inbox: Inbox,
  { filled, by, onePress = false }: Sending,
): Promise<ModalView | undefined> {
  const { conversationId, seen, stood } = readReplyView(view);
  const sending = {
    by,
    key: submissionKey(view),
    ...(seen !== undefined && { seen }),
    stood,
    onePress,
    again: onePress ? 'Press it' : 'Press Send',
  };
  const turn = await answerTurn(inbox, conversationId, filled, sending);
  return turn.kind === 'done' ? undefined : showAgain(view, inbox, { turn, typed: filled.text, by });
}

async function showAgain(
  view: Window,
  inbox: Inbox,
  { by, typed, ...why }: { by: UserId; typed: string } & ({ turn: Turn } | { note: Sentence }),
): Promise<ModalView> {
  const toAnswer = await inbox.openToAnswer(readReplyView(view).conversationId, by);
  const note = 'note' in why ? why.note : noteOf(why.turn, toAnswer.conversation);
  return replyModal(toAnswer, { note, typed });
}

function noteOf(turn: Turn, conversation: Parameters<typeof doneMeanwhile>[0]): Sentence {
  if (turn.kind === 'not_sent') return turn.note;
  return turn.kind === 'taken' ? doneMeanwhile(conversation) : newText;
}
