import type { PhoneNumber } from '../domain/ids.ts';
import type { InboundText } from '../domain/reply/inbound-text.ts';
import type { Deps } from './deps.ts';

/**
 * Of a number that can be read in several ways, the one that we know is meant. When we know none of them or more than
 * one, nobody can tell: the text belongs to the first, and `mayBeFrom` names the others.
 */
export async function whoWrote({ store }: Pick<Deps, 'store'>, text: InboundText): Promise<InboundText> {
  const { mayBeFrom = [], ...plain } = text;
  if (mayBeFrom.length === 0) return plain;
  const readings = [text.from, ...mayBeFrom];
  const isKnown = await Promise.all(readings.map((number) => knows(store, number, text)));
  const known = readings.filter((_, at) => isKnown[at]);
  const [from = text.from, ...others] = known.length > 0 ? known : readings;
  return { ...plain, from, ...(others.length > 0 && { mayBeFrom: others }) };
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
