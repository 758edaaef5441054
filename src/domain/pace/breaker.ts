import type { SendOutcome } from '../recipient/send-outcome.ts';

/**
 * What the last outcomes say about whether to go on sending. Two breakers watch: one over all campaigns for trouble
 * with the provider, one over each campaign for refused content. Each is a small value that is emptied when a person
 * resumes.
 */

type Kind = SendOutcome['kind'];

/** Counted over all campaigns: unclear answers since the last clear one, however far apart, and tries that reached nobody. */
export type ProviderTrouble = { doubtsInRow: number; notSentInRow: number };

/** Stop, or wait that many milliseconds before the next try because nothing reaches the provider. */
type ProviderVerdict = 'go_on' | { pause: 'provider_trouble'; detail: string } | { backOffMs: number };

export const providerTrouble = {
  none: { doubtsInRow: 0, notSentInRow: 0 } satisfies ProviderTrouble,

  after(state: ProviderTrouble, kind: Kind): ProviderTrouble {
    switch (kind) {
      case 'accepted':
      case 'refused':
        return { doubtsInRow: 0, notSentInRow: 0 };
      case 'unconfirmed':
        return { doubtsInRow: state.doubtsInRow + 1, notSentInRow: 0 };
      case 'not_sent':
        return { ...state, notSentInRow: state.notSentInRow + 1 };
      case 'throttled':
      case 'halted':
        return state;
    }
  },

  meaning(state: ProviderTrouble): ProviderVerdict {
    if (state.doubtsInRow >= limits.doubts) {
      return { pause: 'provider_trouble', detail: `${limits.doubts} messages in a row got no clear answer.` };
    }
    if (state.notSentInRow >= limits.notSent) return { backOffMs: backOff(state.notSentInRow) };
    return 'go_on';
  },
};

/** Counted over one campaign; `judged`: the accepted and refused ones, of which the share is taken. */
export type ContentTrouble = { refusedInRow: number; refused: number; judged: number };

type ContentVerdict = 'go_on' | { pause: 'bad_content'; detail: string };

export const contentTrouble = {
  none: { refusedInRow: 0, refused: 0, judged: 0 } satisfies ContentTrouble,

  after(state: ContentTrouble, kind: Kind): ContentTrouble {
    if (kind !== 'accepted' && kind !== 'refused') return state;
    const isFull = state.judged >= limits.judgedAtMost;
    const before = isFull ? { refused: Math.floor(state.refused / 2), judged: Math.floor(state.judged / 2) } : state;
    const refused = kind === 'refused' ? 1 : 0;
    return {
      refusedInRow: refused * (state.refusedInRow + 1),
      refused: before.refused + refused,
      judged: before.judged + 1,
    };
  },

  meaning({ refusedInRow, refused, judged }: ContentTrouble): ContentVerdict {
    if (refusedInRow >= limits.refusedInRow) {
      return { pause: 'bad_content', detail: `The last ${refusedInRow} messages were all refused.` };
    }
    if (judged >= limits.judgedAtLeast && refused > judged * limits.refusedShare) {
      const detail = `${refused} of the last ${judged} messages were refused, more than 5 %.`;
      return { pause: 'bad_content', detail };
    }
    return 'go_on';
  },
};

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

/** Five in a row wait 5 s, and every further five twice as long, up to 5 minutes. */
function backOff(notSentInRow: number): number {
  const doublings = Math.min(10, Math.floor(notSentInRow / limits.notSent) - 1);
  return Math.min(limits.longestBackOffMs, limits.backOffMs * 2 ** doublings);
}
