import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { CampaignId, SenderId } from '../../domain/ids.ts';

/** Messages on their way: claimed, and their outcome not yet recorded. */
type Flights = {
  /** Those of this campaign whose request may already have left. */
  count(campaignId?: CampaignId): number;
  countOf(sender: SenderId): number;
  /** Follows one message to its end. The promise must not reject. */
  follow(campaign: Pick<Campaign, 'id' | 'sender'>, landing: Promise<void>): void;
  /** Resolves when fewer than `limit` of this sender are on their way. */
  below(limit: number, sender: SenderId): Promise<void>;
  landed(): Promise<void>;
};

export function createFlights(): Flights {
  const flying = new Map<Promise<void>, Pick<Campaign, 'id' | 'sender'>>();
  const of = (sender: SenderId): Promise<void>[] =>
    [...flying].filter(([, campaign]) => campaign.sender === sender).map(([landing]) => landing);

  return {
    count: (campaignId) =>
      campaignId === undefined ? flying.size : [...flying.values()].filter(({ id }) => id === campaignId).length,
    countOf: (sender) => of(sender).length,
    follow: (campaign, landing) => {
      flying.set(landing, campaign);
      void landing.finally(() => flying.delete(landing));
    },
    below: async (limit, sender) => {
      for (let own = of(sender); own.length >= limit; own = of(sender)) await Promise.race(own);
    },
    landed: async () => {
      while (flying.size > 0) await Promise.all(flying.keys());
    },
  };
}
