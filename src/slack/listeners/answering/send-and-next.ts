import { readPlace } from '../../ui/modals/answering/answer-replies.ts';
import { readAnswer } from '../../ui/sections/answer-fields.ts';
import { type ListenerDeps, type OnSubmit, personOf } from '../listener.ts';
import { answerTurn } from './answer-turn.ts';
import { showAfter, turnKey } from './window.ts';

/**
 * "Send and next": what was typed or chosen leaves, an outcome is set, and the window shows the next reply. If another
 * text came meanwhile, it shows that and keeps what was typed.
 */
export function sendAndNext({ inbox }: ListenerDeps): OnSubmit {
  return async ({ ack, body, view }) => {
    const by = personOf(body);
    const place = readPlace(view);
    const { conversationId, seen } = place;
    const filled = readAnswer(view);
    const sending = { by, key: turnKey(view, place), seen, ifOpen: true, again: 'Press Send and next' };
    const turn = await answerTurn(inbox, conversationId, filled, sending);
    const shown = await showAfter(turn, { inbox, place, by, typed: filled.text });
    await ack({ response_action: 'update', view: shown.view });
  };
}
