import { openTimeUntil } from '../pace/open-time.ts';
import type { SendingHours } from '../pace/sending-hours.ts';
import type { Happened } from '../rehearsal/foretold.ts';
import type { Conversation } from '../reply/conversation.ts';
import { type Dealing, dealingsIn } from './dealings.ts';

/** How many replies were open at once at the most, and how long the longest waited, until now. */
export function openAndWaits(
  conversations: readonly Conversation[],
  hours: SendingHours | null,
  now: Date,
): Omit<Happened, 'doneMs'> {
  const dealings = conversations.flatMap(dealingsIn);
  const [first] = dealings.map(({ since }) => Date.parse(since)).sort((a, b) => a - b);
  if (first === undefined) return { mostOpen: 0, longestWait: 0 };
  const openTime = openTimeUntil(hours, { earliest: new Date(first), until: now });
  const waitMs = ({ since, at }: Dealing) => openTime(new Date(since)) - (at === null ? 0 : openTime(new Date(at)));
  const longestMs = dealings.reduce((longest, one) => Math.max(longest, waitMs(one)), 0);
  return { mostOpen: mostAtOnce(dealings, now), longestWait: longestMs / 1_000 };
}

function mostAtOnce(dealings: readonly Dealing[], now: Date): number {
  const changes = dealings
    .flatMap(({ since, at }) => [
      { ms: Date.parse(since), by: 1 },
      { ms: at === null ? now.getTime() : Date.parse(at), by: -1 },
    ])
    .sort((a, b) => a.ms - b.ms || a.by - b.by);
  let [open, most] = [0, 0];
  for (const { by } of changes) {
    open += by;
    most = Math.max(most, open);
  }
  return most;
}
