import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { CampaignId } from '../../domain/ids.ts';
import { StorageError } from '../../ports/store.ts';
import type { Deps } from '../deps.ts';

/** Whether stored lists still are what their campaigns say. A long one takes seconds, so it may be looked at beforehand. */
export type ListChecks = {
  /** Looks now, unless it was found right lately. */
  isAsStored(campaign: Campaign): Promise<boolean>;
  /** Begins to look, for somebody who will soon ask. Never waits, never rejects. */
  prepare(campaign: Campaign): void;
  /** Gives up the looks under way; resolves when they have ended. */
  stop(): Promise<void>;
};

/** What was right is not read again within this time: each part is under a checksum in memory, asked before each claim. */
const freshMs = 3_600_000;

export function createListChecks({ store, clock, log }: Pick<Deps, 'store' | 'clock' | 'log'>): ListChecks {
  const stopping = new AbortController();
  const looks = new Map<CampaignId, { hash: string; atMs: number; found: Promise<boolean> }>();

  const lookAt = (campaign: Campaign): Promise<boolean> => {
    const known = looks.get(campaign.id);
    const nowMs = clock.real.monotonicMs();
    if (known?.hash === campaign.list.hash && nowMs - known.atMs < freshMs) return known.found;
    const look = { hash: campaign.list.hash, atMs: nowMs, found: isAsHashed(store, campaign, stopping.signal) };
    looks.set(campaign.id, look);
    // Only what was found right is remembered.
    const forget = () => looks.get(campaign.id) === look && looks.delete(campaign.id);
    look.found.then((isRight) => isRight || forget(), forget);
    return look.found;
  };

  return {
    isAsStored: lookAt,
    prepare: (campaign) => {
      lookAt(campaign).catch((error: unknown) => {
        if (!stopping.signal.aborted)
          log.error({ campaignId: campaign.id, err: error }, 'A list could not be looked at');
      });
    },
    stop: async () => {
      stopping.abort();
      await Promise.allSettled([...looks.values()].map(({ found }) => found));
    },
  };
}

async function isAsHashed(store: Deps['store'], campaign: Campaign, signal: AbortSignal): Promise<boolean> {
  try {
    return (await store.recipients.hashOfList(campaign.id, signal)) === campaign.list.hash;
  } catch (error) {
    if (error instanceof StorageError && error.isDamage) return false;
    throw error;
  }
}
