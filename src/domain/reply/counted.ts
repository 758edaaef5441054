import type { Answering, ExpectedAnswer } from '../answering/answering.ts';
import { type Conversation, isAnswer } from './conversation.ts';

/**
 * May a text that says what was expected be counted without anybody reading it? Only while nothing else was said: after
 * an answer of the team's, "yes" means that, and another label is a second thought.
 */
export function isCountable(known: Conversation | undefined, label: string): boolean {
  if (!known) return true;
  if (known.outcome && known.outcome.label !== label) return false;
  return known.messages.every((message) =>
    message.direction === 'in'
      ? message.reading === 'quotation' ||
        message.reading === 'automatic' ||
        (message.reading === 'expected' && message.countedAs === label)
      : message.purpose !== 'answer' || message.state === 'not_sent',
  );
}

/** Was everything that the person wrote counted or asks for nothing, and has nobody decided otherwise? */
export function isCounted({ messages, outcome, status }: Conversation): boolean {
  return (
    status === 'handled' &&
    outcome?.by === null &&
    messages.some((message) => message.direction === 'in' && message.reading === 'expected')
  );
}

/** Was it counted, or has a member corrected what it was counted as? Whoever the team has answered is neither. */
export function wasCounted(conversation: Conversation): boolean {
  const { messages, outcome, status } = conversation;
  if (isCounted(conversation)) return true;
  const isExpected = messages.some((message) => message.direction === 'in' && message.reading === 'expected');
  return status === 'handled' && Boolean(outcome) && isExpected && !messages.some(isAnswer);
}

/** The thank-you that the person has not had: one for a conversation, none after a word that was not counted or an agent's. */
export function owedThanks(
  conversation: Conversation,
  { expected }: Pick<Answering, 'expected'>,
): (ExpectedAnswer & { thankYou: string }) | null {
  if (!isCounted(conversation)) return null;
  const { messages, outcome } = conversation;
  if (
    messages.some(
      (message) =>
        message.direction === 'out' &&
        (message.purpose === 'thank_you' || message.purpose === 'answer') &&
        message.state !== 'not_sent',
    )
  ) {
    return null;
  }
  const last = messages.findLast((message) => message.direction === 'in' && message.reading !== 'quotation');
  if (last?.direction !== 'in' || last.reading !== 'expected' || last.countedWith !== undefined) return null;
  const answer = expected.find(({ label }) => label === outcome?.label);
  return answer && answer.thankYou !== null ? { ...answer, thankYou: answer.thankYou } : null;
}

/** The conversation as it waits for the team again: what was counted, or read as a machine's, is a reply like others. */
export function asReopened(conversation: Conversation): Conversation {
  const messages = conversation.messages.map((message) =>
    message.direction === 'in' && (message.reading === 'expected' || message.reading === 'automatic')
      ? { ...message, reading: 'reply' as const }
      : message,
  );
  const outcome = conversation.outcome?.by === null ? null : conversation.outcome;
  return { ...conversation, messages, status: 'open', handledBy: null, ...(outcome !== undefined && { outcome }) };
}

/** The outcome that a conversation has. Whoever was counted and wrote again has none before somebody has looked. */
export function endedWith({ outcome, status }: Pick<Conversation, 'outcome' | 'status'>): string | null {
  return outcome && (outcome.by !== null || status === 'handled') ? outcome.label : null;
}

export type OutcomeCount = { label: string; people: number };

/** How many conversations ended with each outcome, in the order of `labels`, then as they are found; none with 0. */
export function countOutcomes(
  conversations: readonly Pick<Conversation, 'outcome' | 'status'>[],
  labels: readonly string[],
): OutcomeCount[] {
  const counts = new Map(labels.map((label) => [label, 0]));
  for (const label of conversations.flatMap((conversation) => endedWith(conversation) ?? []))
    counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].flatMap(([label, people]) => (people > 0 ? [{ label, people }] : []));
}
