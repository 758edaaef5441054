import { atRest } from './claim.ts';
import { type Conversation, isInDoubt, isUnanswered } from './conversation.ts';
import { type Suppression, undecided } from './suppression.ts';

/** A text that may be an opt-out is one when nobody has said otherwise for this long. */
const decideWithinMs = 24 * 3_600_000;

/** Has it waited for a decision too long? A date of the provider's counts only where our own is unknown. */
export function isOverdue({ kind, at, heldAt }: Suppression, now: Date): boolean {
  return kind === 'held' && now.getTime() - Date.parse(heldAt ?? at) >= decideWithinMs;
}

/** The opt-out in its place; the word is the person's, as of when they wrote it. */
export function asOptOut({ heldAt: _ended, ...hold }: Suppression): Suppression {
  return { ...hold, kind: 'opted_out', source: undecided };
}

/** The conversation once its texts in doubt count as opt-outs; the same when somebody has decided. */
export function withoutDoubt(conversation: Conversation): Conversation {
  if (!isInDoubt(conversation)) return conversation;
  const messages = conversation.messages.map((message) =>
    message.direction === 'in' && message.reading === 'maybe_opt_out'
      ? { ...message, reading: 'opt_out' as const, undecided: true as const }
      : message,
  );
  const decided = { ...conversation, messages };
  return isUnanswered(decided) ? decided : atRest({ ...decided, status: 'handled' });
}
