import { readPlaceAndBox } from '../../ui/modals/answering/answer-replies.ts';
import { readAnswer } from '../../ui/sections/answer-fields.ts';
import { notForOthers } from '../../ui/words/taken-words.ts';
import { type ListenerDeps, type OnSubmit, personOf } from '../listener.ts';
import { alsoOthers } from './also-others.ts';
import { answerTurn } from './answer-turn.ts';
import { showAfter, type Turn, turnKey } from './window.ts';

/**
 * "Send and next": what was typed or chosen leaves, an outcome is set, and the window shows the next reply. If another
 * text came meanwhile, it shows that and keeps what was typed.
 */
export function sendAndNext({ inbox }: ListenerDeps): OnSubmit {
  return async ({ ack, body, view }) => {
    const by = personOf(body);
    const place = readPlaceAndBox(view);
    const { conversationId, seen } = place;
    const filled = readAnswer(view);
    const key = turnKey(view, place);
    const sending = { by, key, seen, ifOpen: true, again: 'Press Send and next' };
    const turn: Turn =
      place.others && filled.text.includes('{{')
        ? { kind: 'not_sent', note: notForOthers }
        : await answerTurn(inbox, conversationId, filled, sending);
    const note = turn.kind === 'done' ? await alsoOthers(inbox, place, { by, key, filled }) : undefined;
    const shown = await showAfter(turn, { inbox, place, by, typed: filled.text, note });
    await ack({ response_action: 'update', view: shown.view });
  };
}
