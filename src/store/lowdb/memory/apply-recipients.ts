import type { RecipientState } from '../../../domain/recipient/recipient.ts';
import { campaignDocument, chunkSize, stateDocument } from './document-names.ts';
import type { EventOf } from './events.ts';
import { type CampaignMemory, type Memory, touch, touchRecipient } from './memory.ts';
import { numberAt, positionsOf } from './number-column.ts';
import { changeRecipient, messageIdAt, nextInState, offerAgain, type RecipientChange } from './recipient-columns.ts';

/* What events change of a campaign's recipients, each with the campaign concerned. */

export function applyClaimed(memory: Memory, known: CampaignMemory, event: EventOf<'claimed'>): void {
  const { campaignId, batch, nos, optedOut, repeated = [], leftOut = {}, rules = {}, at } = event;
  if (nos.length > 0 && touch(memory, campaignDocument(campaignId))) {
    const before = known.batch?.no === batch.no ? known.batch : { ...batch, taken: 0 };
    known.batch = { ...before, taken: before.taken + nos.length };
  }
  change(memory, known, nos, { state: 'claimed', batch: batch.no, changedAt: at, claimedAt: at });
  for (const [asked, those] of Object.entries(rules)) change(memory, known, those, { rules: asked });
  change(memory, known, optedOut, { state: 'skipped', reason: 'opted_out', changedAt: at });
  change(memory, known, repeated, { state: 'skipped', reason: 'duplicate', changedAt: at });
  for (const [reason, those] of Object.entries(leftOut)) {
    change(memory, known, those, { state: 'skipped', reason, changedAt: at });
  }
}

export function applyUnclaimed(memory: Memory, known: CampaignMemory, event: EventOf<'unclaimed'>): void {
  giveBack(memory, known, event.batchNo, event.nos.length);
  change(memory, known, event.nos, { state: 'queued', batch: 0, changedAt: event.at });
}

export function applyRecorded(memory: Memory, known: CampaignMemory, event: EventOf<'recorded'>): void {
  const { no, batchNo, result, at } = event;
  if (result.to === 'queued') giveBack(memory, known, batchNo, 1);
  if (result.to === 'queued' || result.to === 'rejected') lookAgainElsewhere(memory, known, no);
  change(memory, known, [no], { ...outcome(result), state: result.to, changedAt: at });
}

/** Other campaigns passed over the person for a cap that this claim would have used up: it did not. */
function lookAgainElsewhere({ campaigns }: Memory, known: CampaignMemory, no: number): void {
  // The numbers are read after the events.
  if (no >= known.numbers.numbers.length) return;
  const number = numberAt(known.numbers, no);
  for (const { numbers, columns } of campaigns.values()) {
    if (columns === known.columns || columns.counts.queued === 0) continue;
    for (const position of positionsOf(numbers, number)) offerAgain(columns, position);
  }
}

function outcome(result: EventOf<'recorded'>['result']): RecipientChange {
  if (result.to === 'queued') return { batch: 0 };
  if (result.to === 'submitted') return { messageId: result.messageId, reason: null };
  return { reason: result.reason };
}

export function applyIdentified(memory: Memory, known: CampaignMemory, event: EventOf<'identified'>): void {
  change(memory, known, [event.no], { messageId: event.messageId });
}

export function applyReceipt(memory: Memory, known: CampaignMemory, event: EventOf<'receipt'>): void {
  const { campaignId, no, to, messageId, code, at } = event;
  if (!touchRecipient(memory, campaignId, no)) return;
  const reason = to === 'undeliverable' || to === 'rejected' ? code : null;
  changeRecipient(known.columns, no, {
    state: to,
    reason,
    changedAt: at,
    messageId: messageIdAt(known.columns, no) ?? messageId,
  });
}

export function applyConflict(memory: Memory, known: CampaignMemory, event: EventOf<'receipt_conflict'>): void {
  if (touch(memory, campaignDocument(event.campaignId))) known.conflicts.push(event.conflict);
}

export function applyAbandoned(memory: Memory, known: CampaignMemory, { nos, at }: EventOf<'abandoned'>): void {
  change(memory, known, nos, { state: 'unconfirmed', reason: 'crash', changedAt: at });
}

export function applyQueueSkipped(memory: Memory, known: CampaignMemory, event: EventOf<'queue_skipped'>): void {
  eachInState(memory, known, 'queued', (no) => {
    changeRecipient(known.columns, no, { state: 'skipped', reason: event.reason, changedAt: event.at });
  });
}

export function applyExpired(memory: Memory, known: CampaignMemory, event: EventOf<'receipts_expired'>): void {
  eachInState(memory, known, 'submitted', (no) => {
    if (known.columns.changedAt[no]! >= event.before) return;
    changeRecipient(known.columns, no, { state: 'no_receipt', changedAt: event.at });
  });
}

export function applyResolved(memory: Memory, known: CampaignMemory, event: EventOf<'resolved'>): void {
  const { campaignId, decision } = event;
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
