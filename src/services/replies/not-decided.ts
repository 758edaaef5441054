import { CampaignError } from '../../domain/campaign-error.ts';
import type { UserId } from '../../domain/ids.ts';
import { type Conversation, isUnanswered, type OutboundMessage, unseenTexts } from '../../domain/reply/conversation.ts';
import { type Stood, wasDoneSince } from '../../domain/reply/stood.ts';
import { keeperOf } from '../../domain/reply/waiting.ts';
import type { StoreReader } from '../../ports/store.ts';
import { hasOptedOut, isHeld } from './answer-rules.ts';

/** Asked in the same turn as the change is made: a text from a moment before counts. */
export function refuseUnseen(conversation: Conversation, seen: number | undefined): void {
  if (seen !== undefined && unseenTexts(conversation, seen).length > 0) throw hasNewText(conversation);
}

export function hasNewText({ messages }: Conversation): CampaignError {
  const last = messages.findLast(({ direction }) => direction === 'in')?.text.trim() ?? '';
  const words = last === '' ? '' : `: “${last.length > 200 ? `${last.slice(0, 199).toWellFormed()}…` : last}”`;
  const sentence = `Nothing was done: this person has written again since${words}. Decide on their newest card.`;
  return new CampaignError('unseen_text', sentence, 'reply');
}

/** A colleague has it now, or has answered or handled it. */
export function refuseTaken(conversation: Conversation, by: UserId, now: Date): void {
  const keeper = keeperOf(conversation, now);
  if (isUnanswered(conversation) && (keeper === null || keeper === by)) return;
  throw new CampaignError('taken', 'Nothing was done: a colleague has this reply now, or has dealt with it.', 'reply');
}

/** A colleague has answered it, or handled what was open, since a window opened on it. */
export function refuseDoneSince(conversation: Conversation, stood: Stood | undefined, by: UserId): void {
  if (!stood || !wasDoneSince(conversation, stood, by)) return;
  throw new CampaignError('taken', 'Nothing was done: a colleague has dealt with this reply meanwhile.', 'reply');
}

/** What a window sent before, if this press meant that; another answer pressed in the same moment is not sent as well. */
export function sentBefore(
  conversation: Conversation,
  { cause, text }: Pick<OutboundMessage, 'cause' | 'text'>,
): Conversation {
  const sent = conversation.messages.findLast((message) => message.direction === 'out' && message.cause === cause);
  if (!sent || sent.text === text) return conversation;
  throw new CampaignError('taken', 'Not sent: you pressed another answer a moment before, and that one left.', 'reply');
}

/** Nobody is texted who opted out or may have; what they wrote unseen is the reason, and is told first. */
export async function refuseBlocked(
  { suppressions }: Pick<StoreReader, 'suppressions'>,
  conversation: Conversation,
  seen: number | undefined,
): Promise<void> {
  if (!suppressions.blocks(conversation.number)) return;
  refuseUnseen(conversation, seen);
  throw (await suppressions.get(conversation.number))?.kind === 'held' ? isHeld() : hasOptedOut();
}
