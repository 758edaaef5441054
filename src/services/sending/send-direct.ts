import { CampaignError } from '../../domain/campaign-error.ts';
import type { ConversationId } from '../../domain/ids.ts';
import type { SendOutcome } from '../../domain/recipient/send-outcome.ts';
import type { Conversation, OutboundMessage } from '../../domain/reply/conversation.ts';
import { conversationChanged } from '../announcements.ts';
import type { Deps } from '../deps.ts';
import { durably } from '../durably.ts';
import type { RateLimits } from './rate-limits.ts';
import { sendOnce } from './send-once.ts';

/**
 * Sends one stored outbound message of a conversation: it is on disk as claimed before the request leaves, so a crash
 * leaves doubt about it, never a second text. A person who opted out meanwhile gets only the confirmation of that.
 */
export async function sendDirect(
  deps: Deps,
  limits: RateLimits,
  conversation: Conversation,
  message: OutboundMessage,
  { confirmsOptOut = false, signal }: { confirmsOptOut?: boolean; signal?: AbortSignal } = {},
): Promise<Conversation> {
  const isOurTurn = await limits.take(conversation.sender, signal);
  const isBlocked = !confirmsOptOut && deps.store.suppressions.blocks(conversation.number);
  const after: StateAfter = !isOurTurn
    ? { state: 'not_sent', reason: 'stopping' }
    : isBlocked
      ? { state: 'not_sent', reason: 'opted_out' }
      : await hand(deps, conversation, message);
  return recordAnswer(deps, conversation.id, message, after);
}

/** Writes what became of a claimed message, unless a receipt was faster. Waits for a disk in trouble. */
export function recordAnswer(
  deps: Deps,
  conversationId: ConversationId,
  { id }: OutboundMessage,
  after: StateAfter,
): Promise<Conversation> {
  const isIt = (message: Conversation['messages'][number]): boolean =>
    message.direction === 'out' && message.id === id && message.state === 'claimed';
  const settled = (current: Conversation): Conversation =>
    current.messages.some(isIt)
      ? {
          ...current,
          messages: current.messages.map((message) => (isIt(message) ? { ...message, ...after } : message)),
        }
      : current;
  return durably(deps, { conversationId }, () => changeConversation(deps, conversationId, settled));
}

/** Nothing is awaited before the request leaves: the check just before still holds. */
async function hand(deps: Deps, { id, number, sender }: Conversation, message: OutboundMessage): Promise<StateAfter> {
  const outcome = await sendOnce(deps, { to: number, from: sender, text: message.text, ref: message.id });
  if (outcome.kind !== 'accepted') {
    deps.log.warn({ conversationId: id, outcome: outcome.kind }, 'An answer was not accepted');
  }
  return stateAfter(outcome);
}

/** Compare-and-set on the conversation, with its posts in the chat brought up to date in the same step. */
export async function changeConversation(
  { store, announcer, clock }: Deps,
  id: ConversationId,
  change: (conversation: Conversation) => Conversation,
  also: Omit<NonNullable<Parameters<Deps['store']['conversations']['save']>[1]>, 'announcements'> = {},
): Promise<Conversation> {
  for (;;) {
    const conversation = await needConversation({ store }, id);
    const changed = change(conversation);
    if (changed === conversation) {
      await store.durable();
      return conversation;
    }

    const announcements = [conversationChanged(conversation, clock.now())];
    const saved = await store.conversations.save(changed, { ...also, announcements });
    if (saved === 'stale') continue;

    announcer.wake();
    if (conversation.campaignId) announcer.refresh(conversation.campaignId);
    return saved;
  }
}

export async function needConversation({ store }: Pick<Deps, 'store'>, id: ConversationId): Promise<Conversation> {
  const conversation = await store.conversations.get(id);
  if (conversation) return conversation;
  throw new CampaignError('no_conversation', 'This conversation does not exist any more.');
}

type StateAfter = Pick<OutboundMessage, 'state' | 'reason'>;

function stateAfter(outcome: SendOutcome): StateAfter {
  switch (outcome.kind) {
    case 'accepted':
      return { state: 'submitted', reason: null };
    case 'refused':
      return { state: 'rejected', reason: outcome.code };
    case 'unconfirmed':
      return { state: 'unconfirmed', reason: outcome.cause };
    case 'halted':
      return { state: 'not_sent', reason: outcome.reason };
    case 'throttled':
      return { state: 'not_sent', reason: 'throttled' };
    case 'not_sent':
      return { state: 'not_sent', reason: outcome.cause };
  }
}
