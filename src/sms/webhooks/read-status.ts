import { z } from 'zod';
import type { DeliveryReceipt } from '../../domain/recipient/delivery-receipt.ts';
import { codeOf, scrub, Text } from '../problem.ts';
import { smsApiCode, smsApiStatuses } from './older-statuses.ts';
import { readProviderTime } from './provider-time.ts';

/**
 * A status webhook as a delivery receipt, or why it is none, in words without personal data. The shapes of Messages
 * v0.1 and of the SMS API are read too.
 */
export function readStatus(document: unknown, now: Date): { receipt: DeliveryReceipt } | { odd: string } {
  const read = StatusWebhook.safeParse(document);
  const id = Id.safeParse(read.data?.message_uuid || read.data?.messageId);
  if (!read.success || !id.success) return { odd: 'a status webhook without an id and a status' };
  const { data } = read;
  const older = Object.hasOwn(smsApiStatuses, data.status.toLowerCase())
    ? smsApiStatuses[data.status.toLowerCase()]
    : undefined;
  const status = Status.safeParse(older?.status ?? data.status.toLowerCase());
  if (!status.success) return { odd: `unknown status "${scrub(data.status).slice(0, 40).toWellFormed()}"` };
  const ref = data.client_ref || data['client-ref'];
  return {
    receipt: {
      ref: isOurs(ref) ? ref : '',
      messageId: id.data,
      status: status.data,
      code: codeIn(data, status.data) ?? older?.code ?? null,
      ...(networkIn(data) && { network: networkIn(data) }),
      at: readProviderTime(data.timestamp || data['message-timestamp'], now),
    },
  };
}

const Status = z.enum(['submitted', 'delivered', 'undeliverable', 'rejected']);
type Status = z.infer<typeof Status>;
const Id = z.string().regex(/^[\w.-]{1,100}$/);

const noError = { type: '', title: '', code: '', reason: '', detail: '' };

const StatusWebhook = z.looseObject({
  message_uuid: Text,
  messageId: Text,
  status: z.string().min(1),
  client_ref: Text,
  'client-ref': Text,
  timestamp: Text,
  'message-timestamp': Text,
  'err-code': Text,
  'network-code': Text,
  // Most are missing in most webhooks: a default is cheaper than catching an error.
  destination: z.looseObject({ network_code: Text }).default({ network_code: '' }).catch({ network_code: '' }),
  error: z
    .union([
      // A string alone, with the words of a title.
      z.union([z.string(), z.number().transform(String)]).transform((title) => ({ ...noError, title })),
      z.looseObject({ type: Text, title: Text, code: Text, reason: Text, detail: Text }),
    ])
    .default(noError)
    .catch(noError),
  sms: z
    .looseObject({
      segments: z.array(z.looseObject({ status: Text, error_code: Text }).catch({ status: '', error_code: '' })),
    })
    .default({ segments: [] })
    .catch({ segments: [] }),
});
type StatusWebhook = z.infer<typeof StatusWebhook>;

/** Country and network in digits; undefined: not named. */
function networkIn({ destination, 'network-code': ofSmsApi }: StatusWebhook): string | undefined {
  return [destination.network_code, ofSmsApi].find((code) => /^\d{4,6}$/.test(code));
}

/** Ours start with a letter and a version: `v1.`, `d1.`. Other programs of the account may use any. */
function isOurs(ref: string): boolean {
  return /^[a-z]\d\.[a-z0-9.]{1,60}$/.test(ref);
}

/** A number wherever it stands; else the words. */
function codeIn({ error, sms, 'err-code': errCode }: StatusWebhook, status: Status): string | null {
  const { type, title, code, reason, detail } = error;
  const isFailure = status === 'rejected' || status === 'undeliverable';
  const failed = isFailure
    ? sms.segments.find((segment) => isCode(segment.error_code) && hasFailed(segment))
    : undefined;
  const found =
    [code, title].map((word) => word.trim()).find(isCode) ??
    numberIn(title) ??
    codeOf(type, '') ??
    failed?.error_code.trim() ??
    smsApiCode(errCode.trim());
  const said = [title, reason, code, detail].find((words) => words.trim() !== '') ?? '';
  return found ?? (scrub(said).slice(0, 40).toWellFormed() || null);
}

function isCode(word: string): boolean {
  return /^\d{1,6}$/.test(word.trim());
}

/** "1240: Illegal number" */
function numberIn(words: string): string | undefined {
  return /^\W{0,3}(?:code|error)?\W{0,3}(1[0-4]\d\d)(?!\d)/i.exec(words)?.[1];
}

/** Parts of a long text that arrived sometimes have a code too: zero. */
function hasFailed({ status }: { status: string }): boolean {
  return !/^(?:delivered|submitted|accepted)$/i.test(status.trim());
}
