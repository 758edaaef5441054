import { answeringLimits } from '../../../domain/answering/answering.ts';
import { CampaignError } from '../../../domain/campaign-error.ts';
import type { UserId } from '../../../domain/ids.ts';
import { plainText } from '../../../domain/plain-text.ts';
import { atRest } from '../../../domain/reply/claim.ts';
import { type Conversation, textsIn, withDecision } from '../../../domain/reply/conversation.ts';
import { asCounted, isCountedWith, withoutCounting } from '../../../domain/reply/counting.ts';
import type { Counting } from '../../../domain/reply/group.ts';
import { isIn } from '../../../domain/reply/groups.ts';
import { requireCounter, requireCreator, requireReader } from '../../authority.ts';
import type { Deps } from '../../deps.ts';
import { needCampaign } from '../../lifecycle/change-campaign.ts';
import { newAnnouncementId } from '../../new-id.ts';
import { changeConversation } from '../../sending/send-direct.ts';
import { countedCard } from '../counted-as.ts';
import { changeGroup, type GroupRef, type KnownGroup, needGroup } from './need-group.ts';
import { someAtOnce } from './some-at-once.ts';

/** Same words counted for the rest of the campaign. Each is told who acts and checks it. */
export type CountingDoors = {
  /** For the window that asks as what: whoever may not count is told so before it opens. */
  checkCounter(ref: GroupRef, by: UserId): Promise<KnownGroup>;
  /** Counts those who say this, now and from now on, under a label; nobody is thanked. Tells how many there are now. */
  countGroup(ref: GroupRef, input: { label: string; by: UserId }): Promise<number>;
  /** Counts no more, and whoever was counted so waits again unless somebody has decided otherwise. Tells how many. */
  stopCounting(ref: GroupRef, by: UserId): Promise<number>;
};

export function createCounting(deps: Deps): CountingDoors {
  const { store, people, clock, log } = deps;

  const change = (id: Conversation['id'], to: (current: Conversation) => Conversation): Promise<boolean> => {
    let isChanged = false;
    return changeConversation(deps, id, (current) => {
      const changed = to(current);
      isChanged = changed !== current;
      return changed;
    }).then(() => isChanged);
  };

  const decided = (current: Conversation, by: UserId): Conversation =>
    withDecision(current, {
      kind: 'outcome',
      label: current.outcome?.label ?? null,
      by,
      at: clock.now().toISOString(),
      seen: textsIn(current),
    });

  return {
    checkCounter: async (ref, by) => {
      const person = await people.find(by);
      requireReader(deps, person);
      requireCounter(deps, person, await needCampaign(store, ref.campaignId));
      return needGroup(deps, ref);
    },

    countGroup: async (ref, { label: typed, by }) => {
      const person = await people.findNow(by);
      requireReader(deps, person);
      requireCounter(deps, person, await needCampaign(store, ref.campaignId));
      const label = readLabel(typed);
      const wanted: Counting = { id: newAnnouncementId(), label, by, at: clock.now().toISOString() };
      const { counts } = await changeGroup(deps, ref, (group) => {
        if (group.counts?.label === label) return group;
        if (group.counts) throw countedAlready(group.counts);
        return { ...group, counts: wanted };
      });
      const counting = counts ?? wanted;
      const { members } = await needGroup(deps, ref);
      const counted = await someAtOnce(members, ({ id }) =>
        change(id, (current) => {
          if (!isIn(current, ref.says, clock.now())) return current;
          const after = asCounted(current, counting);
          return after === current ? current : atRest(decided(after, by));
        }),
      );
      if (counted > 0) await store.announcements.add(await countedCard(deps, ref.campaignId));
      deps.announcer.wake();
      log.info({ campaignId: ref.campaignId, by, counted }, 'Same words are counted from now on');
      return counted;
    },

    stopCounting: async (ref, by) => {
      requireCreator(deps, await people.findNowOrLately(by));
      const { group } = await needGroup(deps, ref);
      const { counts } = group;
      if (!counts) return 0;
      await changeGroup(deps, ref, (current) =>
        current.counts?.id === counts.id ? { ...current, counts: null } : current,
      );
      const counted = (await store.conversations.ofCampaign(ref.campaignId)).filter((one) =>
        isCountedWith(one, counts),
      );
      const reopened = await someAtOnce(counted, ({ id }) =>
        change(id, (current) =>
          isCountedWith(current, counts) ? decided(withoutCounting(current, counts), by) : current,
        ),
      );
      log.info({ campaignId: ref.campaignId, by, reopened }, 'Same words are counted no more');
      return reopened;
    },
  };
}

function readLabel(typed: string): string {
  const label = plainText(typed);
  if (label === '') throw new CampaignError('no_label', 'Choose an outcome, or type a new one.', 'outcome');
  if (label.length <= answeringLimits.label) return label;
  const sentence = `This outcome has ${label.length} characters; shorten it to ${answeringLimits.label}.`;
  throw new CampaignError('long_label', sentence, 'newOutcome');
}

function countedAlready({ label }: Counting): CampaignError {
  const sentence = `These are counted as “${label}” already. Press Undo on their card first.`;
  return new CampaignError('counted_already', sentence, 'outcome');
}
