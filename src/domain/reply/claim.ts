import type { Instant, UserId } from '../ids.ts';
import type { Conversation } from './conversation.ts';
import { claimantOf, claimMs } from './waiting.ts';

/** Most answers are quicker: a claim is worth an edit of the card only after this long. */
export const claimIsToldMs = 20_000;

/** In nobody's hands any more: it was answered, handled or opted out. */
export function atRest(conversation: Conversation): Conversation {
  return conversation.claim || conversation.owner ? { ...conversation, claim: null, owner: null } : conversation;
}

/** It lies before the agent from now on; their own claim only lasts longer. */
export function claimedBy(conversation: Conversation, by: UserId, now: Date): Conversation {
  const at = claimantOf(conversation, now) === by ? conversation.claim!.at : now.toISOString();
  return { ...conversation, claim: { by, at, until: new Date(now.getTime() + claimMs).toISOString() } };
}

/** The same as if these members had it neither before them nor passed to them. */
export function withoutHandsOf(conversation: Conversation, gone: ReadonlySet<UserId>): Conversation {
  const { claim, owner } = conversation;
  const frees = {
    ...(claim && gone.has(claim.by) && { claim: null }),
    ...(owner && gone.has(owner.member) && { owner: null }),
  };
  return Object.keys(frees).length > 0 ? { ...conversation, ...frees } : conversation;
}

/** The agent whom the card names as answering: before whom it has lain for a while. */
export function toldClaimant(conversation: Conversation, now: Date): UserId | null {
  return mayBeTold(conversation, now) ? claimantOf(conversation, now) : null;
}

/** May the card name the agent who claimed it last, whether or not the claim still holds? */
export function mayBeTold({ claim }: Conversation, now: Date): boolean {
  return claim ? now.getTime() >= Date.parse(tellsAt(claim)) : false;
}

export function tellsAt({ at }: { at: Instant }): Instant {
  return new Date(Date.parse(at) + claimIsToldMs).toISOString();
}
