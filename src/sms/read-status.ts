import { z } from 'zod';
import type { DeliveryReceipt } from '../domain/delivery-receipt.ts';
import { codeOf, scrub } from './problem.ts';
import { readProviderTime } from './provider-time.ts';

/** A status webhook as a delivery receipt, or why it is not one, in words without personal data. */
export function readStatus(document: unknown, now: Date): { receipt: DeliveryReceipt } | { odd: string } {
  const read = StatusWebhook.safeParse(document);
  if (!read.success) return { odd: 'a status webhook without an id and a status' };
  const { message_uuid, status, client_ref, timestamp, error } = read.data;
  const known = Status.safeParse(status.toLowerCase());
  if (!known.success) return { odd: `unknown status "${scrub(status).slice(0, 40).toWellFormed()}"` };
  return {
    receipt: {
      ref: isOurs(client_ref) ? client_ref : '',
      messageId: message_uuid,
      status: known.data,
      code: errorCode(error),
      at: readProviderTime(timestamp, now),
    },
  };
}

const Status = z.enum(['submitted', 'delivered', 'undeliverable', 'rejected']);

// Codes come as strings or numbers, whatever the provider's schema says.
const Text = z.union([z.string(), z.number().transform(String)]).catch('');

const StatusWebhook = z.looseObject({
  message_uuid: z.string().regex(/^[\w.-]{1,100}$/),
  status: z.string().min(1),
  client_ref: Text,
  timestamp: Text,
  error: z.looseObject({ type: Text, title: Text }).catch({ type: '', title: '' }),
});

/** Ours start with a letter and a version: `v1.`, `d1.`. Other programs of the account may use any. */
function isOurs(ref: string): boolean {
  return /^[a-z]\d\.[a-z0-9.]{1,60}$/.test(ref);
}

function errorCode({ type, title }: { type: string; title: string }): string | null {
  return codeOf(type, title.trim()) ?? (scrub(title).slice(0, 40).toWellFormed() || null);
}
