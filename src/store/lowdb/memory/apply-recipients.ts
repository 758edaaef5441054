import type { RecipientState } from '../../../domain/recipient/recipient.ts';
import { campaignDocument, chunkSize, stateDocument } from './document-names.ts';
import type { EventOf } from './events.ts';
import { type CampaignMemory, type Memory, touch, touchRecipient } from './memory.ts';
import { changeRecipient, messageIdAt, nextInState, type RecipientChange } from './recipient-columns.ts';

export function applyClaimed(memory: Memory, event: EventOf<'claimed'>): void {
  const { campaignId, batch, nos, optedOut, repeated = [], at } = event;
  const known = memory.campaigns.get(campaignId);
  if (!known) return;
  if (nos.length > 0 && touch(memory, campaignDocument(campaignId))) {
    const before = known.batch?.no === batch.no ? known.batch : { ...batch, taken: 0 };
    known.batch = { ...before, taken: before.taken + nos.length };
  }
  change(memory, known, nos, { state: 'claimed', batch: batch.no, changedAt: at });
  change(memory, known, optedOut, { state: 'skipped', reason: 'opted_out', changedAt: at });
  change(memory, known, repeated, { state: 'skipped', reason: 'duplicate', changedAt: at });
}

export function applyUnclaimed(memory: Memory, event: EventOf<'unclaimed'>): void {
  const known = memory.campaigns.get(event.campaignId);
  if (!known) return;
  giveBack(memory, known, event.batchNo, event.nos.length);
  change(memory, known, event.nos, { state: 'queued', batch: 0, changedAt: event.at });
}

export function applyRecorded(memory: Memory, { campaignId, no, batchNo, result, at }: EventOf<'recorded'>): void {
  const known = memory.campaigns.get(campaignId);
  if (!known) return;
  if (result.to === 'queued') giveBack(memory, known, batchNo, 1);
  change(memory, known, [no], { ...outcome(result), state: result.to, changedAt: at });
}

function outcome(result: EventOf<'recorded'>['result']): RecipientChange {
  if (result.to === 'queued') return { batch: 0 };
  if (result.to === 'submitted') return { messageId: result.messageId, reason: null };
  return { reason: result.reason };
}

export function applyIdentified(memory: Memory, { campaignId, no, messageId }: EventOf<'identified'>): void {
  const known = memory.campaigns.get(campaignId);
  if (known) change(memory, known, [no], { messageId });
}

export function applyReceipt(memory: Memory, event: EventOf<'receipt'>): void {
  const { campaignId, no, to, messageId, code, at } = event;
  const known = memory.campaigns.get(campaignId);
  if (!known || !touchRecipient(memory, campaignId, no)) return;
  const reason = to === 'undeliverable' || to === 'rejected' ? code : null;
  changeRecipient(known.columns, no, {
    state: to,
    reason,
    changedAt: at,
    messageId: messageIdAt(known.columns, no) ?? messageId,
  });
}

export function applyConflict(memory: Memory, { campaignId, conflict }: EventOf<'receipt_conflict'>): void {
  const known = memory.campaigns.get(campaignId);
  if (known && touch(memory, campaignDocument(campaignId))) known.conflicts.push(conflict);
}

export function applyAbandoned(memory: Memory, { campaignId, nos, at }: EventOf<'abandoned'>): void {
  const known = memory.campaigns.get(campaignId);
  if (known) change(memory, known, nos, { state: 'unconfirmed', reason: 'crash', changedAt: at });
}

export function applyQueueSkipped(memory: Memory, { campaignId, reason, at }: EventOf<'queue_skipped'>): void {
  const known = memory.campaigns.get(campaignId);
  if (!known) return;
  eachInState(memory, known, 'queued', (no) => {
    changeRecipient(known.columns, no, { state: 'skipped', reason, changedAt: at });
  });
}

export function applyExpired(memory: Memory, { campaignId, before, at }: EventOf<'receipts_expired'>): void {
  const known = memory.campaigns.get(campaignId);
  if (!known) return;
  eachInState(memory, known, 'submitted', (no) => {
    if (known.columns.changedAt[no]! >= before) return;
    changeRecipient(known.columns, no, { state: 'no_receipt', changedAt: at });
  });
}

export function applyResolved(memory: Memory, { campaignId, decision }: EventOf<'resolved'>): void {
  const known = memory.campaigns.get(campaignId);
  if (!known) return;
  const { no, at } = decision;
  if (touch(memory, campaignDocument(campaignId))) known.decisions.push(decision);
  if (!touchRecipient(memory, campaignId, no)) return;
  const { columns } = known;
  if (decision.decision === 'close') {
    changeRecipient(columns, no, { state: 'closed', changedAt: at });
  } else {
    const attempt = columns.attempt[no]! + 1;
    changeRecipient(columns, no, { state: 'queued', attempt, reason: null, messageId: null, batch: 0, changedAt: at });
  }
}

function change(memory: Memory, known: CampaignMemory, nos: readonly number[], what: RecipientChange): void {
  for (const no of nos) {
    if (touchRecipient(memory, known.campaign.id, no)) changeRecipient(known.columns, no, what);
  }
}

function giveBack(memory: Memory, known: CampaignMemory, batchNo: number, count: number): void {
  if (!touch(memory, campaignDocument(known.campaign.id)) || known.batch?.no !== batchNo) return;
  known.batch = { ...known.batch, taken: known.batch.taken - count };
}

/** Asks once per document, not per recipient: there may be a million. */
function eachInState(memory: Memory, known: CampaignMemory, state: RecipientState, act: (no: number) => void): void {
  const { columns, campaign } = known;
  let chunk = -1;
  let open = false;
  for (let no = nextInState(columns, state, 0); no !== -1; no = nextInState(columns, state, no + 1)) {
    if (Math.floor(no / chunkSize) !== chunk) {
      chunk = Math.floor(no / chunkSize);
      open = touch(memory, stateDocument(campaign.id, chunk));
    }
    if (open) act(no);
  }
}
