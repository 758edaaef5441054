import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { PhoneNumber } from '../../domain/ids.ts';
import type { ListedRecipient } from '../../domain/recipient/recipient.ts';
import type { Deps } from '../deps.ts';

const pageSize = 10_000;

/**
 * How many people a new list adds to what was reviewed, and how many are gone from it; null where the list that was reviewed
 * is not the stored one any more.
 */
export async function peopleSince(
  { store }: Pick<Deps, 'store'>,
  { content }: NonNullable<Campaign['formerly']>,
  before: Campaign,
  now: { list: Campaign['list']; recipients: readonly ListedRecipient[] },
): Promise<{ added: number; gone: number } | null> {
  if (now.list.hash === content.list.hash) return { added: 0, gone: 0 };
  if (before.list.hash !== content.list.hash) return null;
  const added = new Set<PhoneNumber>(now.recipients.map(({ number }) => number));
  let gone = 0;
  for (let from = 0; from < before.list.size; from += pageSize) {
    for (const { number } of await store.recipients.page(before.id, { from, limit: pageSize })) {
      if (!added.delete(number)) gone += 1;
    }
  }
  return { added: added.size, gone };
}
