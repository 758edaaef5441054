import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import type { Recipient, StateCounts } from '../../src/domain/recipient/recipient.ts';
import type { Conversation } from '../../src/domain/reply/conversation.ts';
import type { Group } from '../../src/domain/reply/group.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';

/** What the program has written down, read from its folder after its end. */
export type Books = {
  campaigns: { campaign: Campaign; counts: StateCounts; recipients: readonly Recipient[] }[];
  /** Ids of the stored inbound texts, each as often as it is there. */
  inbound: string[];
  conversations: readonly Conversation[];
  groups: readonly Group[];
};

export async function readBooks(folder: string): Promise<Books> {
  const store = await openLowdbStore({ folder, now: () => new Date(), log: () => {} });
  try {
    const campaigns = await Promise.all(
      (await store.campaigns.list()).map(async (campaign) => ({
        campaign,
        counts: (await store.recipients.tally(campaign.id)).counts,
        recipients: await store.recipients.page(campaign.id, { from: 0, limit: campaign.list.size }),
      })),
    );
    const places = [null, ...campaigns.map(({ campaign }) => campaign.id)];
    const conversations = (await Promise.all(places.map((place) => store.conversations.ofCampaign(place)))).flat();
    const groups = await Promise.all(campaigns.map(({ campaign }) => store.campaigns.groups(campaign.id)));
    const messages = conversations.flatMap((conversation) => conversation.messages);
    const inbound = messages.filter(({ direction }) => direction === 'in').map(({ id }) => id);
    return { campaigns, inbound, conversations, groups: groups.flat() };
  } finally {
    await store.close();
  }
}
