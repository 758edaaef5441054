import type { UserId } from '../../../domain/ids.ts';
import { atRest } from '../../../domain/reply/claim.ts';
import { textsIn, withDecision } from '../../../domain/reply/conversation.ts';
import type { GroupAnswer } from '../../../domain/reply/group.ts';
import { hasWaitedSince, isIn, meantBy } from '../../../domain/reply/groups.ts';
import { requireCreator, requireReader } from '../../authority.ts';
import type { Deps } from '../../deps.ts';
import type { RateLimits } from '../../sending/rate-limits.ts';
import { changeConversation } from '../../sending/send-direct.ts';
import { createAnswerAll } from './answer-all.ts';
import { type CountingDoors, createCounting } from './counting.ts';
import { createGroupAnswers, type GroupAnswerDoors } from './group-answers.ts';
import { type GroupRef, type KnownGroup, needGroup } from './need-group.ts';
import { someAtOnce } from './some-at-once.ts';

/** Open conversations that say the same, taken together. Each is told who acts and checks it. */
export type SameWordsDoors = {
  /** For the windows about it. */
  showGroup(ref: GroupRef, by: UserId): Promise<KnownGroup>;
  /**
   * Nobody has to answer those who still say this, and whom nobody keeps; `seen`: only those whom an answer with these
   * would be meant for. Tells how many they were.
   */
  handleGroup(ref: GroupRef, by: UserId, seen?: Pick<GroupAnswer, 'of' | 'until'>): Promise<number>;
};

export type GroupDoors = SameWordsDoors & GroupAnswerDoors & CountingDoors;

export type Groups = { doors: GroupDoors; start(): Promise<void>; stop(): Promise<void> };

export function createGroups(deps: Deps, limits: RateLimits): Groups {
  const { people, clock } = deps;
  const answerAll = createAnswerAll(deps, limits);
  const doors: GroupDoors = {
    ...createGroupAnswers(deps, answerAll),
    ...createCounting(deps),

    showGroup: async (ref, by) => {
      requireReader(deps, await people.find(by));
      return needGroup(deps, ref);
    },

    handleGroup: async (ref, by, seen) => {
      requireCreator(deps, await people.findNowOrLately(by));
      const { members } = await needGroup(deps, ref);
      return someAtOnce(seen ? meantBy(seen, members) : members, async ({ id }) => {
        let isHandled = false;
        await changeConversation(deps, id, (current) => {
          isHandled = isIn(current, ref.says, clock.now()) && (!seen || hasWaitedSince(seen.until, current));
          if (!isHandled) return current;
          const decision = { kind: 'handled' as const, by, at: clock.now().toISOString(), seen: textsIn(current) };
          return atRest({ ...withDecision(current, decision), status: 'handled', handledBy: by });
        });
        return isHandled;
      });
    },
  };
  return { doors, start: answerAll.findInterrupted, stop: answerAll.stop };
}
