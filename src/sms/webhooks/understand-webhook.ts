import type { DeliveryReceipt } from '../../domain/recipient/delivery-receipt.ts';
import type { InboundText } from '../../domain/reply/inbound-text.ts';
import { readWords } from './inbound-words.ts';
import { type InboundReading, type Ours, readInbound } from './read-inbound.ts';
import { readStatus } from './read-status.ts';

/** What a signed webhook is. `useless`: acknowledged. `unreadable`: it may be somebody's text, so it is asked for again. */
export type Understood =
  | { kind: 'receipt'; receipt: DeliveryReceipt; odd?: string }
  | { kind: 'message'; message: InboundText; odd?: string }
  | { kind: 'useless'; odd: string }
  | { kind: 'unreadable'; odd: string };

type SignedWebhook = { kind: 'status' | 'inbound'; document: unknown; body: Buffer };

/** Dashboards have one field for each address, and people mix them up: the document decides, not the address. */
export function understandWebhook(webhook: SignedWebhook, ours: Ours, now: Date): Understood {
  return webhook.kind === 'status' ? asStatus(webhook, ours, now) : asInbound(webhook, ours, now);
}

function asStatus({ document, body }: SignedWebhook, ours: Ours, now: Date): Understood {
  const status = readStatus(document, now);
  if ('receipt' in status) return { kind: 'receipt', ...status };
  const inbound = readInbound(document, body, ours, now);
  if (isText(inbound) && (inbound.message.text !== '' || !hasStatus(document))) {
    return { kind: 'message', message: inbound.message, odd: 'a text at the address of status webhooks' };
  }
  const mayBeText = 'odd' in inbound && inbound.mayBeText && readWords(document).text !== '';
  return mayBeText ? { kind: 'unreadable', odd: inbound.odd } : { kind: 'useless', ...status };
}

function asInbound({ document, body }: SignedWebhook, ours: Ours, now: Date): Understood {
  if (document === undefined) return withoutDocument(body);
  const inbound = readInbound(document, body, ours, now);
  const status = !isText(inbound) && hasStatus(document) ? readStatus(document, now) : undefined;
  if (status) {
    const odd = 'a status at the address of inbound webhooks';
    return 'receipt' in status ? { kind: 'receipt', receipt: status.receipt, odd } : { kind: 'useless', odd };
  }
  if ('message' in inbound) {
    return { kind: 'message', message: inbound.message, ...(inbound.note !== undefined && { odd: inbound.note }) };
  }
  return { kind: inbound.mayBeText ? 'unreadable' : 'useless', odd: inbound.odd };
}

/** Cut off or of another form: with letters in it, it may be a text. */
function withoutDocument(body: Buffer): Understood {
  return /\p{L}/u.test(body.toString())
    ? { kind: 'unreadable', odd: 'an inbound webhook whose body is neither JSON nor a form' }
    : { kind: 'useless', odd: 'the body is not JSON' };
}

function isText(inbound: InboundReading): inbound is Extract<InboundReading, { message: InboundText }> {
  return 'message' in inbound && (inbound.message.text !== '' || inbound.message.attachment !== 'other');
}

function hasStatus(document: unknown): boolean {
  return (
    typeof document === 'object' && document !== null && 'status' in document && typeof document.status === 'string'
  );
}
