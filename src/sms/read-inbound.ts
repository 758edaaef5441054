import { hash } from 'node:crypto';
import { z } from 'zod';
import { type Instant, type PhoneNumber, SenderId } from '../domain/ids.ts';
import { networkNumber } from '../domain/phone/network-number.ts';
import { readProviderTime } from './provider-time.ts';

/** A text from a phone, as the provider's webhook tells it. */
export type InboundSms = { id: string; from: PhoneNumber; to: SenderId; text: string; at: Instant };

/**
 * An inbound webhook as a text from a phone, or why it is none. What is only strange is taken and noted: it may be
 * somebody's STOP. Words of both hold no personal data.
 */
export function readInbound(
  document: unknown,
  body: Buffer,
  now: Date,
): { message: InboundSms; note?: string } | { odd: string } {
  const read = InboundWebhook.safeParse(document);
  if (!read.success) return { odd: 'an inbound webhook that is not an object' };
  const { message_uuid, text, timestamp } = read.data;
  const to = SenderId.safeParse(withoutPrefix(read.data.to));
  if (!to.success) return { odd: 'an inbound message to something that is not a sender' };
  const from = networkNumber(read.data.from, to.data);
  if (!from) return { odd: 'an inbound message from something that is not a phone number' };

  const message = {
    // Without an id the bytes stand for it: a repeated webhook has the same.
    id: isId(message_uuid) ? message_uuid : `body-${hash('sha256', body)}`,
    from,
    to: to.data,
    // Databases take neither half characters nor NUL.
    text: (text ?? '').replaceAll('\0', '').toWellFormed(),
    at: readProviderTime(timestamp, now),
  };
  return text === undefined ? { message, note: 'an inbound message without a text' } : { message };
}

const Text = z.union([z.string(), z.number().transform(String)]).catch('');

const InboundWebhook = z.looseObject({
  message_uuid: Text,
  from: Text,
  to: Text,
  timestamp: Text,
  text: z
    .union([z.string(), z.number().transform(String)])
    .optional()
    .catch(undefined),
});

function isId(id: string): boolean {
  return /^[\w.-]{1,100}$/.test(id);
}

function withoutPrefix(number: string): string {
  return number.trim().replace(/^(\+|00)(?=\d)/, '');
}
