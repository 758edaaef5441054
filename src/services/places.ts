import type { Place } from '../domain/abroad.ts';
import type { Campaign } from '../domain/campaign.ts';
import { countryOf } from '../domain/phone/phone-number.ts';
import type { Deps } from './deps.ts';

const perPage = 1_000;

/** People and segments by country. Drafts of before countries were counted are looked through. */
export async function placesOf({ store }: Pick<Deps, 'store'>, campaign: Campaign): Promise<readonly Place[]> {
  if (campaign.segments.countries) return campaign.segments.countries;
  const places = new Map<string, Place>();
  for (let from = 0; from < campaign.list.size; from += perPage) {
    for (const { number } of await store.recipients.page(campaign.id, { from, limit: perPage })) {
      const country = countryOf(number);
      const known = places.get(country) ?? { country, people: 0, parts: 0 };
      places.set(country, { country, people: known.people + 1, parts: known.parts + campaign.segments.most });
    }
  }
  return [...places.values()].sort((a, b) => b.parts - a.parts);
}
