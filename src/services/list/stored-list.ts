import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { CampaignId } from '../../domain/ids.ts';
import { isMeasured, measureMessages } from '../../domain/measure/measure.ts';
import type { Recipient } from '../../domain/recipient/recipient.ts';
import type { StoreReader } from '../../ports/store.ts';
import type { ReadingDeps } from '../deps.ts';

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

type Measured = Campaign & { segments: { countries: NonNullable<Campaign['segments']['countries']> } };

/** Measured by this version: over everybody on its list, with all that it knows of links. */
export async function measured(store: Pick<StoreReader, 'recipients'>, campaign: Campaign): Promise<Measured> {
  const { thankYous } = campaign.segments;
  const segments = isMeasured(campaign.segments)
    ? campaign.segments
    : await measureMessages(campaign.template, campaign.list.columns, await everyRecipient(store, campaign));
  const countries = segments.countries ?? [];
  return { ...campaign, segments: { ...segments, countries, ...(thankYous && { thankYous }) } };
}

/** A list as it is now: who gets the message, and who does not because they opted out. */
export type Audience = {
  people: number;
  optedOut: number;
  /** How many were to get it when it was submitted, while it waits for approval. */
  submitted?: number;
};

/** Counts the campaign's audience from the store, with opt-outs as of now. */
export async function audienceOf({ store }: Pick<ReadingDeps, 'store'>, campaign: Campaign): Promise<Audience> {
  const optedOut = await store.recipients.leftOut(campaign.id);
  const { status, submittedFor: submitted, list } = campaign;
  const isAsked = status === 'pending_approval' && submitted !== undefined;
  return { people: list.size - optedOut, optedOut, ...(isAsked && { submitted }) };
}
