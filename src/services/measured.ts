import { type Campaign, isMeasuredWhole } from '../domain/campaign.ts';
import { measureMessages } from '../domain/measure.ts';
import type { Store } from '../ports.ts';
import { allRecipients } from './all-recipients.ts';

export type Measured = Campaign & { segments: { countries: NonNullable<Campaign['segments']['countries']> } };

/** Measured over everybody on its list; what a former version measured without those who had opted out is measured again. */
export async function measured(store: Pick<Store, 'recipients'>, campaign: Campaign): Promise<Measured> {
  const segments = isMeasuredWhole(campaign)
    ? campaign.segments
    : await measureMessages(campaign.template, campaign.list.columns, await allRecipients(store, campaign));
  return { ...campaign, segments: { ...segments, countries: segments.countries ?? [] } };
}
