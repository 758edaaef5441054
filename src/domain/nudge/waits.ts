import { usualAnswerWithinSeconds } from '../answering/answering.ts';
import type { Campaign } from '../campaign/campaign.ts';
import { isOver } from '../campaign/campaign-status.ts';
import { answerWithinOf, hoursOf } from '../campaign/pace-of.ts';
import type { Instant } from '../ids.ts';
import { openTimeUntil } from '../pace/open-time.ts';
import type { Conversation } from '../reply/conversation.ts';
import { waitingSince } from '../reply/waiting.ts';

/** A reply that waits, since when it counts, and how many times Answer within that is, up to 3. */
export type Wait = { conversation: Conversation; since: Instant; step: 0 | 1 | 2 | 3 };

const dayMs = 86_400_000;
/** Nobody is called for replies that came longer after the campaign's end, or are left over from before it. */
const calledMs = 7 * dayMs;
/** Nobody answers what has waited longer: a team that has just begun to be nudged is not buried in it. */
const oldestMs = 60 * dayMs;

/** After this long without an answer, in the campaign's sending hours, its team is nudged. */
export function answerWithinMs(campaign: Pick<Campaign, 'answering' | 'slowed'>): number {
  return (answerWithinOf(campaign) ?? usualAnswerWithinSeconds) * 1_000;
}

/** How long each of those that wait has waited, the longest first. `sinceOf`: from when on it counts. */
export function waitsOf(
  campaign: Pick<Campaign, 'answering' | 'hours' | 'slowed'>,
  waiting: readonly Conversation[],
  now: Date,
  sinceOf: (conversation: Conversation) => Instant | null = unownedSince,
): Wait[] {
  const known = waiting
    .flatMap((conversation) => {
      const since = sinceOf(conversation);
      return since === null || now.getTime() - Date.parse(since) >= oldestMs ? [] : [{ conversation, since }];
    })
    .sort((a, b) => Date.parse(a.since) - Date.parse(b.since) || (a.conversation.id < b.conversation.id ? -1 : 1));
  const [first] = known;
  if (!first) return [];
  const withinMs = answerWithinMs(campaign);
  const openTime = openTimeUntil(hoursOf(campaign), { earliest: new Date(first.since), until: now });
  return known.map(({ conversation, since }) => {
    const mayBeLate = now.getTime() - Date.parse(since) >= withinMs;
    const steps = mayBeLate ? Math.floor(openTime(new Date(since)) / withinMs) : 0;
    return { conversation, since, step: Math.min(3, steps) as Wait['step'] };
  });
}

/** A colleague who re-opens it has just looked at it. */
export function unownedSince(conversation: Conversation): Instant | null {
  const since = waitingSince(conversation);
  const reopened = conversation.decisions?.findLast(({ kind }) => kind === 'reopened')?.at;
  return since && reopened && reopened > since ? reopened : since;
}

/** Whoever was given it, or opened it, has as long as anybody else. */
export function ownedSince(conversation: Conversation): Instant | null {
  const since = unownedSince(conversation);
  const at = conversation.owner ? conversation.owner.at : conversation.claim?.at;
  return since && at && at > since ? at : since;
}

/** Is anybody called for it: not for what came, or was left, a week and more after the campaign's end. */
export function isCalledFor({ status, endedAt }: Pick<Campaign, 'status' | 'endedAt'>, since: Instant, now: Date) {
  if (!isOver(status)) return true;
  const fromMs = Math.max(Date.parse(since), Date.parse(endedAt ?? since));
  return now.getTime() - fromMs < calledMs;
}
