import type { PhoneNumber } from '../../domain/ids.ts';
import type { Suppression } from '../../domain/reply/suppression.ts';
import { suppressionShard, suppressionsDocument } from './document-names.ts';
import type { Lift } from './events.ts';
import { type Memory, touch } from './memory.ts';
import { positionsOf } from './number-column.ts';
import { offerAgain } from './recipient-columns.ts';

export function suppressionOf(memory: Memory, number: PhoneNumber): Suppression | undefined {
  return memory.suppressions[suppressionShard(number)]?.current.get(number);
}

/** An opt-out replaces a hold, never the other way round; the first of a kind stays. */
export function changesSuppression(memory: Memory, { number, kind }: Suppression): boolean {
  const current = suppressionOf(memory, number);
  return current === undefined || (current.kind === 'held' && kind === 'opted_out');
}

export function suppress(memory: Memory, suppression: Suppression): void {
  const shard = suppressionShard(suppression.number);
  if (!touch(memory, suppressionsDocument(shard)) || !changesSuppression(memory, suppression)) return;
  memory.suppressions[shard]?.current.set(suppression.number, suppression);
  if (suppression.kind === 'opted_out') reconsider(memory, suppression.number);
}

export function lift(memory: Memory, lifted: Lift): void {
  const number = suppressionShard(lifted.number);
  const shard = memory.suppressions[number];
  const was = shard?.current.get(lifted.number);
  if (!touch(memory, suppressionsDocument(number)) || !shard || !was) return;
  shard.current.delete(lifted.number);
  shard.lifted.push({ was, lift: lifted });
  reconsider(memory, lifted.number);
}

/** Claims passed over a held number: once that is decided they must come back to it. */
function reconsider(memory: Memory, number: PhoneNumber): void {
  for (const { numbers, columns } of memory.campaigns.values()) {
    for (const no of positionsOf(numbers, number)) offerAgain(columns, no);
  }
}
