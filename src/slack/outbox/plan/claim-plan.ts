import type { Announcement } from '../../../domain/campaign/announcement.ts';
import type { Instant } from '../../../domain/ids.ts';
import type { Conversation } from '../../../domain/reply/conversation.ts';

/** Slack allows some 50 edits a minute in the whole workspace: who is answering takes ten of them at most. */
export const claimsRestMs = 6_000;

export type Claim = { at: Instant; dueAt: Instant };

/**
 * What is done about a claim's announcement: it waits until it is due, and is dropped once the claim is over by an
 * answer, which has the card drawn anyway, or by another claim.
 */
export function claimStep(claim: Claim, conversation: Conversation | undefined, now: Date): 'wait' | 'draw' | 'drop' {
  if (conversation?.claim?.at !== claim.at) return 'drop';
  return now.getTime() < Date.parse(claim.dueAt) ? 'wait' : 'draw';
}

export function claimOf(announcement: Announcement): Claim | undefined {
  return announcement.kind === 'conversation_changed' ? announcement.claim : undefined;
}

/** Is it drawn only to say who is answering? */
export function isOnlyClaims(announcements: readonly Announcement[]): boolean {
  return announcements.every((announcement) => claimOf(announcement) !== undefined);
}
