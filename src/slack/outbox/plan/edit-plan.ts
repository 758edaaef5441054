import { type CampaignStatus, isActive } from '../../../domain/campaign/campaign-status.ts';
import type { CampaignId } from '../../../domain/ids.ts';

/** One message is edited at most this often. */
export const gapMs = 3_000;
/** Slack allows some 50 edits a minute in the whole workspace: all campaigns together take 20, after a burst of five. */
const refillMs = 3_000;
const mostEdits = 5;

export type Shown = { status: CampaignStatus; atMs: number };

type EditFacts = {
  campaigns: readonly { id: CampaignId; status: CampaignStatus }[];
  /** What each message showed last; campaigns whose message was not edited since the start are missing. */
  shown: ReadonlyMap<CampaignId, Shown>;
  /** Those known to show an old state. */
  marked: ReadonlySet<CampaignId>;
};

/**
 * Whose message is edited now: a new status first, since somebody pressed a button and looks; then messages known to be
 * old; then running campaigns, so that their times and bars move. The longest-waiting one comes first.
 */
export function planEdits(facts: EditFacts, most: number, nowMs: number): readonly CampaignId[] {
  const urgency = ({ id, status }: EditFacts['campaigns'][number]) => {
    if (facts.marked.has(id)) return facts.shown.get(id)?.status === status ? 1 : 0;
    return isActive(status) ? 2 : 3;
  };
  const lastMs = (id: CampaignId) => facts.shown.get(id)?.atMs ?? Number.NEGATIVE_INFINITY;
  return facts.campaigns
    .filter((campaign) => urgency(campaign) < 3 && nowMs - lastMs(campaign.id) >= gapMs)
    .sort((a, b) => urgency(a) - urgency(b) || lastMs(a.id) - lastMs(b.id))
    .slice(0, Math.max(0, most))
    .map(({ id }) => id);
}

/** A bucket of edits that fills up with time. */
export function createEditBudget(nowMs: number) {
  let left = mostEdits;
  let filledAtMs = nowMs;
  return {
    left(nowMs: number): number {
      const refills = Math.floor((nowMs - filledAtMs) / refillMs);
      left = Math.min(mostEdits, left + refills);
      filledAtMs += refills * refillMs;
      return left;
    },
    spend() {
      left -= 1;
    },
  };
}
