import type { Announcement } from '../../domain/campaign/announcement.ts';
import type { Conversation } from '../../domain/reply/conversation.ts';
import type { Store } from '../../ports/store.ts';
import type { Clock } from '../../ports/world.ts';
import { conversationClaimed } from '../../services/announcements.ts';
import { claimOf, claimStep, claimsRestMs, isOnlyClaims } from './plan/claim-plan.ts';
import type { Job } from './plan/outbox-plan.ts';

/** Of what is pending: what can be said now, and the claims that nobody has to be told of any more. */
export async function sortClaims(
  pending: readonly Announcement[],
  { store, clock }: { store: Store; clock: Clock },
): Promise<{ due: Announcement[]; moot: Announcement[] }> {
  const due: Announcement[] = [];
  const moot: Announcement[] = [];
  for (const announcement of pending) {
    const claim = claimOf(announcement);
    if (!claim || !('conversationId' in announcement)) {
      due.push(announcement);
      continue;
    }
    const step = claimStep(claim, await store.conversations.get(announcement.conversationId), clock.now());
    if (step === 'draw') due.push(announcement);
    if (step === 'drop') moot.push(announcement);
  }
  return { due, moot };
}

/** The card names an agent now: it is owed another look when the claim ends. */
export async function oweEnd(
  { announcements }: Job,
  { claim, id, campaignId }: Conversation,
  { store, clock }: { store: Store; clock: Clock },
): Promise<void> {
  const now = clock.now();
  const isDrawn = announcements.some((announcement) => claim && claimOf(announcement)?.at === claim.at);
  if (!claim || !isDrawn || Date.parse(claim.until) <= now.getTime()) return;
  const end = conversationClaimed({ id, campaignId }, { at: claim.at, dueAt: claim.until }, now);
  await store.announcements.add([end]);
}

/** Spaces the edits that only say who is answering, and those of posts with many lines: nobody waits for either. */
export function createClaimPace(clock: Clock) {
  let restsUntilMs = Number.NEGATIVE_INFINITY;
  return {
    /** May it be said now? Then the next one rests. */
    takes({ announcements, redraws }: Job): boolean {
      if (!redraws && !isOnlyClaims(announcements)) return true;
      if (clock.monotonicMs() < restsUntilMs) return false;
      restsUntilMs = clock.monotonicMs() + claimsRestMs;
      return true;
    },
  };
}
