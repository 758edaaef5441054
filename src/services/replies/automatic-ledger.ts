import { personKey } from '../../domain/phone/person.ts';
import { type AutomaticAnswer, mayAnswer, withinADay } from '../../domain/reply/automatic-answer.ts';
import type { Conversation } from '../../domain/reply/conversation.ts';
import type { Deps } from '../deps.ts';

/** The automatic answers given within a day, counted from the store: a restart forgets none. */
type AutomaticLedger = {
  /** Enters the answer if it may leave. Of two at once for the same reason, one is entered. */
  enter(answer: AutomaticAnswer): Promise<'yes' | 'again' | 'lid'>;
  /** Had a former process reached the lid already? */
  wasFull(): boolean;
  /** It did not leave after all. */
  strike(answer: AutomaticAnswer): void;
};

export function createAutomaticLedger({ store, clock, settings }: Pick<Deps, 'store' | 'clock' | 'settings'>) {
  let given: AutomaticAnswer[] = [];
  let reading: Promise<void> | undefined;
  let wasFull = false;

  const read = async (): Promise<void> => {
    const campaigns = [null, ...(await store.campaigns.list()).map(({ id }) => id)];
    const stored: AutomaticAnswer[] = [];
    for (const id of campaigns) stored.push(...(await store.conversations.ofCampaign(id)).flatMap(automaticIn));
    given = withinADay(stored, clock.now().getTime());
    wasFull = given.length >= settings.autoAnswersPerDay;
  };

  const ledger: AutomaticLedger = {
    enter: async (answer) => {
      // An entry made during the reading would be counted twice or not at all.
      reading ??= read().catch((error: unknown) => {
        reading = undefined;
        throw error;
      });
      await reading;
      given = withinADay(given, answer.atMs);
      const may = mayAnswer(given, answer, settings.autoAnswersPerDay);
      if (may === 'yes') given.push(answer);
      return may;
    },
    wasFull: () => wasFull,
    strike: (answer) => {
      given = given.filter((known) => known !== answer);
    },
  };
  return ledger;
}

function automaticIn({ number, messages }: Conversation): AutomaticAnswer[] {
  return messages.flatMap((message) => {
    if (message.direction !== 'out' || message.purpose !== 'confirmation' || message.state === 'not_sent') return [];
    const asked = messages.find((other) => other.direction === 'in' && other.id === message.cause);
    const kind = asked?.direction === 'in' && asked.reading === 'help' ? 'help' : 'opt_out';
    return [{ person: personKey(number), kind, cause: asked?.at ?? message.at, atMs: Date.parse(message.at) }];
  });
}
