import type { Instant, UserId } from '../ids.ts';
import { type Conversation, isAnswer, waitsForTeam, waitsFrom } from '../reply/conversation.ts';

/** Somebody answered or handled a reply that had come at `cameMs`. */
export type Deed = { by: string; atMs: number; cameMs: number };

/** `handledAnHour`: what those who answer now get through while there is something to do. */
export type AtWork = { handledAnHour: number; answering: number };

/** Somebody answers now who did so within this time. */
const answeringMs = 30 * 60_000;
export const watchedMs = 60 * 60_000;
/** A team that nobody has seen at work is taken for one person who takes this long for a reply, as if seen so often. */
const usual = { ms: 90_000, times: 3 };
/** Handled together, several replies took time all the same; and whoever took longer did something else as well. */
const attentionMs = { least: 10_000, most: 10 * 60_000 };

/** `openSinceMs`: since when the longest waiting reply waits; null: none does. */
export function atWork(deeds: readonly Deed[], openSinceMs: number | null, nowMs: number): AtWork {
  const recent = deeds.filter(({ atMs }) => atMs > nowMs - watchedMs && atMs <= nowMs).sort((a, b) => a.atMs - b.atMs);
  const last = new Map<string, number>();
  let [spentMs, times] = [usual.ms * usual.times, usual.times];
  for (const { by, atMs, cameMs } of recent) {
    const before = last.get(by) ?? Number.NEGATIVE_INFINITY;
    spentMs += Math.min(attentionMs.most, Math.max(attentionMs.least, atMs - Math.max(cameMs, before)));
    times += 1;
    last.set(by, atMs);
  }
  const answering = [...last.values()].filter((atMs) => atMs > nowMs - answeringMs).length;
  // What they have not done yet, though it waits, counts as well: so a break shows while it lasts.
  const idleFrom = Math.max(openSinceMs ?? nowMs, ...last.values());
  const idleMs = openSinceMs === null ? 0 : Math.max(0, nowMs - Math.max(idleFrom, openSinceMs));
  const isAway = answering === 0 && idleMs > answeringMs / 3;
  const people = isAway ? 0 : Math.max(1, answering);
  return { handledAnHour: (people * times * 3_600_000) / (spentMs + idleMs * Math.max(1, answering)), answering };
}

/** What people did for a conversation, and whether its person has written anything that waits for the team. */
export type DealtWith = { deeds: readonly Deed[]; hasReply: boolean };

/** A conversation is never changed in place, and a team has many that nobody touches any more. */
const known = new WeakMap<Conversation, DealtWith>();
const untouched: Record<'silent' | 'waiting', DealtWith> = {
  silent: { deeds: [], hasReply: false },
  waiting: { deeds: [], hasReply: true },
};

export function dealtWith(conversation: Conversation): DealtWith {
  const before = known.get(conversation);
  if (before) return before;
  const deeds = deedsIn(conversation);
  const hasReply = conversation.messages.some(waitsForTeam);
  const found = deeds.length > 0 ? { deeds, hasReply } : untouched[hasReply ? 'waiting' : 'silent'];
  known.set(conversation, found);
  return found;
}

function deedsIn({ messages, decisions = [] }: Conversation): Deed[] {
  const deeds: { by: UserId; at: Instant; after: number }[] = [
    ...messages.flatMap((message, no) =>
      message.direction === 'out' && message.by !== null && isAnswer(message)
        ? [{ by: message.by, at: message.at, after: no }]
        : [],
    ),
    ...decisions.filter(({ kind }) => kind === 'handled'),
  ];
  return deeds.flatMap(({ by, at, after }) => {
    const asked = messages.slice(0, after).findLast(waitsForTeam);
    return asked ? [{ by, atMs: Date.parse(at), cameMs: Date.parse(waitsFrom(asked)) }] : [];
  });
}
