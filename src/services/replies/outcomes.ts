import type { ConversationId, UserId } from '../../domain/ids.ts';
import { type Conversation, textsIn, withDecision } from '../../domain/reply/conversation.ts';
import { asReopened } from '../../domain/reply/counted.ts';
import { requireCreator } from '../authority.ts';
import type { Deps } from '../deps.ts';
import { changeConversation, needConversation } from '../sending/send-direct.ts';
import { readOutcome } from './answer-rules.ts';

/** What conversations end with, as the team corrects it. Each is told who acts and checks it. */
export type OutcomeDoors = {
  /** Somebody has to look after all: it waits for the team again, and whatever it was counted as no longer counts. */
  reopen(id: ConversationId, by: UserId): Promise<Conversation>;
  /** One of the campaign's outcomes; null takes it away. */
  setOutcome(id: ConversationId, input: { label: string | null; by: UserId }): Promise<Conversation>;
};

export function createOutcomes(deps: Deps): OutcomeDoors {
  const { store, people, clock } = deps;
  const checkAgent = async (by: UserId): Promise<void> => requireCreator(deps, await people.findNowOrLately(by));
  const decision = (by: UserId, current: Conversation) => ({
    by,
    at: clock.now().toISOString(),
    seen: textsIn(current),
  });

  return {
    reopen: async (id, by) => {
      await checkAgent(by);
      return changeConversation(deps, id, (current) =>
        current.status === 'handled'
          ? withDecision(asReopened(current), { ...decision(by, current), kind: 'reopened' })
          : current,
      );
    },

    setOutcome: async (id, { label, by }) => {
      await checkAgent(by);
      const { campaignId } = await needConversation(deps, id);
      const campaign = campaignId ? await store.campaigns.get(campaignId) : undefined;
      readOutcome(label ?? undefined, campaign);
      return changeConversation(deps, id, (current) => {
        if ((current.outcome?.label ?? null) === label) return current;
        const at = clock.now().toISOString();
        const outcome = label === null ? null : { label, by, at };
        return { ...withDecision(current, { ...decision(by, current), kind: 'outcome', label }), outcome };
      });
    },
  };
}
