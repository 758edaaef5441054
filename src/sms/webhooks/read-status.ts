import { z } from 'zod';
import type { DeliveryReceipt } from '../../domain/recipient/delivery-receipt.ts';
import { codeOf, scrub } from '../problem.ts';
import { smsApiCode, smsApiStatuses } from './older-statuses.ts';
import { readProviderTime } from './provider-time.ts';

/**
 * A status webhook as a delivery receipt, or why it is none, in words without personal data. The shapes of Messages
 * v0.1 and of the SMS API are read too.
 */
export function readStatus(document: unknown, now: Date): { receipt: DeliveryReceipt } | { odd: string } {
  const fields = fieldsOf(document);
  const messageId = textOf(fields, 'message_uuid', 'messageId');
  const said = fields.status;
  if (typeof said !== 'string' || said === '' || !isId.test(messageId)) {
    return { odd: 'a status webhook without an id and a status' };
  }
  const word = said.toLowerCase();
  const older = Object.hasOwn(smsApiStatuses, word) ? smsApiStatuses[word] : undefined;
  const status = Status.safeParse(older?.status ?? word);
  if (!status.success) return { odd: `unknown status "${scrub(said).slice(0, 40).toWellFormed()}"` };
  const ref = textOf(fields, 'client_ref', 'client-ref');
  const network = networkIn(fields);
  return {
    receipt: {
      ref: isOurs(ref) ? ref : '',
      messageId,
      status: status.data,
      code: codeIn(fields, status.data) ?? older?.code ?? null,
      ...(network !== undefined && { network }),
      at: readProviderTime(textOf(fields, 'timestamp', 'message-timestamp'), now),
    },
  };
}

const Status = z.enum(['submitted', 'delivered', 'undeliverable', 'rejected']);
type Status = z.infer<typeof Status>;
const isId = /^[\w.-]{1,100}$/;

type Fields = Readonly<Record<string, unknown>>;
const noFields: Fields = {};

// Read by hand: there is one for each message, of a few fields in any of three shapes, and all may be missing or odd.
function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : noFields;
}

/** What stands first under one of the names, as a string; empty when nothing does. */
function textOf(fields: Fields, ...names: string[]): string {
  for (const name of names) {
    const value = fields[name];
    if (typeof value === 'string' && value !== '') return value;
    if (typeof value === 'number') return String(value);
  }
  return '';
}

/** Country and network in digits; undefined: not named. */
function networkIn(fields: Fields): string | undefined {
  const named = [textOf(fieldsOf(fields.destination), 'network_code'), textOf(fields, 'network-code')];
  return named.find((code) => /^\d{4,6}$/.test(code));
}

/** Ours start with a letter and a version: `v1.`, `d1.`. Other programs of the account may use any. */
function isOurs(ref: string): boolean {
  return /^[a-z]\d\.[a-z0-9.]{1,60}$/.test(ref);
}

/** A number wherever it stands; else the words. */
function codeIn(fields: Fields, status: Status): string | null {
  const error = fieldsOf(fields.error);
  // A string alone, with the words of a title.
  const title = textOf(error, 'title') || textOf(fields, 'error');
  const [type, code] = [textOf(error, 'type'), textOf(error, 'code')];
  const found =
    [code, title].map((word) => word.trim()).find(isCode) ??
    numberIn(title) ??
    codeOf(type, '') ??
    failedSegment(fields, status) ??
    smsApiCode(textOf(fields, 'err-code').trim());
  if (found !== undefined) return found;
  const [reason, detail] = [textOf(error, 'reason'), textOf(error, 'detail')];
  const said = [title, reason, code, detail].find((words) => words.trim() !== '') ?? '';
  return scrub(said).slice(0, 40).toWellFormed() || null;
}

function failedSegment({ sms }: Fields, status: Status): string | undefined {
  const { segments } = fieldsOf(sms);
  if (!Array.isArray(segments) || (status !== 'rejected' && status !== 'undeliverable')) return undefined;
  const codes = segments.map(fieldsOf).filter(hasFailed);
  return codes.map((segment) => textOf(segment, 'error_code').trim()).find(isCode);
}

function isCode(word: string): boolean {
  return /^\d{1,6}$/.test(word.trim());
}

/** "1240: Illegal number" */
function numberIn(words: string): string | undefined {
  return /^\W{0,3}(?:code|error)?\W{0,3}(1[0-4]\d\d)(?!\d)/i.exec(words)?.[1];
}

/** Parts of a long text that arrived sometimes have a code too: zero. */
function hasFailed(segment: Fields): boolean {
  return !/^(?:delivered|submitted|accepted)$/i.test(textOf(segment, 'status').trim());
}
