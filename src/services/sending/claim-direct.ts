import type { ConversationId } from '../../domain/ids.ts';
import { type Conversation, conversationRef, type OutboundMessage } from '../../domain/reply/conversation.ts';
import { StorageError } from '../../ports/store.ts';
import type { Deps } from '../deps.ts';
import { changeConversation, recordAnswer } from './send-direct.ts';

export type DirectText = Pick<OutboundMessage, 'text' | 'purpose' | 'cause' | 'by' | 'about'>;

/**
 * Writes an outbound message into its conversation as claimed, once for each cause, unless an earlier one surely was
 * not sent. `claimed` is undefined when there is one already; only the caller that gets it may send it. `check` throws
 * to forbid.
 */
export async function claimDirect(
  deps: Deps,
  id: ConversationId,
  text: DirectText,
  check: (conversation: Conversation) => void = () => {},
): Promise<{ conversation: Conversation; claimed: OutboundMessage | undefined }> {
  let claimed: OutboundMessage | undefined;
  const claim = (current: Conversation): Conversation => {
    claimed = undefined;
    if (current.messages.some((other) => isSame(other, text))) return current;
    check(current);
    claimed = {
      ...text,
      direction: 'out',
      id: conversationRef(current.id, current.messages.length),
      at: deps.clock.now().toISOString(),
      state: 'claimed',
      reason: null,
    };
    return { ...current, messages: [...current.messages, claimed] };
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
