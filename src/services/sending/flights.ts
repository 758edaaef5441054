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
  const ofCampaign = new Map<CampaignId, number>();
  const ofSender = new Map<SenderId, number>();
  let flying = 0;
  let waiting: (() => void)[] = [];

  const land = (campaign: Pick<Campaign, 'id' | 'sender'>): void => {
    flying -= 1;
    add(ofCampaign, campaign.id, -1);
    add(ofSender, campaign.sender, -1);
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  };
  const untilOneLands = (): Promise<void> => new Promise((resolve) => waiting.push(resolve));

  return {
    count: (campaignId) => (campaignId === undefined ? flying : (ofCampaign.get(campaignId) ?? 0)),
    countOf: (sender) => ofSender.get(sender) ?? 0,
    follow: (campaign, landing) => {
      flying += 1;
      add(ofCampaign, campaign.id, 1);
      add(ofSender, campaign.sender, 1);
      void landing.finally(() => land(campaign));
    },
    below: async (limit, sender) => {
      while ((ofSender.get(sender) ?? 0) >= limit) await untilOneLands();
    },
    landed: async () => {
      while (flying > 0) await untilOneLands();
    },
  };
}

/** Nothing is kept of those who have none. */
function add<Key>(counts: Map<Key, number>, key: Key, change: number): void {
  const count = (counts.get(key) ?? 0) + change;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}
