import { expect, test } from 'vitest';
import { CampaignError } from '../../src/domain/campaign-error.ts';
import { readRecipients } from '../../src/domain/list/read-list.ts';
import { hostileLists } from '../support/hostile/lists.ts';

test.each(hostileLists)('a list with $name is read, or refused with a sentence', async ({ make }) => {
  const list = await readRecipients(fileOf(make(15_000)), { country: 'US' }).catch((error: unknown) => {
    if (!(error instanceof CampaignError)) throw error;
    expect(error.field).toBe('file');
    return undefined;
  });
  if (!list) return;
  const { recipients, marked, duplicates, invalid, waiting, rows } = list;
  expect(recipients.length + marked.length + duplicates.length + invalid.length + waiting).toBe(rows);
});

async function* fileOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
