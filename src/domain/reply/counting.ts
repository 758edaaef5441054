import type { Conversation } from './conversation.ts';
import { isCountable, isCounted } from './counted.ts';
import type { Counting } from './group.ts';
import { textsThatWait } from './groups.ts';

/**
 * The conversation with what waits in it counted. The same one back if something else was said before: after an answer
 * of the team's, “yes” means that.
 */
export function asCounted(conversation: Conversation, { id, label, at }: Counting): Conversation {
  const texts = new Set<unknown>(textsThatWait(conversation));
  const before = conversation.messages.filter((message) => !texts.has(message));
  if (texts.size === 0 || !isCountable({ ...conversation, messages: before }, label)) return conversation;
  const messages = conversation.messages.map((message) =>
    message.direction === 'in' && texts.has(message)
      ? { ...message, reading: 'expected' as const, countedAs: label, countedWith: id }
      : message,
  );
  return { ...conversation, messages, status: 'handled', handledBy: null, outcome: { label, by: null, at } };
}

/** Was it counted by that decision, and has nobody answered or decided otherwise? */
export function isCountedWith(conversation: Conversation, { id }: Counting): boolean {
  const at = conversation.messages.findIndex((message) => message.direction === 'in' && message.countedWith === id);
  if (at < 0 || !isCounted(conversation)) return false;
  return !conversation.messages
    .slice(at)
    .some((message) => message.direction === 'out' && message.purpose === 'answer' && message.state !== 'not_sent');
}

/** The conversation as it waits again. */
export function withoutCounting(conversation: Conversation, { id }: Counting): Conversation {
  const messages = conversation.messages.map((message) =>
    message.direction === 'in' && message.countedWith === id ? { ...message, reading: 'reply' as const } : message,
  );
  // What was counted by itself before says the same, and still counts.
  const isStillCounted = messages.some((message) => message.direction === 'in' && message.reading === 'expected');
  const outcome = isStillCounted ? (conversation.outcome ?? null) : null;
  return { ...conversation, messages, status: 'open', handledBy: null, outcome };
}
