import type { Instant, UserId } from '../ids.ts';
import { type Conversation, isAnswer, waitsForTeam, waitsFrom } from '../reply/conversation.ts';

/** From the text that made a person wait to the answer, or to somebody's Handled; `at` and `by` are null while it waits. */
export type Dealing = { since: Instant; at: Instant | null; by: UserId | null };

/** Each time the person waited for the team, in order. What is counted, an opt-out or automatic makes nobody wait. */
export function dealingsIn({ messages, decisions = [], status }: Conversation): Dealing[] {
  const found: Dealing[] = [];
  let since: Instant | null = null;
  const end = (at: Instant | null, by: UserId | null): void => {
    if (since !== null) found.push({ since, at, by });
    since = null;
  };
  for (const [index, message] of messages.entries()) {
    for (const decision of decisions)
      if (decision.kind === 'handled' && decision.after === index) end(decision.at, decision.by);
    if (waitsForTeam(message)) since ??= waitsFrom(message);
    else if (message.direction === 'out' && isAnswer(message)) end(message.at, message.by);
  }
  for (const decision of decisions) {
    if (decision.kind === 'handled' && decision.after === messages.length) end(decision.at, decision.by);
  }
  if (status !== 'handled') end(null, null);
  return found;
}
