import type { PhoneNumber } from '../../domain/ids.ts';
import type { InboundText } from '../../domain/reply/inbound-text.ts';
import type { Deps } from '../deps.ts';

/** A text and whose it is; `isSure`: nobody else can be meant, or only one of the possible people is known to us. */
export type Attributed = { text: InboundText; isSure: boolean };

/**
 * If a number can be read in several ways, the text belongs to the one known to us. If we know none or several, nobody
 * can tell: it belongs to the first. `mayBeFrom` always names all others: somebody unknown may have written STOP, and
 * may stand on the next list.
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

/** They got a text of ours, or wrote one under an unambiguous number. */
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
