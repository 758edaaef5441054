import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { CampaignId, Instant } from '../../domain/ids.ts';
import { deliveryTrouble, type FinalReceipt, isOldNews } from '../../domain/pace/delivery-breaker.ts';
import type { DeliveryReceipt, ReceiptEffect } from '../../domain/recipient/delivery-receipt.ts';
import type { Deps } from '../deps.ts';
import { pauseBecause } from '../lifecycle/pause-because.ts';

export type DeliveryWatch = {
  /** Pauses the campaign when its receipts have turned bad. */
  observe(receipt: DeliveryReceipt, effect: Extract<ReceiptEffect, { kind: 'applied' }>): Promise<void>;
};

/** `counted`: those that were found in the store, until each has had its own turn. */
type Watched = { trouble: FinalReceipt[]; counted: Map<number, FinalReceipt> };

/** The last receipts of each running campaign, since a person resumed it; of a former process as they are stored. */
export function createDeliveryWatch(deps: Pick<Deps, 'store' | 'announcer' | 'clock' | 'log'>): DeliveryWatch {
  const { store } = deps;
  const known = new Map<CampaignId, { since: Instant | null; watched: Promise<Watched> }>();

  /** Those of this moment are among them, and are counted already when their turn comes. Their networks are not kept. */
  const fromStore = async ({ id, watchedFrom }: Campaign): Promise<Watched> => {
    const stored = await store.recipients.lastReceipts(id, deliveryTrouble.kept);
    const counted = new Map<number, FinalReceipt>(
      stored
        .filter((one) => !isOldNews(watchedFrom, one))
        .map(({ no, isDelivered, code }) => [no, { isDelivered, code, network: null }]),
    );
    return { trouble: [...counted.values()], counted };
  };

  /** Whoever comes while the store is asked waits for the same answer. */
  const watchedSince = (campaign: Campaign, since: Instant | null): Promise<Watched> => {
    const before = known.get(campaign.id);
    if (before?.since === since) return before.watched;
    const watched = fromStore(campaign);
    known.set(campaign.id, { since, watched });
    watched.catch(() => known.delete(campaign.id));
    return watched;
  };

  return {
    observe: async ({ code, network }, { campaignId, no, to }) => {
      if (to === 'submitted') return;
      const campaign = await store.campaigns.get(campaignId);
      if (campaign?.status !== 'running') return void known.delete(campaignId);
      if (campaign.watchedFrom) {
        // What was sent before a person resumed it is old news, whenever its receipt comes.
        const recipient = await store.recipients.get(campaignId, no);
        if (!recipient || isOldNews(campaign.watchedFrom, recipient)) return;
      }
      const watched = await watchedSince(campaign, campaign.watchedFrom?.at ?? null);
      const isDelivered = to === 'delivered';
      const stored = watched.counted.get(no);
      watched.counted.delete(no);
      if (stored) watched.trouble = watched.trouble.filter((one) => one !== stored);
      watched.trouble = deliveryTrouble.after(watched.trouble, { isDelivered, code, network: network ?? null });
      // A delivery makes nothing worse, and there may be a thousand in a second.
      if (isDelivered) return;
      const { counts } = await store.recipients.tally(campaignId);
      const verdict = deliveryTrouble.meaning(watched.trouble, counts.submitted);
      if (verdict === 'go_on') return;
      known.delete(campaignId);
      await pauseBecause(deps, campaignId, verdict.pause, verdict.detail, counts.claimed);
    },
  };
}
