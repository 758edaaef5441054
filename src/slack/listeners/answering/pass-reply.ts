import { readPassReplyView } from '../../ui/modals/answering/pass-reply.ts';
import { type ListenerDeps, type OnSubmit, personOf } from '../listener.ts';
import { putInto, showAfter, turnAfter } from './window.ts';

/** A colleague was chosen: the window below goes on with the next reply. */
export function passReply({ inbox }: ListenerDeps): OnSubmit {
  return async ({ ack, body, view, client }) => {
    const { place, hash, to } = readPassReplyView(view);
    const by = personOf(body);
    const turn = await turnAfter(() => inbox.pass(place.conversationId, { to, by, seen: place.seen }));
    await ack();
    const shown = await showAfter(turn, { inbox, place, by });
    await putInto({ id: view.root_view_id ?? view.id, hash }, shown, { client, inbox, by });
  };
}
