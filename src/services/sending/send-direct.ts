import type { Announcement } from '../../domain/campaign/announcement.ts';
import { CampaignError } from '../../domain/campaign-error.ts';
import type { ConversationId } from '../../domain/ids.ts';
import type { SendOutcome } from '../../domain/recipient/send-outcome.ts';
import {
  type Conversation,
  conversationRef,
  isUnanswered,
  type OutboundMessage,
  unseenTexts,
} from '../../domain/reply/conversation.ts';
import { hasCard, saysOf } from '../../domain/reply/groups.ts';
import { StorageError } from '../../ports/store.ts';
import { conversationChanged, replyCame } from '../announcements.ts';
import type { Deps } from '../deps.ts';
import { durably } from '../durably.ts';
import { optOutRefused } from './opt-out-refused.ts';
import type { RateLimits } from './rate-limits.ts';
import { sendOnce } from './send-once.ts';

export type DirectText = Pick<OutboundMessage, 'text' | 'purpose' | 'cause' | 'by' | 'about'>;

/**
 * Writes an outbound message into its conversation as claimed, once for each cause, unless an earlier one surely was
 * not sent. `claimed` is undefined when there is one already; only the caller that gets it may send it. `check` throws
 * to forbid, or answers false when there is nothing to send any more; `also` is what else changes in the same step.
 */
export async function claimDirect(
  deps: Deps,
  id: ConversationId,
  text: DirectText,
  check: (conversation: Conversation) => unknown = () => {},
  also: (conversation: Conversation) => Conversation = (conversation) => conversation,
): Promise<{ conversation: Conversation; claimed: OutboundMessage | undefined }> {
  let claimed: OutboundMessage | undefined;
  const claim = (current: Conversation): Conversation => {
    claimed = undefined;
    if (current.messages.some((other) => isSame(other, text))) return current;
    if (check(current) === false) return current;
    claimed = {
      ...text,
      direction: 'out',
      id: conversationRef(current.id, current.messages.length),
      at: deps.clock.now().toISOString(),
      state: 'claimed',
      reason: null,
    };
    return also({ ...current, messages: [...current.messages, claimed] });
  };
  try {
    const conversation = await changeConversation(deps, id, claim);
    return { conversation, claimed };
  } catch (error) {
    if (claimed && error instanceof StorageError) withdraw(deps, id, claimed);
    throw error;
  }
}

function isSame(other: Conversation['messages'][number], { cause }: DirectText): boolean {
  return other.direction === 'out' && other.cause === cause && other.state !== 'not_sent';
}

/** It may have been stored after all. Nobody sends it, and the conversation must not say for ever that it is on its way. */
function withdraw(deps: Deps, id: ConversationId, message: OutboundMessage): void {
  recordAnswer(deps, id, message, { state: 'not_sent', reason: 'storage' }).catch((error: unknown) =>
    deps.log.error({ conversationId: id, err: error }, 'A text that was not sent could not be marked so'),
  );
}

type DirectOptions = { confirmsOptOut?: boolean; signal?: AbortSignal; seen?: number; untilMs?: number };

/**
 * Sends one stored outbound message of a conversation: it is on disk as claimed before the request leaves, so a crash
 * leaves doubt about it, never a second text. A person who opted out meanwhile gets only the confirmation of that.
 * `seen`: how many of their texts it answers; it is not sent over one more, which came while it waited for its turn.
 * `untilMs`, monotonic: sent later it would do harm.
 */
export async function sendDirect(
  deps: Deps,
  limits: RateLimits,
  conversation: Conversation,
  message: OutboundMessage,
  { confirmsOptOut = false, signal, seen, untilMs = Number.POSITIVE_INFINITY }: DirectOptions = {},
): Promise<Conversation> {
  await deps.gateway.prepare();
  const isOurTurn = await limits.take(conversation.sender, signal);
  const current = seen === undefined ? undefined : await deps.store.conversations.get(conversation.id);
  const isBlocked = !confirmsOptOut && deps.store.suppressions.blocks(conversation.number);
  const after: StateAfter = !isOurTurn
    ? { state: 'not_sent', reason: 'stopping' }
    : isBlocked
      ? { state: 'not_sent', reason: 'opted_out' }
      : current && unseenTexts(current, seen ?? 0).length > 0
        ? { state: 'not_sent', reason: 'wrote_again' }
        : deps.clock.monotonicMs() > untilMs
          ? { state: 'not_sent', reason: 'too_late' }
          : await hand(deps, conversation, message);
  return recordAnswer(deps, conversation.id, message, after);
}

/** Writes what became of a claimed message, unless a receipt was faster. Waits for a disk in trouble. */
function recordAnswer(
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
async function hand(
  deps: Deps,
  { id, number, sender, campaignId }: Conversation,
  message: OutboundMessage,
): Promise<StateAfter> {
  const outcome = await sendOnce(deps, { to: number, from: sender, text: message.text, ref: message.id });
  await optOutRefused(deps, outcome, { number, campaignId });
  if (outcome.kind !== 'accepted') {
    deps.log.warn({ conversationId: id, outcome: outcome.kind }, 'An answer was not accepted');
  }
  return stateAfter(outcome);
}

type Also = NonNullable<Parameters<Deps['store']['conversations']['save']>[1]>;

/** Compare-and-set on the conversation, with its posts in the chat brought up to date, and what `also` owes, in the same step. */
export async function changeConversation(
  { store, announcer, clock }: Deps,
  id: ConversationId,
  change: (conversation: Conversation) => Conversation,
  causes: Also | ((changed: Conversation) => Promise<Also>) = {},
): Promise<Conversation> {
  for (;;) {
    const conversation = await needConversation({ store }, id);
    const changed = change(conversation);
    if (changed === conversation) {
      await store.durable();
      return conversation;
    }

    const also = typeof causes === 'function' ? await causes(changed) : causes;
    const announcements = [...(await newsOf({ store, clock }, conversation, changed)), ...(also.announcements ?? [])];
    const saved = await store.conversations.save(changed, { ...also, announcements });
    if (saved === 'stale') continue;

    announcer.wake();
    if (conversation.campaignId) announcer.refresh(conversation.campaignId);
    return saved;
  }
}

/**
 * What the team is owed: an edit of the card, or the card itself if a text that nobody had to see now needs somebody. A
 * conversation without a card, and on that of a group, owes nothing.
 */
async function newsOf(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  before: Conversation,
  after: Conversation,
): Promise<Announcement[]> {
  const change = conversationChanged(before, clock.now());
  if (hasCard(after)) return [change];
  const last = after.messages.findLast((message) => message.direction === 'in');
  const waitsAgain = !isUnanswered(before) && isUnanswered(after);
  if (last && waitsAgain && !(await isOnGroupCard(store, before, after))) {
    return [replyCame({ ...after, messageId: last.id }, clock.now())];
  }
  const pending = await store.announcements.pending();
  return pending.some((owed) => owed.kind === 'inbound' && owed.conversationId === after.id) ? [change] : [];
}

/** Whom an answer to all did not reach stays where they were; what a member re-opened is shown by itself. */
async function isOnGroupCard(store: Deps['store'], before: Conversation, after: Conversation): Promise<boolean> {
  const [was, is] = [before.decisions?.at(-1), after.decisions?.at(-1)];
  if (after.campaignId === null || (is !== was && is?.kind === 'reopened')) return false;
  const says = saysOf(after);
  const groups = await store.campaigns.groups(after.campaignId);
  return groups.some((group) => group.says === says && group.post !== null);
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
