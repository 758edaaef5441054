import type { Announcement } from '../../domain/campaign/announcement.ts';
import { contentHash } from '../../domain/campaign/approval.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { type CampaignStatus, mayFollow } from '../../domain/campaign/campaign-status.ts';
import { CampaignError } from '../../domain/campaign-error.ts';
import type { CampaignId } from '../../domain/ids.ts';
import type { Many } from '../../domain/many.ts';
import type { ListedRecipient, StateCounts } from '../../domain/recipient/recipient.ts';
import type { KeptBook, StoreReader } from '../../ports/store.ts';
import { note } from '../announcements.ts';
import type { Deps } from '../deps.ts';

type CampaignChange = {
  campaign: Campaign;
  announcements?: readonly Announcement[];
  list?: Many<ListedRecipient>;
  /** The import that the list came with. */
  imported?: string;
  /** Of rules, which a new approval names. */
  book?: KeptBook;
};

/** Nobody is outrun this often: a change refused again and again is one that the store will never take. */
const mostTries = 100;

/**
 * Reads the campaign and how many recipients are in which state, lets `change` decide, and stores the result only if
 * nobody was faster; otherwise decides again on what is there now. `change` throws a CampaignError to refuse and
 * returns undefined to leave everything as it is.
 */
export async function changeCampaign(
  { store, announcer }: Pick<Deps, 'store' | 'announcer'>,
  id: CampaignId,
  change: (campaign: Campaign, counts: StateCounts) => CampaignChange | undefined,
): Promise<Campaign> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const campaign = await needCampaign(store, id);
    const { counts } = await store.recipients.tally(id);
    const wanted = change(campaign, counts);
    if (!wanted) {
      // The change that makes this one needless may still be under way: it must be durable for both.
      await store.durable();
      return campaign;
    }

    const { campaign: next, ...also } = wanted;
    const saved = await store.campaigns.save(next, also);
    if (saved === 'stale') continue;

    announcer.refresh(id);
    if (also.announcements?.length) announcer.wake();
    return saved;
  }
  throw new Error(`A change of the campaign ${id} was refused as stale ${mostTries} times in a row.`);
}

/** The stored campaign. Throws a CampaignError when there is none. */
export async function needCampaign(store: Pick<StoreReader, 'campaigns'>, id: CampaignId): Promise<Campaign> {
  const campaign = await store.campaigns.get(id);
  if (campaign) return campaign;
  const sentence = 'This campaign does not exist any more. `/sms-campaign list` shows those that do.';
  throw new CampaignError('no_campaign', sentence);
}

/** The person who pressed something saw another campaign. */
export function refuseUnlessSame(campaign: Campaign, seen: string): void {
  if (contentHash(campaign) === seen) return;
  const sentence =
    'Nothing was done: this campaign was changed after you opened it. Close this window and open it again.';
  throw new CampaignError('content_changed', sentence);
}

/** The change that ends it for good because something unforeseen was found. */
export function failedFor(campaign: Campaign, detail: string, now: Date): CampaignChange {
  return {
    campaign: inStatus(campaign, 'failed', { endedAt: now.toISOString() }),
    announcements: [note(campaign.id, now, { kind: 'failed', detail })],
  };
}

/** The campaign in its next status. A step missing from the table of statuses is a bug, not a person's mistake. */
export function inStatus(campaign: Campaign, status: CampaignStatus, also: Partial<Campaign> = {}): Campaign {
  if (!mayFollow(campaign.status, status)) throw new Error(`A ${campaign.status} campaign cannot become ${status}.`);
  return { ...campaign, ...also, status };
}
