import type { UserId } from '../../../domain/ids.ts';
import { type Place, readPlaceAndBox } from '../../ui/modals/answering/answer-replies.ts';
import type { Sentence } from '../../ui/parts/sentence.ts';
import { readAnswer } from '../../ui/sections/answer-fields.ts';
import { notSentAtOnce } from '../../ui/words/taken-words.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';
import { alsoOthers } from './also-others.ts';
import { answerTurn } from './answer-turn.ts';
import { putInto, showAfter, type Turn, turnAfter, turnKey } from './window.ts';

type Inbox = ListenerDeps['inbox'];
type Filled = ReturnType<typeof readAnswer>;
/** `key` names the press: see `turnKey`. */
type Pressed = { value: string; key: string };
type Decide = (inbox: Inbox, place: Place, by: UserId, filled: Filled, pressed: Pressed) => Promise<Turn>;

/** What the others get who wrote the same, if the box is ticked; by the button's value. */
type ForOthers = (value: string) => Pick<Filled, 'text' | 'canned'>;

/** A button of the window that ends the turn of whoever lies before the agent. */
function turnButton(decide: Decide, forOthers?: ForOthers): (deps: ListenerDeps) => OnButton {
  return ({ inbox }) =>
    async ({ ack, body, action, client }) => {
      await ack();
      const { view } = body;
      if (!view) return;
      const by = personOf(body);
      const place = readPlaceAndBox(view);
      const filled = readAnswer(view);
      const [value, key] = [action.value ?? '', turnKey(view, place)];
      const turn = await decide(inbox, place, by, filled, { value, key });
      const goesOn = forOthers && turn.kind === 'done';
      const note = goesOn ? await alsoOthers(inbox, place, { by, key, filled: forOthers(value) }) : undefined;
      const shown = await showAfter(turn, { inbox, place, by, typed: filled.text, note });
      await putInto(view, shown, { client, inbox, by });
    };
}

/** With the outcome that was chosen. Whoever typed an answer meant to send it. */
export const handleReply = turnButton(
  async (inbox, { conversationId, seen }, by, { text, canned, outcome }) => {
    if (text !== '' || canned !== undefined) return { kind: 'not_sent', note: notYet('handled') };
    const ending = { ifOpen: true, ...(outcome !== undefined && { outcome }) };
    return turnAfter(() => inbox.handle(conversationId, by, seen, ending));
  },
  () => ({ text: '', canned: undefined }),
);

function notYet(what: string): Sentence {
  return [{ bold: `Not ${what} yet. ` }, 'There is an answer below: press Send and next, or empty it first.'];
}

/** One press on a canned answer. Whoever filled in another one meant that. */
export const sendCanned = turnButton(
  async (inbox, place, by, { text, canned, outcome }, { value, key }) => {
    if (text !== '' || (canned !== undefined && canned !== value)) {
      return { kind: 'not_sent', note: notSentAtOnce('Send and next') };
    }
    const { conversationId, seen } = place;
    const sending = { by, key, seen, ifOpen: true, onePress: true, again: 'Press it' };
    return answerTurn(inbox, conversationId, { text, canned: value, outcome }, sending);
  },
  (value) => ({ text: '', canned: value }),
);

export const skipReply = turnButton(async (inbox, { conversationId }, by, { text }) => {
  if (text !== '') return { kind: 'not_sent', note: notYet('skipped') };
  await inbox.release(conversationId, by);
  return { kind: 'skipped' };
});

export const optOutWriter = turnButton((inbox, { conversationId, seen }, by) =>
  turnAfter(() => inbox.optOut(conversationId, by, seen)),
);

/** It was no opt-out: now they can be answered. */
export const keepWriter = turnButton(async (inbox, { conversationId, seen }, by) => {
  const turn = await turnAfter(() => inbox.keep(conversationId, by, seen));
  return turn.kind === 'done' ? { kind: 'kept' } : turn;
});
