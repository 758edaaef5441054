import type { CampaignId, ConversationId, UserId } from '../../../src/domain/ids.ts';

/** An agent has a reply before them, as they know it; by our wall clock, which claims go by. */
export type Hand = { by: UserId; fromMs: number; untilMs: number };

/** What agents, and those whom they answer, know for sure. */
export type AnsweringLedger = {
  hands: Map<ConversationId, Hand>;
  /** When each was last let go, by anybody. */
  freedAtMs: Map<ConversationId, number>;
  /** When an admin last freed all that a member has. */
  allFreedAtMs: Map<UserId, number>;
  /** Who has left, and when. */
  leftAtMs: Map<UserId, number>;
  /** Texts to groups, with what everybody of the group says. */
  groupTexts: Map<string, string>;
  /** When a campaign's last nudge was posted. */
  nudgedAtMs: Map<CampaignId, { id: string; atMs: number }>;
  counts: { claims: number; groupAnswers: number; thanks: number; forgotten: number };
};

export function emptyAnswering(): AnsweringLedger {
  return {
    hands: new Map(),
    freedAtMs: new Map(),
    allFreedAtMs: new Map(),
    leftAtMs: new Map(),
    groupTexts: new Map(),
    nudgedAtMs: new Map(),
    counts: { claims: 0, groupAnswers: 0, thanks: 0, forgotten: 0 },
  };
}
