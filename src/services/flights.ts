import type { CampaignId } from '../domain/ids.ts';

/** Messages that are on their way: claimed, and their outcome not yet recorded. */
export type Flights = {
  /** Of this campaign, those whose request may already have left. */
  count(campaignId?: CampaignId): number;
  /** Follows one message to its end. The promise must not reject. */
  follow(campaignId: CampaignId, landing: Promise<void>): void;
  /** Resolves when fewer than `limit` are on their way. */
  below(limit: number): Promise<void>;
};

export function createFlights(): Flights {
  const flying = new Map<Promise<void>, CampaignId>();

  return {
    count: (campaignId) =>
      campaignId === undefined ? flying.size : [...flying.values()].filter((id) => id === campaignId).length,
    follow: (campaignId, landing) => {
      flying.set(landing, campaignId);
      void landing.finally(() => flying.delete(landing));
    },
    below: async (limit) => {
      while (flying.size >= limit) await Promise.race(flying.keys());
    },
  };
}
