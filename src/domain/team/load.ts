import type { Campaign } from '../campaign/campaign.ts';
import { isOver } from '../campaign/campaign-status.ts';
import { answerWithinOf } from '../campaign/pace-of.ts';
import type { CampaignId } from '../ids.ts';
import { waitsOf } from '../nudge/waits.ts';
import type { Conversation } from '../reply/conversation.ts';
import { keeperOf, waitingSince } from '../reply/waiting.ts';

/** A campaign of the team, with its conversations that wait for an answer. */
export type TeamCampaign = {
  campaign: Pick<Campaign, 'id' | 'name' | 'status' | 'endedAt'>;
  waiting: readonly Conversation[];
};

/** How many open replies to one of the team's campaigns hold the next batch back. */
export type CampaignLoad = { id: CampaignId; name: string; replies: number };

/** What the people of a channel have before them, whichever campaign it answers. */
export type TeamLoad = {
  replies: number;
  /** The most first; none with 0. */
  of: readonly CampaignLoad[];
  /** How many more wait and hold nothing, as a named person has them. */
  inHands: number;
  /** Somebody has waited longer than the campaign's Answer within. False where its author left that empty. */
  isLate: boolean;
};

/** A week after a campaign's end its left-over replies are no measure of what the team can take on. */
const holdsAfterEndMs = 7 * 86_400_000;

/** What holds the campaign's next batch: its own open replies and those of the others that post in its channel. */
export function teamLoad(
  campaign: Pick<Campaign, 'answering' | 'hours' | 'slowed'>,
  team: readonly TeamCampaign[],
  now: Date,
): TeamLoad {
  const current = team.filter((one) => !isLongOver(one.campaign, now));
  const holding = current.map((one) => ({ ...one, waiting: inNobodysHands(one.waiting, now) })).filter(hasAny);
  const of = holding
    .map(({ campaign: { id, name }, waiting }) => ({ id, name, replies: waiting.length }))
    .sort((a, b) => b.replies - a.replies || (a.id < b.id ? -1 : 1));
  const replies = of.reduce((sum, one) => sum + one.replies, 0);
  return {
    replies,
    of,
    inHands: current.reduce((sum, { waiting }) => sum + waiting.length, 0) - replies,
    isLate: isAnyLate(
      campaign,
      holding.flatMap(({ waiting }) => waiting),
      now,
    ),
  };
}

/** Since when, in milliseconds, the longest waiting of the replies that hold the team's batches waits; null: none does. */
export function openSinceMs(team: readonly TeamCampaign[], now: Date): number | null {
  const open = team
    .filter((one) => !isLongOver(one.campaign, now))
    .flatMap(({ waiting }) => inNobodysHands(waiting, now));
  return open.reduce<number | null>((oldest, conversation) => {
    const since = waitingSince(conversation);
    return since === null ? oldest : Math.min(oldest ?? Number.POSITIVE_INFINITY, Date.parse(since));
  }, null);
}

/** What it has left over holds nothing any more. */
export function isLongOver({ status, endedAt }: Pick<Campaign, 'status' | 'endedAt'>, now: Date): boolean {
  return isOver(status) && endedAt !== null && now.getTime() - Date.parse(endedAt) > holdsAfterEndMs;
}

/** What a named person has is that person's, and is nudged for. */
function inNobodysHands(waiting: readonly Conversation[], now: Date): readonly Conversation[] {
  return waiting.filter((conversation) => keeperOf(conversation, now) === null);
}

function hasAny({ waiting }: Pick<TeamCampaign, 'waiting'>): boolean {
  return waiting.length > 0;
}

function isAnyLate(
  campaign: Pick<Campaign, 'answering' | 'hours' | 'slowed'>,
  waiting: readonly Conversation[],
  now: Date,
): boolean {
  if (answerWithinOf(campaign) === null) return false;
  return (waitsOf(campaign, waiting, now)[0]?.step ?? 0) > 0;
}
