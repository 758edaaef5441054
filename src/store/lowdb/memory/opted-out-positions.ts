import type { PhoneNumber } from '../../../domain/ids.ts';
import { createTurns } from '../../../domain/turns.ts';
import type { SuppressionMemory } from './memory.ts';
import { type NumberColumn, positionsOf } from './number-column.ts';

/** Positions of a list whose people have opted out; `all` resolves when all former opt-outs have been looked up. */
type Found = { positions: Set<number>; all: Promise<void> };

/** The campaign's message is drawn every few seconds: the opt-outs are gone through once per list, then changes are noted. */
const foundOf = new WeakMap<NumberColumn, Found>();

/** The list's positions whose people have opted out: a live set, in which later changes are noted. */
export async function optedOutPositions(
  suppressions: SuppressionMemory,
  numbers: NumberColumn,
): Promise<ReadonlySet<number>> {
  let found = foundOf.get(numbers);
  if (!found) {
    const positions = new Set<number>();
    // Known before the search ends, so that changes meanwhile are noted as well.
    found = { positions, all: search(suppressions, numbers, positions) };
    foundOf.set(numbers, found);
  }
  await found.all;
  return found.positions;
}

/** Somebody on the list has opted out, or that was lifted. */
export function noteOptOut(numbers: NumberColumn, no: number, isOptedOut: boolean): void {
  const positions = foundOf.get(numbers)?.positions;
  if (isOptedOut) positions?.add(no);
  else positions?.delete(no);
}

async function search({ shards }: SuppressionMemory, numbers: NumberColumn, positions: Set<number>): Promise<void> {
  const turns = createTurns();
  const note = (number: PhoneNumber) => {
    for (const no of positionsOf(numbers, number)) positions.add(no);
  };
  for (const { current } of shards) {
    for (const { number, kind } of current.values()) {
      if (kind === 'opted_out') note(number);
      if (turns.areDue()) await turns.give();
    }
  }
}
