import type { PhoneNumber } from '../../domain/ids.ts';
import type { InboundText } from '../../domain/reply/inbound-text.ts';
import type { Deps } from '../deps.ts';

/** A text and whom it belongs to; `isSure`: nobody else can be meant, or of those who can be, one alone is known to us. */
export type Attributed = { text: InboundText; isSure: boolean };

/**
 * Of a number that can be read in several ways, the text belongs to the one that we know. When we know none of them or more
 * than one, nobody can tell: it belongs to the first. `mayBeFrom` names all others in any case: somebody whom we do not know
 * may have written STOP, and may stand on the next list.
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
