import fc from 'fast-check';
import { mergeReceipt } from '../../../src/domain/recipient/delivery-receipt.ts';
import type { Recipient } from '../../../src/domain/recipient/recipient.ts';
import type { ClaimResult } from '../../../src/ports/recipients.ts';
import { crashes } from './simulated-disk.ts';

export const size = 6;
export const batchSize = 8;

type Modelled = Pick<Recipient, 'state' | 'attempt' | 'reason' | 'messageId'>;
/** What the store should hold, as plainly as it can be written down. */
export type Model = {
  recipients: Modelled[];
  taken: number;
  suppressed: Map<number, 'opted_out' | 'held'>;
  paused: boolean;
};

const position = fc.nat({ max: size - 1 });
const result: fc.Arbitrary<ClaimResult> = fc.oneof(
  fc.record({
    to: fc.constant('submitted' as const),
    messageId: fc.constantFrom('m', '0f8fad5b-d9cb-469f-a165-70867728950e'),
  }),
  fc.constant({ to: 'queued' as const }),
  fc.record({
    to: fc.constantFrom('rejected' as const, 'unconfirmed' as const, 'skipped' as const),
    reason: fc.constantFrom('a', 'b'),
  }),
);
/** Under which of their numbers a person writes. */
const spelling = fc.constantFrom('listed' as const, 'fromNetwork' as const);
export const step = fc.oneof(
  fc.record({ do: fc.constant('claim' as const), limit: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ do: fc.constant('record' as const), no: position, attempt: fc.integer({ min: 1, max: 2 }), result }),
  fc.record({
    do: fc.constant('receive' as const),
    no: position,
    status: fc.constantFrom('submitted' as const, 'delivered' as const, 'undeliverable' as const, 'rejected' as const),
  }),
  fc.record({
    do: fc.constant('suppress' as const),
    no: position,
    kind: fc.constantFrom('opted_out' as const, 'held' as const),
    spelling,
  }),
  fc.record({ do: fc.constant('lift' as const), no: position, spelling }),
  fc.record({
    do: fc.constant('resolve' as const),
    no: position,
    decision: fc.constantFrom('release' as const, 'close' as const),
  }),
  fc.record({ do: fc.constant('pause' as const), paused: fc.boolean() }),
  fc.record({ do: fc.constantFrom('abandon' as const, 'expire' as const, 'reopen' as const) }),
  fc.record({ do: fc.constant('crash' as const), crash: fc.constantFrom(...crashes) }),
);
export type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

export function aModel(): Model {
  const queued: Modelled = { state: 'queued', attempt: 1, reason: null, messageId: null };
  return {
    recipients: Array.from({ length: size }, () => ({ ...queued })),
    taken: 0,
    suppressed: new Map(),
    paused: false,
  };
}

export function predict(model: Model, step: Step): void {
  const { recipients, suppressed } = model;
  switch (step.do) {
    case 'claim':
      predictClaim(model, step.limit);
      return;
    case 'record':
      predictRecord(model, recipients[step.no]!, step.attempt, step.result);
      return;
    case 'receive': {
      const recipient = recipients[step.no]!;
      const merged = recipient.attempt > 1 ? undefined : mergeReceipt(recipient.state, step.status);
      if (merged?.kind !== 'apply') return;
      const reason = merged.to === 'undeliverable' || merged.to === 'rejected' ? '9' : null;
      Object.assign(recipient, { state: merged.to, reason, messageId: recipient.messageId ?? 'r' });
      return;
    }
    case 'suppress':
      if (suppressed.get(step.no) !== 'opted_out') suppressed.set(step.no, step.kind);
      return;
    case 'lift':
      suppressed.delete(step.no);
      return;
    case 'resolve': {
      const recipient = recipients[step.no]!;
      if (recipient.state !== 'unconfirmed') return;
      const { attempt } = recipient;
      if (step.decision === 'close') recipient.state = 'closed';
      else Object.assign(recipient, { state: 'queued', attempt: attempt + 1, reason: null, messageId: null });
      return;
    }
    case 'pause':
      model.paused = step.paused;
      return;
    case 'abandon':
      for (const recipient of recipients) {
        if (recipient.state === 'claimed') Object.assign(recipient, { state: 'unconfirmed', reason: 'crash' });
      }
      return;
    case 'expire':
      for (const recipient of recipients) if (recipient.state === 'submitted') recipient.state = 'no_receipt';
  }
}

function predictClaim(model: Model, limit: number): void {
  let room = Math.min(limit, batchSize - model.taken);
  for (const [no, recipient] of model.recipients.entries()) {
    if (room <= 0 || model.paused) return;
    const suppression = model.suppressed.get(no);
    if (recipient.state !== 'queued' || suppression === 'held') continue;
    if (suppression === 'opted_out') {
      Object.assign(recipient, { state: 'skipped', reason: 'opted_out' });
      continue;
    }
    recipient.state = 'claimed';
    model.taken += 1;
    room -= 1;
  }
}

function predictRecord(model: Model, recipient: Modelled, attempt: number, result: ClaimResult): void {
  if (recipient.attempt !== attempt) return;
  if (recipient.state !== 'claimed') {
    const isSent = recipient.state !== 'queued' && recipient.state !== 'skipped';
    if (result.to === 'submitted' && isSent) recipient.messageId ??= result.messageId;
    return;
  }
  recipient.state = result.to;
  if (result.to === 'queued') model.taken -= 1;
  else if (result.to === 'submitted') Object.assign(recipient, { messageId: result.messageId, reason: null });
  else recipient.reason = result.reason;
}
