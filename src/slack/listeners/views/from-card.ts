import { readCard, readOutcomeChoice, readPassedTo } from '../../ui/modals/answering/from-card.ts';
import { readLivesElsewhere } from '../../ui/modals/answering/lives-elsewhere.ts';
import { type ListenerDeps, type OnSubmit, personOf } from '../listener.ts';

/** "Opt out", asked for on a card. */
export function optOutFromCard({ inbox }: ListenerDeps): OnSubmit {
  return async ({ ack, body, view }) => {
    const { conversationId, seen } = readCard(view);
    await inbox.optOut(conversationId, personOf(body), seen);
    await ack();
  };
}

/** A colleague, chosen on a card: it is theirs now, and they are told. */
export function passFromCard({ inbox }: ListenerDeps): OnSubmit {
  return async ({ ack, body, view }) => {
    const { conversationId, seen } = readCard(view);
    await inbox.pass(conversationId, { to: readPassedTo(view), by: personOf(body), seen });
    await ack();
  };
}

/** What a conversation ended with, chosen on its card. */
export function setOutcomeFromCard({ inbox }: ListenerDeps): OnSubmit {
  return async ({ ack, body, view }) => {
    await inbox.setOutcome(readCard(view).conversationId, { label: readOutcomeChoice(view), by: personOf(body) });
    await ack();
  };
}

/** Where the person says they live, typed on their card. */
export function setWhereTheyLive({ inbox }: ListenerDeps): OnSubmit {
  return async ({ ack, body, view }) => {
    await inbox.livesElsewhere(readCard(view).conversationId, { ...readLivesElsewhere(view), by: personOf(body) });
    await ack();
  };
}
