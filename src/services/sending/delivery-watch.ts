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

/** The last receipts of each running campaign, since a person resumed it; of a former process as they are stored. */
export function createDeliveryWatch(deps: Pick<Deps, 'store' | 'announcer' | 'clock' | 'log'>): DeliveryWatch {
  const { store } = deps;
  const known = new Map<CampaignId, { since: Instant | null; trouble: FinalReceipt[] }>();

  /** Those that came before this one. Their networks are not kept. */
  const storedReceipts = async ({ id, watchedFrom }: Campaign, no: number): Promise<FinalReceipt[]> =>
    (await store.recipients.lastReceipts(id, deliveryTrouble.kept))
      .filter((one) => one.no !== no && !isOldNews(watchedFrom, one))
      .map(({ isDelivered, code }) => ({ isDelivered, code, network: null }));

  return {
    observe: async ({ code, network }, { campaignId, no, to }) => {
      if (to === 'submitted') return;
      const campaign = await store.campaigns.get(campaignId);
      if (campaign?.status !== 'running') return void known.delete(campaignId);
      const since = campaign.watchedFrom?.at ?? null;
      if (campaign.watchedFrom) {
        // What was sent before a person resumed it is old news, whenever its receipt comes.
        const recipient = await store.recipients.get(campaignId, no);
        if (!recipient || isOldNews(campaign.watchedFrom, recipient)) return;
      }
      const stored = known.get(campaignId)?.since === since ? [] : await storedReceipts(campaign, no);
      const before = known.get(campaignId);
      const trouble = deliveryTrouble.after(before?.since === since ? before.trouble : stored, {
        isDelivered: to === 'delivered',
        code,
        network: network ?? null,
      });
      known.set(campaignId, { since, trouble });
      // A delivery makes nothing worse, and there may be a thousand in a second.
      if (to === 'delivered') return;
      const { counts } = await store.recipients.tally(campaignId);
      const verdict = deliveryTrouble.meaning(trouble, counts.submitted);
      if (verdict === 'go_on') return;
      known.delete(campaignId);
      await pauseBecause(deps, campaignId, verdict.pause, verdict.detail, counts.claimed);
    },
  };
}
