import type { Claim } from '../../../domain/recipient/recipient.ts';
import type { ClaimResult } from '../../../ports/recipients.ts';
import { messageIdAt, stateAt } from '../memory/recipient-columns.ts';
import type { Changes } from './changes.ts';

/**
 * A crash in this moment costs no more doubt than an answer that comes as much later. What is wrong with a sender or its
 * provider is acted upon once it is stored: that waits for nothing.
 */
const mayWait = ({ to }: ClaimResult) => ({ mayWait: to === 'submitted' });

/** Writes what became of a claim, unless something that knows more (a receipt, a restart) was faster. */
export async function recordResult(
  changes: Changes,
  { campaignId, no, attempt, claimedAt }: Pick<Claim, 'campaignId' | 'no' | 'attempt' | 'claimedAt'>,
  result: ClaimResult,
  now: Date,
): Promise<void> {
  await changes.ready();
  const known = changes.memory.campaigns.get(campaignId);
  if (!known || no >= known.columns.size || known.columns.attempt[no] !== attempt) return changes.durable();
  const { columns } = known;
  const state = stateAt(columns, no);
  if (state === 'claimed' && columns.changedAt[no] === claimedAt.getTime()) {
    const batchNo = columns.batch[no]!;
    return changes.commit({ kind: 'recorded', campaignId, no, batchNo, result, at: now.getTime() }, mayWait(result));
  }
  const wasSent = state !== 'queued' && state !== 'skipped';
  if (result.to !== 'submitted' || !wasSent || messageIdAt(columns, no) !== null) return changes.durable();
  return changes.commit({ kind: 'identified', campaignId, no, messageId: result.messageId }, mayWait(result));
}
