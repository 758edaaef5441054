import type { PhoneNumber } from '../../domain/ids.ts';
import type { InboundText } from '../../domain/reply/inbound-text.ts';
import type { Deps } from '../deps.ts';

/** `isSure`: nobody else can be meant, or only one of those who can be is known to us. */
export type Attributed = { text: InboundText; isSure: boolean };

/**
 * A number that can be read in several ways belongs to the one we know. If we know none or several, nobody can tell:
 * the text belongs to the first. `mayBeFrom` names all others in any case: somebody we do not know may have written
 * STOP, and may be on the next list.
 */
export async function whoWrote({ store }: Pick<Deps, 'store'>, text: InboundText): Promise<Attributed> {
  const { mayBeFrom = [], ...plain } = text;
  if (mayBeFrom.length === 0) return { text: plain, isSure: true };
  const readings = [text.from, ...mayBeFrom];
  const isKnown = await Promise.all(readings.map((number) => knows(store, number, text)));
  const known = readings.filter((_, at) => isKnown[at]);
  const [from = text.from] = known;
  const others = readings.filter((number) => number !== from);
  return { text: { ...plain, from, mayBeFrom: others }, isSure: known.length === 1 };
}

/** They got a text of ours, or wrote one under a number that could not be another. */
async function knows(store: Deps['store'], number: PhoneNumber, { to }: InboundText): Promise<boolean> {
  if (await store.recipients.lastTexted(number, to)) return true;
  const conversation = await store.conversations.find(null, number);
  return (
    conversation?.messages.some((message) =>
      message.direction === 'in'
        ? message.mayBeOf === undefined
        : message.state !== 'not_sent' && message.state !== 'rejected',
    ) ?? false
  );
}
