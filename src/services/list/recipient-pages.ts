import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { CampaignId } from '../../domain/ids.ts';
import type { Recipient } from '../../domain/recipient/recipient.ts';
import type { StoreReader } from '../../ports/store.ts';

const perPage = 1_000;

/** Everybody on a campaign's list, in its order, a thousand at a time. */
export async function* recipientPages(
  { recipients }: Pick<StoreReader, 'recipients'>,
  { id, list }: Pick<Campaign, 'id' | 'list'>,
): AsyncGenerator<readonly Recipient[]> {
  for (let from = 0; from < list.size; from += perPage) yield recipients.page(id, { from, limit: perPage });
}

/** The same all at once, for what has to look at them more than once. */
export async function everyRecipient(
  store: Pick<StoreReader, 'recipients'>,
  campaign: Pick<Campaign, 'id' | 'list'>,
): Promise<Recipient[]> {
  return (await Array.fromAsync(recipientPages(store, campaign))).flat();
}

/** Those at these positions that there are. */
export async function recipientsAt(
  { recipients }: Pick<StoreReader, 'recipients'>,
  id: CampaignId,
  nos: readonly number[],
): Promise<Recipient[]> {
  const found = await Promise.all(nos.map((no) => recipients.get(id, no)));
  return found.filter((recipient) => recipient !== undefined);
}
