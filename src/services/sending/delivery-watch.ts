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
type Watched = { since: Instant | null; trouble: FinalReceipt[]; counted: Map<number, FinalReceipt> };

/** The last receipts of each running campaign, since a person resumed it; of a former process as they are stored. */
export function createDeliveryWatch(deps: Pick<Deps, 'store' | 'announcer' | 'clock' | 'log'>): DeliveryWatch {
  const { store } = deps;
  const known = new Map<CampaignId, Watched>();

  /** Those that came before this one, or with it: whose turn comes next are counted by then. Their networks are not kept. */
  const fromStore = async ({ id, watchedFrom }: Campaign, no: number, since: Instant | null): Promise<Watched> => {
    const stored = (await store.recipients.lastReceipts(id, deliveryTrouble.kept)).filter(
      (one) => one.no !== no && !isOldNews(watchedFrom, one),
    );
    const counted = new Map<number, FinalReceipt>(
      stored.map(({ no, isDelivered, code }) => [no, { isDelivered, code, network: null }]),
    );
    return {
      since,
      trouble: [...counted.values()],
      counted,
    };
  };

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
      const isDelivered = to === 'delivered';
      const stored = known.get(campaignId)?.since === since ? undefined : await fromStore(campaign, no, since);
      const before = known.get(campaignId);
      const watched = before?.since === since ? before : (stored ?? (await fromStore(campaign, no, since)));
      known.set(campaignId, watched);
      const isAgain = watched.counted.get(no);
      watched.counted.delete(no);
      const trouble = deliveryTrouble.after(
        isAgain ? watched.trouble.filter((one) => one !== isAgain) : watched.trouble,
        { isDelivered, code, network: network ?? null },
      );
      watched.trouble = trouble;
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
