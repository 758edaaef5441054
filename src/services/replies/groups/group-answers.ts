import { nothingForeseen } from '../../../domain/answering/answering.ts';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { CampaignError } from '../../../domain/campaign-error.ts';
import type { Instant, UserId } from '../../../domain/ids.ts';
import { parseTemplate, placeholders } from '../../../domain/message/template.ts';
import { type GroupAnswer, longestGroupAnswer, mostTyped, withAnswer } from '../../../domain/reply/group.ts';
import { meantBy } from '../../../domain/reply/groups.ts';
import { requireCreator } from '../../authority.ts';
import type { Deps } from '../../deps.ts';
import { refuseAnswerFromOlderFolder } from '../../folder/folder-question.ts';
import type { AnswerAll } from './answer-all.ts';
import { type AnswerPreview, previewAnswer } from './answer-preview.ts';
import { changeGroup, type GroupRef, needGroup } from './need-group.ts';

/** A text somebody wrote, or one of the campaign's canned answers by its place or its label. */
export type AnswerChoice = { typed: string } | { canned: number } | { label: string };

/** One answer to everybody of a group. Each is told who acts and checks it. */
export type GroupAnswerDoors = {
  /** What it comes to: how many, how it reads, what it costs. */
  previewAnswer(ref: GroupRef, input: { answer: AnswerChoice; by: UserId }): Promise<AnswerPreview>;
  /**
   * Sends it to those of whom the preview told, by `of` and `until`; a typed one to more than `mostTyped` waits for a
   * colleague instead. `key` names the form submission: the same one twice is one answer.
   */
  answerGroup(
    ref: GroupRef,
    input: { answer: AnswerChoice; of: number; until: Instant; key: string; by: UserId },
  ): Promise<GroupAnswer['state']>;
  /** A colleague's press on what somebody else proposed. */
  releaseAnswer(ref: GroupRef, answerId: string, by: UserId): Promise<void>;
  withdrawAnswer(ref: GroupRef, answerId: string, by: UserId): Promise<void>;
};

export function createGroupAnswers(deps: Deps, answerAll: Pick<AnswerAll, 'begin'>): GroupAnswerDoors {
  const { people, clock, log } = deps;
  const checkAgent = async (by: UserId, find = people.findNow): Promise<void> => requireCreator(deps, await find(by));

  return {
    previewAnswer: async (ref, { answer, by }) => {
      await checkAgent(by, people.find);
      const known = await needGroup(deps, ref);
      return previewAnswer(deps, known, { text: readAnswer(answer, known.campaign), isTyped: 'typed' in answer });
    },

    answerGroup: async (ref, { answer, of, until, key, by }) => {
      await checkAgent(by);
      refuseAnswerFromOlderFolder(deps);
      const { campaign, members } = await needGroup(deps, ref);
      const text = readAnswer(answer, campaign);
      const people = meantBy({ of, until }, members).length;
      const state = 'typed' in answer && people > mostTyped ? ('proposed' as const) : ('sending' as const);
      const at = clock.now().toISOString();
      const wanted = { id: key, text, by, at, until, of: people, state, releasedBy: null };
      const { isNew, stored } = await setAnswer(ref, wanted);
      if (isNew) log.info({ campaignId: ref.campaignId, by, people, state }, 'An answer to a group');
      if (isNew && state === 'sending') answerAll.begin(ref, stored);
      return stored.state;
    },

    releaseAnswer: async (ref, answerId, by) => {
      await checkAgent(by);
      refuseAnswerFromOlderFolder(deps);
      const { members } = await needGroup(deps, ref);
      let released: GroupAnswer | undefined;
      await changeGroup(deps, ref, (group) => {
        released = undefined;
        const { answer } = group;
        if (answer?.id !== answerId) throw withdrawn();
        if (answer.state !== 'proposed') return group;
        if (answer.by === by) throw ownProposal();
        released = { ...answer, state: 'sending', releasedBy: by, of: meantBy(answer, members).length };
        return { ...group, answer: released };
      });
      if (released) answerAll.begin(ref, released);
    },

    withdrawAnswer: async (ref, answerId, by) => {
      await checkAgent(by, people.findNowOrLately);
      await changeGroup(deps, ref, (group) =>
        group.answer?.id === answerId && group.answer.state === 'proposed' ? { ...group, answer: null } : group,
      );
    },
  };

  /** Stored before anybody is texted, unless another one is under way. */
  async function setAnswer(ref: GroupRef, wanted: GroupAnswer): Promise<{ isNew: boolean; stored: GroupAnswer }> {
    let isNew = false;
    const group = await changeGroup(deps, ref, (current) => {
      const { answer } = current;
      isNew = answer?.id !== wanted.id;
      if (!isNew) return current;
      if (wanted.of === 0) throw nobodyWaits();
      if (answer?.state === 'sending') throw underWay();
      if (answer?.state === 'proposed') throw proposedAlready();
      return withAnswer(current, wanted);
    });
    return { isNew, stored: group.answer ?? wanted };
  }
}

function readAnswer(answer: AnswerChoice, { answering, list }: Campaign): string {
  const { canned } = answering ?? nothingForeseen;
  const chosen =
    'canned' in answer ? canned[answer.canned] : canned.find((one) => 'label' in answer && one.label === answer.label);
  const text = ('typed' in answer ? answer.typed : (chosen?.text ?? '')).trim();
  if (text === '') throw new CampaignError('empty_reply', 'Write your answer first.', 'reply');
  if (text.length > longestGroupAnswer) {
    const sentence = `The text has ${text.length} characters; shorten it to ${longestGroupAnswer}.`;
    throw new CampaignError('long_reply', sentence, 'reply');
  }
  const unknown = placeholders(parseTemplate(text)).find(
    ({ name, fallback }) => fallback === undefined && !list.columns.includes(name),
  );
  if (unknown === undefined) return text;
  const sentence = `The list has no column “${unknown.name}”. It has: ${list.columns.join(', ') || 'no columns'}.`;
  throw new CampaignError('unknown_placeholder', sentence, 'reply');
}

function nobodyWaits(): CampaignError {
  return new CampaignError('nobody_waits', 'Nothing was sent: nobody of them waits any more.', 'reply');
}

function underWay(): CampaignError {
  const sentence = 'Nothing was sent: an answer to them is being sent now. Look at their card when it is done.';
  return new CampaignError('answer_under_way', sentence, 'reply');
}

function proposedAlready(): CampaignError {
  const sentence = 'Nothing was sent: another answer to them waits on their card. Send or withdraw that one first.';
  return new CampaignError('answer_proposed', sentence, 'reply');
}

function withdrawn(): CampaignError {
  return new CampaignError('answer_withdrawn', 'Nothing was sent: this answer was withdrawn or replaced.');
}

function ownProposal(): CampaignError {
  const sentence = 'You wrote this answer, so a colleague has to press Send.';
  return new CampaignError('own_proposal', sentence);
}
