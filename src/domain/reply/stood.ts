import { z } from 'zod';
import type { UserId } from '../ids.ts';
import { type Conversation, isAnswer } from './conversation.ts';

/** How a conversation stood when a window opened on it: how much was said, and whether it was handled. */
export const Stood = z.object({ said: z.int().min(0), isHandled: z.boolean() });
export type Stood = z.infer<typeof Stood>;

export function howItStands({ messages, status }: Conversation): Stood {
  return { said: messages.length, isHandled: status === 'handled' };
}

/** Has somebody else answered it since, or handled what was open? */
export function wasDoneSince(conversation: Conversation, stood: Stood, by: UserId): boolean {
  const { messages, status, handledBy } = conversation;
  if (!stood.isHandled && status === 'handled' && handledBy !== by) return true;
  return messages
    .slice(stood.said)
    .some((message) => isAnswer(message) && message.direction === 'out' && message.by !== by);
}
