import type { SendOutcome } from './send-outcome.ts';

/** What a campaign's last outcomes say about whether sending on makes sense. It begins anew when a person resumes. */
export type Breaker = {
  /** When the last unconfirmed outcomes came, in milliseconds, newest last; emptied by any clear answer. */
  doubtsAtMs: readonly number[];
  refusedInRow: number;
  refused: number;
  /** Accepted and refused ones: what the share of refused ones is taken of. */
  judged: number;
  notSentInRow: number;
};

export type Verdict =
  | 'closed'
  | { pause: 'provider_trouble' | 'bad_content'; detail: string }
  /** Nothing reaches the provider: wait that long before the next try. */
  | { backOffMs: number };

export const closedBreaker: Breaker = { doubtsAtMs: [], refusedInRow: 0, refused: 0, judged: 0, notSentInRow: 0 };

const limits = {
  doubts: 5,
  doubtsWithinMs: 60_000,
  refusedInRow: 20,
  refusedShare: 0.05,
  judgedAtLeast: 100,
  /** Beyond this many the older half counts half, so that a late change still shows. */
  judgedAtMost: 2000,
  notSent: 5,
  backOffMs: 5000,
  longestBackOffMs: 300_000,
};

export function observe(state: Breaker, outcome: SendOutcome['kind'], now: Date): Breaker {
  switch (outcome) {
    case 'accepted':
      return { ...judge(state, 0), doubtsAtMs: [], refusedInRow: 0, notSentInRow: 0 };
    case 'refused':
      return { ...judge(state, 1), doubtsAtMs: [], refusedInRow: state.refusedInRow + 1, notSentInRow: 0 };
    case 'unconfirmed':
      return { ...state, doubtsAtMs: [...state.doubtsAtMs, now.getTime()].slice(-limits.doubts), notSentInRow: 0 };
    case 'not_sent':
      return { ...state, notSentInRow: state.notSentInRow + 1 };
    case 'throttled':
    case 'halted':
      return { ...state, doubtsAtMs: [], notSentInRow: 0 };
  }
}

export function verdict(state: Breaker): Verdict {
  if (isDoubtful(state)) {
    return { pause: 'provider_trouble', detail: `${limits.doubts} messages in a row got no clear answer.` };
  }
  if (state.refusedInRow >= limits.refusedInRow) {
    return { pause: 'bad_content', detail: `The last ${state.refusedInRow} messages were all refused.` };
  }
  if (state.judged >= limits.judgedAtLeast && state.refused > state.judged * limits.refusedShare) {
    const detail = `${state.refused} of the last ${state.judged} messages were refused, more than 5 %.`;
    return { pause: 'bad_content', detail };
  }
  if (state.notSentInRow >= limits.notSent) return { backOffMs: backOff(state.notSentInRow) };
  return 'closed';
}

function judge(state: Breaker, refused: 0 | 1): Breaker {
  const isFull = state.judged >= limits.judgedAtMost;
  const before = isFull ? { refused: Math.floor(state.refused / 2), judged: Math.floor(state.judged / 2) } : state;
  return { ...state, refused: before.refused + refused, judged: before.judged + 1 };
}

function isDoubtful({ doubtsAtMs }: Breaker): boolean {
  const [first, last] = [doubtsAtMs[0], doubtsAtMs.at(-1)];
  if (doubtsAtMs.length < limits.doubts || first === undefined || last === undefined) return false;
  return last - first <= limits.doubtsWithinMs;
}

/** Five in a row wait 5 s, and every further five twice as long, up to 5 minutes. */
function backOff(notSentInRow: number): number {
  const doublings = Math.min(10, Math.floor(notSentInRow / limits.notSent) - 1);
  return Math.min(limits.longestBackOffMs, limits.backOffMs * 2 ** doublings);
}
