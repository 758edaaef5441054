import type { UserId } from '../../../domain/ids.ts';
import { type Place, readAnswer, readPlace } from '../../ui/modals/answering/answer-replies.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';
import { putInto, showAfter, type Turn, turnAfter } from './window.ts';

type Inbox = ListenerDeps['inbox'];
type Decide = (inbox: Inbox, place: Place, by: UserId) => Promise<Turn>;

/** A button of the window that ends the turn of whoever lies before the agent. */
function turnButton(decide: Decide): (deps: ListenerDeps) => OnButton {
  return ({ inbox }) =>
    async ({ ack, body, client }) => {
      await ack();
      const { view } = body;
      if (!view) return;
      const by = personOf(body);
      const place = readPlace(view);
      const turn = await decide(inbox, place, by);
      const shown = await showAfter(turn, { inbox, place, by, typed: readAnswer(view).text });
      await putInto(view, shown, { client, inbox, by });
    };
}

export const handleReply = turnButton((inbox, { conversationId, seen }, by) =>
  turnAfter(() => inbox.handle(conversationId, by, seen, { ifOpen: true })),
);

export const skipReply = turnButton(async (inbox, { conversationId }, by) => {
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
