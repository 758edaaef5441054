import { isOver } from '../../domain/campaign/campaign-status.ts';
import { CampaignError } from '../../domain/campaign-error.ts';
import type { ConversationId, UserId } from '../../domain/ids.ts';
import { placeOfNumber } from '../../domain/place/number-place.ts';
import { readPersonsWord, type TypedWord, wordInWords } from '../../domain/place/read-persons-word.ts';
import { type Residence, whereTaken } from '../../domain/place/residence.ts';
import type { Whereabouts } from '../../domain/place/whereabouts.ts';
import { type Conversation, textsIn, withDecision } from '../../domain/reply/conversation.ts';
import { requireCreator } from '../authority.ts';
import type { Deps } from '../deps.ts';
import { changeConversation, needConversation } from '../sending/send-direct.ts';

/** Where a person is taken to be, and what they said of it, if anything. */
export type TakenToBe = { conversation: Conversation; where: Whereabouts; residence: Residence | null };

/** Where people say they live. Each door is told who acts and checks it. */
export type ResidenceDoors = {
  whereTheyAre(id: ConversationId, by: UserId): Promise<TakenToBe>;
  /**
   * Takes the place of what the number and the lists say, in every campaign, from the next claim on. Both empty takes it
   * back. Throws a CampaignError for what names no place, or two.
   */
  livesElsewhere(id: ConversationId, typed: TypedWord & { by: UserId }): Promise<Conversation>;
};

export function createResidences(deps: Deps): ResidenceDoors {
  const { store, people, clock, announcer } = deps;
  const checkAgent = async (by: UserId): Promise<void> => requireCreator(deps, await people.findNowOrLately(by));

  return {
    whereTheyAre: async (id, by) => {
      await checkAgent(by);
      const conversation = await needConversation(deps, id);
      const { number, campaignId } = conversation;
      const residence = (await store.residences.get(number)) ?? null;
      const [listed] = campaignId ? await store.recipients.onLists(number, [campaignId], 1) : [];
      return { conversation, where: whereTaken(number, { listed: listed?.place, residence }), residence };
    },

    livesElsewhere: async (id, { by, ...typed }) => {
      await checkAgent(by);
      const word = readPersonsWord(typed);
      const { number } = await needConversation(deps, id);
      if (word === null && !(await store.residences.get(number))) throw saysNothing();
      const at = clock.now().toISOString();
      const label = word && wordInWords(word, placeOfNumber(number).country);
      const changed = await changeConversation(
        deps,
        id,
        (current) => withDecision(current, { kind: 'lives', by, at, seen: textsIn(current), label }),
        { residence: { number, word, by, at } },
      );
      // Their hold lines name places.
      for (const campaign of await store.campaigns.list()) if (!isOver(campaign.status)) announcer.refresh(campaign.id);
      return changed;
    },
  };
}

function saysNothing(): CampaignError {
  return new CampaignError('no_place', 'Write the state or country in which they live, or press Not now.', 'livesIn');
}
