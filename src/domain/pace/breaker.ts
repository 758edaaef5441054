import type { SendOutcome } from '../recipient/send-outcome.ts';

/** What a campaign's last outcomes say about whether sending on makes sense. It begins anew when a person resumes. */
export type Breaker = {
  /** Unconfirmed outcomes since the last clear answer, however far apart: a slow campaign's doubt must not grow unbounded. */
  doubtsInRow: number;
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

export const closedBreaker: Breaker = { doubtsInRow: 0, refusedInRow: 0, refused: 0, judged: 0, notSentInRow: 0 };

const limits = {
  doubts: 5,
  refusedInRow: 20,
  refusedShare: 0.05,
  judgedAtLeast: 100,
  /** Beyond this many the older half counts half, so that a late change still shows. */
  judgedAtMost: 2000,
  notSent: 5,
  backOffMs: 5000,
  longestBackOffMs: 300_000,
};

export function observe(state: Breaker, outcome: SendOutcome['kind']): Breaker {
  switch (outcome) {
    case 'accepted':
      return { ...judge(state, 0), doubtsInRow: 0, refusedInRow: 0, notSentInRow: 0 };
    case 'refused':
      return { ...judge(state, 1), doubtsInRow: 0, refusedInRow: state.refusedInRow + 1, notSentInRow: 0 };
    case 'unconfirmed':
      return { ...state, doubtsInRow: state.doubtsInRow + 1, notSentInRow: 0 };
    case 'not_sent':
      return { ...state, notSentInRow: state.notSentInRow + 1 };
    case 'throttled':
    case 'halted':
      return { ...state, doubtsInRow: 0, notSentInRow: 0 };
  }
}

export function verdict(state: Breaker): Verdict {
  if (state.doubtsInRow >= limits.doubts) {
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

/** Five in a row wait 5 s, and every further five twice as long, up to 5 minutes. */
function backOff(notSentInRow: number): number {
  const doublings = Math.min(10, Math.floor(notSentInRow / limits.notSent) - 1);
  return Math.min(limits.longestBackOffMs, limits.backOffMs * 2 ** doublings);
}
