import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { CampaignId } from '../../domain/ids.ts';
import { type BatchOptOuts, isOldNews, optOutVerdict } from '../../domain/pace/delivery-breaker.ts';
import { hasOptOut } from '../../domain/reply/opted-out-here.ts';
import type { Tally } from '../../ports/recipients.ts';
import type { TickDeps } from '../deps.ts';
import { pauseBecause } from './pause-because.ts';

export type OptOutWatch = {
  /** Pauses a running campaign of whose newest batches too many opt out. */
  look(campaign: Campaign, tally: Tally): Promise<void>;
};

/** Looks only when somebody has opted out since the last look, which costs a tick nothing else. */
export function createOptOutWatch(deps: TickDeps): OptOutWatch {
  const { store } = deps;
  const looked = new Map<CampaignId, string>();
  return {
    look: async (campaign, { batch, counts }) => {
      const { id, watchedFrom } = campaign;
      const state = `${await store.suppressions.count()} ${batch?.no} ${watchedFrom?.at}`;
      if (!batch || looked.get(id) === state) return;
      looked.set(id, state);
      const verdict = optOutVerdict(await newestBatches(deps, campaign, batch.no));
      if (verdict !== 'go_on') await pauseBecause(deps, id, verdict.pause, verdict.detail, counts.claimed);
    },
  };
}

/** As many of the newest as make up the people that the verdict looks at; none from before a person resumed it. */
async function newestBatches(
  { store }: TickDeps,
  { id, watchedFrom }: Campaign,
  newest: number,
): Promise<BatchOptOuts[]> {
  const lost = await optOutsByBatch({ store }, id, watchedFrom);
  const batches: BatchOptOuts[] = [];
  // Of the batch in which it was resumed only the rest is news, where it is known which that is.
  const oldest = Math.max(1, watchedFrom?.upTo === undefined ? (watchedFrom?.batch ?? 0) + 1 : watchedFrom.batch);
  let reached = 0;
  for (let no = newest; no >= oldest && reached < enough; no -= 1) {
    const behind = no === watchedFrom?.batch ? watchedFrom.upTo : undefined;
    const of = await store.recipients.batchCounts(id, no, behind);
    const got = of.submitted + of.delivered + of.no_receipt;
    const optedOut = lost.get(no) ?? 0;
    batches.push({ no, reached: Math.max(got, optedOut), optedOut });
    reached += got;
  }
  return batches;
}

const enough = 50;

async function optOutsByBatch(
  { store }: Pick<TickDeps, 'store'>,
  id: CampaignId,
  watchedFrom: Campaign['watchedFrom'],
): Promise<Map<number, number>> {
  const said = (await store.conversations.ofCampaign(id)).filter(hasOptOut).map(({ number }) => number);
  const numbers = new Set([...said, ...(await store.suppressions.reportedIn(id))]);
  const lost = new Map<number, number>();
  for (const number of numbers) {
    const [recipient] = await store.recipients.onLists(number, [id], 1);
    if (recipient && recipient.batch > 0 && !isOldNews(watchedFrom, recipient))
      lost.set(recipient.batch, (lost.get(recipient.batch) ?? 0) + 1);
  }
  return lost;
}
