import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Recipient } from '../../domain/recipient/recipient.ts';
import type { Store } from '../../ports.ts';

const perPage = 1_000;

export async function allRecipients(
  { recipients }: Pick<Store, 'recipients'>,
  { id, list }: Pick<Campaign, 'id' | 'list'>,
): Promise<Recipient[]> {
  const all: Recipient[] = [];
  for (let from = 0; from < list.size; from += perPage) {
    all.push(...(await recipients.page(id, { from, limit: perPage })));
  }
  return all;
}
