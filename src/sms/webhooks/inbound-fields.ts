import { z } from 'zod';

/** A webhook's fields under one name each, from any of the provider's shapes. Missing ones are empty. */
export type InboundFields = { id: string; from: string; to: string; timestamp: string; part: string };

/** Undefined when the document is not an object. */
export function readFields(document: unknown): InboundFields | undefined {
  const root = Fields.safeParse(document);
  if (!root.success) return undefined;
  const levels = [root.data, ...wrappers.map((name) => Fields.safeParse(root.data[name]).data ?? {})];
  const first = (names: readonly string[], read: (value: unknown) => string): string => {
    for (const fields of levels) {
      for (const name of names) {
        const value = Object.hasOwn(fields, name) ? read(fields[name]) : '';
        if (value !== '') return value;
      }
    }
    return '';
  };
  return {
    id: first(['message_uuid', 'messageId', 'message_id', 'messageUuid', 'message-id'], scalar),
    from: first(['from', 'msisdn', 'from_number', 'sender', 'originator'], address),
    to: first(['to', 'to_number', 'recipient', 'destination'], address),
    timestamp: first(['message-timestamp', 'timestamp', 'message_timestamp'], scalar),
    part: first(['concat-part', 'concat_part'], scalar),
  };
}

/** Names the older interface of the provider that writes like this, in a sentence that tells the way out. */
export function olderShape(document: unknown): string | undefined {
  const { data } = Fields.safeParse(document);
  if (!data) return undefined;
  if (smsApi.some((name) => Object.hasOwn(data, name))) {
    return 'this looks like a webhook of the SMS API: choose the Messages API for SMS in the API settings of the Vonage dashboard, and set the webhook version to v1';
  }
  const isOld = [data.from, data.to].some((party) => Party.safeParse(party).success) || Old.safeParse(data).success;
  return isOld
    ? 'this looks like a webhook of Messages v0.1: set the webhook version to v1 in the Vonage dashboard'
    : undefined;
}

/** Unknown shapes may put the message one level down. */
const wrappers = ['message', 'data', 'payload', 'event', 'inbound'];
const smsApi = ['msisdn', 'messageId', 'api-key', 'message-timestamp', 'network-code', 'err-code', 'concat-ref'];

const Fields = z.record(z.string(), z.unknown());
const Scalar = z.union([z.string(), z.number().transform(String)]);
const Party = z.looseObject({ number: Scalar });
const Old = z.object({ message: z.object({ content: z.object({}) }) });

function scalar(value: unknown): string {
  return Scalar.safeParse(value).data?.trim() ?? '';
}

/** A number, or an object with one; the first of a list. */
function address(value: unknown): string {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  const { data } = Fields.safeParse(one);
  if (!data) return scalar(one);
  for (const name of ['number', 'msisdn', 'phone', 'phone_number', 'id']) {
    const found = Object.hasOwn(data, name) ? scalar(data[name]) : '';
    if (found !== '') return found;
  }
  return '';
}
