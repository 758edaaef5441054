import { createHash } from 'node:crypto';
import type { ListedRecipient } from '../recipient/recipient.ts';

/** SHA-256 over the columns and every number and value, in order. Two different lists never read the same. */
export function listHash(columns: readonly string[], recipients: Iterable<ListedRecipient>): string {
  const hash = createListHash(columns);
  for (const recipient of recipients) hash.add(recipient);
  return hash.digest();
}

/** The same, one recipient at a time. */
export function createListHash(columns: readonly string[]) {
  const hash = createHash('sha256');
  let pending = `${JSON.stringify(columns)}\n`;
  return {
    add({ number, values }: ListedRecipient): void {
      pending += `${JSON.stringify([number, ...values])}\n`;
      if (pending.length < 16_384) return;
      hash.update(pending);
      pending = '';
    },
    digest(): string {
      return hash.update(pending).digest('hex');
    },
  };
}
