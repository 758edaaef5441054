import { noCounts, type RecipientState, type StateCounts } from '../../../domain/recipient/recipient.ts';
import type { LastReceipt } from '../../../ports/recipients.ts';
import { codes, messageIdAt, nextInState, type RecipientColumns, stateAt } from './recipient-columns.ts';

/** How many recipients of this batch, behind this position, are in which state. */
export function batchCounts(columns: RecipientColumns, batch: number, behind = -1): StateCounts {
  const counts = noCounts();
  for (let no = columns.batch.indexOf(batch, behind + 1); no !== -1; no = columns.batch.indexOf(batch, no + 1)) {
    counts[stateAt(columns, no)] += 1;
  }
  return counts;
}

/** From the end of the list: what was texted last. A message that the provider refused at once has no id, and no receipt. */
export function lastReceipts(columns: RecipientColumns, most: number): LastReceipt[] {
  const finals = new Set([codes.delivered, codes.undeliverable, codes.rejected]);
  const found: number[] = [];
  for (let no = columns.size - 1; no >= 0 && found.length < most; no -= 1) {
    if (!finals.has(columns.state[no]!)) continue;
    if (columns.state[no] === codes.delivered || messageIdAt(columns, no) !== null) found.push(no);
  }
  return found
    .sort((a, b) => columns.changedAt[a]! - columns.changedAt[b]! || a - b)
    .map((no) => ({
      no,
      batch: columns.batch[no]!,
      isDelivered: columns.state[no] === codes.delivered,
      code: columns.reasons[columns.reason[no]!] ?? null,
    }));
}

/** How many are texted, by the minutes since their last change: up to each end, and more than the last. */
export function textedAgo(columns: RecipientColumns, ends: readonly number[], nowMs: number): number[] {
  const counts = [...ends, 0].map(() => 0);
  const those = new Set([codes.submitted, codes.delivered, codes.no_receipt, codes.unconfirmed]);
  for (let no = 0; no < columns.size; no += 1) {
    if (!those.has(columns.state[no]!)) continue;
    const minutes = (nowMs - columns.changedAt[no]!) / 60_000;
    const at = ends.findIndex((end) => minutes <= end);
    counts[at === -1 ? ends.length : at]! += 1;
  }
  return counts;
}

/** How many in this state have which reason: just two array look-ups each, since there may be a million. */
export function reasonCounts(columns: RecipientColumns, state: RecipientState): Record<string, number> {
  const perReason = new Uint32Array(columns.reasons.length);
  for (let no = nextInState(columns, state, 0); no !== -1; no = nextInState(columns, state, no + 1)) {
    const reason = columns.reason[no]!;
    perReason[reason]! += 1;
  }
  const named = columns.reasons.map((reason, index): [string, number] => [reason ?? 'unknown', perReason[index]!]);
  return Object.fromEntries(named.filter(([, count]) => count > 0));
}
