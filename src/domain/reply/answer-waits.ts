import type { UserId } from '../ids.ts';
import type { Conversation } from './conversation.ts';
import { waitsForTeam, waitsFrom } from './conversation.ts';

/** How long people waited for the team, in milliseconds, and who ended how many waits. */
export type AnswerWaits = {
  answered: number;
  medianMs: number;
  p90Ms: number;
  longestMs: number;
  byMember: readonly { member: UserId; answered: number }[];
};

type Wait = { ms: number; by: UserId | null };

/** From a person's first text that waited to the answer or handling that ended it. Null: nobody has been answered. */
export function answerWaits(conversations: readonly Conversation[]): AnswerWaits | null {
  const waits = conversations.flatMap(waitsIn);
  if (waits.length === 0) return null;
  const sorted = waits.map(({ ms }) => ms).sort((a, b) => a - b);
  const members = new Map<UserId, number>();
  for (const { by } of waits) if (by) members.set(by, (members.get(by) ?? 0) + 1);
  const byMember = [...members]
    .map(([member, answered]) => ({ member, answered }))
    .sort((a, b) => b.answered - a.answered || (a.member < b.member ? -1 : 1));
  return {
    answered: waits.length,
    medianMs: atShare(sorted, 0.5),
    p90Ms: atShare(sorted, 0.9),
    longestMs: atShare(sorted, 1),
    byMember,
  };
}

/** The smallest wait that this share of all waits does not exceed. */
function atShare(sorted: readonly number[], share: number): number {
  return sorted[Math.ceil(sorted.length * share) - 1]!;
}

/** Decisions stand between the texts that their member had seen: `after` says where. */
function waitsIn({ messages, decisions = [] }: Conversation): Wait[] {
  const waits: Wait[] = [];
  let since: number | null = null;
  const end = (at: string, by: UserId | null) => {
    if (since !== null) waits.push({ ms: Math.max(0, Date.parse(at) - since), by });
    since = null;
  };
  for (let index = 0; index <= messages.length; index += 1) {
    for (const { kind, after, at, by } of decisions) {
      if (after === index && (kind === 'handled' || kind === 'opted_out')) end(at, by);
    }
    const message = messages[index];
    if (!message) continue;
    if (waitsForTeam(message)) since ??= Date.parse(waitsFrom(message));
    else if (message.direction === 'out' && message.purpose === 'answer' && message.state !== 'not_sent')
      end(message.at, message.by);
  }
  return waits;
}
