import { hash } from 'node:crypto';
import { SenderId } from '../../domain/ids.ts';
import { readCallers } from '../../domain/phone/caller.ts';
import { countryOf } from '../../domain/phone/phone-number.ts';
import type { Attachment, InboundText } from '../../domain/reply/inbound-text.ts';
import { type InboundFields, olderShape, readFields } from './inbound-fields.ts';
import { readWords } from './inbound-words.ts';
import { providerTime } from './provider-time.ts';

/** Our senders, and the country (ISO 3166) of numbers without a country code. */
export type Ours = { senders: readonly SenderId[]; country: string };

/** `mayBeText`: the sender is unknown, but it may be somebody's STOP, so it must not be acknowledged. */
export type InboundReading = { message: InboundText; note?: string } | { odd: string; mayBeText: boolean };

/**
 * An inbound webhook as a text from a phone, or why it is none. Every shape that the provider ever used is taken, and
 * the merely strange is taken and noted: it may be somebody's STOP. Notes and reasons hold no personal data.
 */
export function readInbound(document: unknown, body: Buffer, ours: Ours, now: Date): InboundReading {
  const fields = readFields(document);
  const { text, attachment, saysSomething } = readWords(document);
  if (!fields) return { odd: 'an inbound webhook that is not an object', mayBeText: saysSomething };
  const to = receiver(fields.to, ours);
  const [from, ...others] = withheld.test(fields.from) ? [] : readCallers(fields.from, homesOf(to, ours.country));
  if (!from) return withoutPhone(fields.from, document, saysSomething);
  if (!to) return { odd: 'an inbound message to nobody, and no sender is set', mayBeText: true };

  const note = fields.to === '' ? 'an inbound message without a receiver' : noteOn(attachment, olderShape(document));
  return {
    message: {
      id: idOf(fields, body),
      from,
      ...(others.length > 0 && { mayBeFrom: others }),
      to,
      // Databases take neither half characters nor NUL.
      text: text.replaceAll('\0', '').toWellFormed(),
      ...writtenAt(fields, now),
      ...(attachment && { attachment }),
    },
    ...(note !== undefined && { note }),
  };
}

function writtenAt({ timestamp }: InboundFields, now: Date): Pick<InboundText, 'at' | 'undated'> {
  const at = providerTime(timestamp, now);
  return at ? { at } : { at: now.toISOString(), undated: true };
}

function noteOn(attachment: Attachment | undefined, older: string | undefined): string | undefined {
  return attachment === 'other' ? 'an inbound message of a kind that is not known' : older;
}

/** A name or a short code has no phone that could be opted out; anything else without a sender may be a STOP. */
function withoutPhone(from: string, document: unknown, saysSomething: boolean): InboundReading {
  if (/^\d{3,6}$/.test(from)) return { odd: 'an inbound message from a short code', mayBeText: false };
  if (withheld.test(from)) {
    return { odd: 'an inbound message whose sender withheld the number', mayBeText: saysSomething };
  }
  if (/[A-Za-z]/.test(from) && SenderId.safeParse(from).success) {
    return { odd: 'an inbound message from a name instead of a phone number', mayBeText: false };
  }
  const why = from === '' ? 'an inbound webhook without a sender' : 'an inbound webhook whose sender cannot be read';
  return { odd: olderShape(document) ?? why, mayBeText: saysSomething };
}

/** What networks write for a withheld number, also in the digits of "anonymous". */
const withheld =
  /^(?:anonymous|anonym|unknown|private|restricted|unavailable|withheld|hidden|blocked|undisclosed|not ?available|no ?number|no ?caller ?id|(?:unknown|private|withheld) ?(?:number|caller)|none|null|undefined|nan|n\/a|\+?266696687)$/i;

/** One of our senders in any spelling; else the number as it stands, else the first of ours. */
function receiver(written: string, { senders, country }: Ours): SenderId | undefined {
  const plain = /[A-Za-z]/.test(written) ? written : written.replace(/\D/g, '').replace(/^00/, '');
  const known = senders.find((sender) => sender === plain);
  if (known) return known;
  const numbers = readCallers(written, [country]).map((number) => number.slice(1));
  const same = senders.find((sender) => numbers.includes(sender));
  return same ?? SenderId.safeParse(plain).data ?? senders[0];
}

function homesOf(to: SenderId | undefined, country: string): string[] {
  return to && /^\d{7,15}$/.test(to) ? [countryOf(`+${to}`), country] : [country];
}

/** Without an id the bytes stand for it: a repeated webhook has the same. Parts of one text may share theirs. */
function idOf({ id, part }: InboundFields, body: Buffer): string {
  if (!/^[\w.-]{1,100}$/.test(id)) return `body-${hash('sha256', body)}`;
  return /^\d{1,3}$/.test(part) ? `${id}.${part}` : id;
}
