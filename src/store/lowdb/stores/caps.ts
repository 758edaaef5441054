import type { PhoneNumber } from '../../../domain/ids.ts';
import { claimLastsMs } from '../../../domain/recipient/recipient.ts';
import { capEnds } from '../../../domain/rules/cap.ts';
import type { Cap } from '../../../ports/recipients.ts';
import type { CampaignMemory, Memory } from '../memory/memory.ts';
import { positionsOf } from '../memory/number-column.ts';
import { messageIdAt, type RecipientColumns, stateAt } from '../memory/recipient-columns.ts';
import { startedSince } from './left-out.ts';
import { texted } from './texted.ts';

/** Until when the person has had as many texts as these caps allow, of all campaigns; undefined: one more may be sent. */
export function cappedUntil(
  number: PhoneNumber,
  { caps, textedBy, now }: { caps: readonly Cap[]; textedBy: readonly CampaignMemory[]; now: Date },
): Date | undefined {
  const at = textedBy.flatMap(({ numbers, columns }) =>
    positionsOf(numbers, number).flatMap((no) => textsTo(columns, no)),
  );
  const ends = caps.flatMap((cap) => capEnds(at, cap, now) ?? []);
  return ends.sort((a, b) => b.getTime() - a.getTime())[0];
}

/** Campaigns whose texts count for caps: `hours` is the longest that one looks back. */
export function countedCampaigns(memory: Memory, hours: number, now: Date): readonly CampaignMemory[] {
  return hours === 0 ? [] : startedSince(memory, new Date(now.getTime() - hours * 3_600_000 - claimLastsMs));
}

/** When texts to this position left, or may have left, at the latest. An attempt in doubt counts, also if another one followed. */
function textsTo(columns: RecipientColumns, no: number): Date[] {
  const state = stateAt(columns, no);
  // What a network rejects has left; what the provider refused at once has no id, and never did.
  const hasLeft = texted.includes(state) || (state === 'rejected' && messageIdAt(columns, no) !== null);
  const texts = columns.attempt[no]! - (hasLeft ? 0 : 1);
  const atMs = columns.claimedAt[no]! * 1000 || columns.changedAt[no]!;
  return Array.from({ length: texts }, () => new Date(atMs + claimLastsMs));
}
