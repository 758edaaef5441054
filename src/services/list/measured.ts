import type { Campaign } from '../../domain/campaign/campaign.ts';
import { isMeasured, measureMessages } from '../../domain/measure/measure.ts';
import type { StoreReader } from '../../ports/store.ts';
import { everyRecipient } from './recipient-pages.ts';

type Measured = Campaign & { segments: { countries: NonNullable<Campaign['segments']['countries']> } };

/** Measured by this version: over everybody on its list, with all that it knows of links. */
export async function measured(store: Pick<StoreReader, 'recipients'>, campaign: Campaign): Promise<Measured> {
  const segments = isMeasured(campaign.segments)
    ? campaign.segments
    : await measureMessages(campaign.template, campaign.list.columns, await everyRecipient(store, campaign));
  return { ...campaign, segments: { ...segments, countries: segments.countries ?? [] } };
}
