import { type DeliveryReceipt, mergeReceipt, type ReceiptEffect } from '../../../domain/recipient/delivery-receipt.ts';
import { readClientRef } from '../../../domain/recipient/recipient.ts';
import type { CampaignMemory } from '../memory/memory.ts';
import { stateAt } from '../memory/recipient-columns.ts';
import type { Changes } from './changes.ts';

/** Merges one receipt. The answer's effect is durable, by this call or an earlier one. */
export async function receiveReceipt(changes: Changes, receipt: DeliveryReceipt): Promise<ReceiptEffect> {
  await changes.ready();
  const ref = readClientRef(receipt.ref);
  const known = ref && changes.memory.campaigns.get(ref.campaignId);
  if (!ref || !known || ref.no >= known.columns.size) return { kind: 'orphan' };
  const { campaignId, no, attempt } = ref;
  const current = known.columns.attempt[no]!;
  if (attempt < 1 || attempt > current) return { kind: 'orphan' };
  const from = stateAt(known.columns, no);
  const merged = attempt < current ? ({ kind: 'conflict' } as const) : mergeReceipt(from, receipt.status);
  if (merged.kind === 'seen') {
    await changes.durable();
    return { kind: 'seen' };
  }
  if (merged.kind === 'conflict') {
    await keepConflict(changes, known, receipt, { no, attempt });
    return { kind: 'conflict', campaignId, no };
  }
  const { messageId, code } = receipt;
  const at = Date.parse(receipt.at);
  await changes.commit({ kind: 'receipt', campaignId, no, to: merged.to, messageId, code, at }, { mayWait: true });
  return { kind: 'applied', campaignId, no, from, to: merged.to };
}

/** Evidence, once for each status: the provider may repeat the receipt many times. */
async function keepConflict(
  changes: Changes,
  { campaign, conflicts }: CampaignMemory,
  { status, code, at }: DeliveryReceipt,
  { no, attempt }: { no: number; attempt: number },
): Promise<void> {
  const isKept = conflicts.some((kept) => kept.no === no && kept.attempt === attempt && kept.status === status);
  if (isKept) return changes.durable();
  const conflict = { no, attempt, status, code, at };
  await changes.commit({ kind: 'receipt_conflict', campaignId: campaign.id, conflict });
}
