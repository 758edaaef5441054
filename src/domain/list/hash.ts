import { createHash } from 'node:crypto';
import type { PhoneNumber } from '../ids.ts';
import { type Many, piecesOf } from '../many.ts';
import type { ListedRecipient } from '../recipient/recipient.ts';
import { createTurns } from '../turns.ts';

/** SHA-256 over the columns, every number and value, and who is left out, in order. Two different lists never read the same. */
export function listHash(columns: readonly string[], recipients: Iterable<ListedRecipient>): string {
  const hash = createListHash(columns);
  for (const recipient of recipients) hash.add(recipient);
  return hash.digest();
}

/** The same without holding anybody up: there may be a million. */
export async function listHashInTurns(columns: readonly string[], recipients: Many<ListedRecipient>): Promise<string> {
  const hash = createListHash(columns);
  const turns = createTurns();
  for await (const piece of piecesOf(recipients)) {
    for (const recipient of piece) {
      if (turns.areDue()) await turns.give();
      hash.add(recipient);
    }
  }
  return hash.digest();
}

/** The same, one recipient at a time. */
export function createListHash(columns: readonly string[]) {
  const hash = createHash('sha256');
  let pending = `${JSON.stringify(columns)}\n`;
  const addRow = (row: readonly [PhoneNumber, ...string[]], leftOut?: string): void => {
    pending += `${JSON.stringify(leftOut === undefined ? row : [...row, { leftOut }])}\n`;
    if (pending.length < 16_384) return;
    hash.update(pending);
    pending = '';
  };
  return {
    add: ({ number, values, leftOut }: ListedRecipient): void => addRow([number, ...values], leftOut),
    /** The number and its values as one row. */
    addRow,
    digest(): string {
      return hash.update(pending).digest('hex');
    },
  };
}
