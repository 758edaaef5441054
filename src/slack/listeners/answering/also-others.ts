import { CampaignError } from '../../../domain/campaign-error.ts';
import type { UserId } from '../../../domain/ids.ts';
import type { AnswerChoice } from '../../../services/replies/groups/group-answers.ts';
import type { Place } from '../../ui/modals/answering/answer-replies.ts';
import type { Sentence } from '../../ui/parts/sentence.ts';
import type { readAnswer } from '../../ui/sections/answer-fields.ts';
import { othersAnswered, othersHandled, othersNot } from '../../ui/words/taken-words.ts';
import type { ListenerDeps } from '../listener.ts';

/** What was done for the person before the agent is done for the others who wrote the same; tells what follows for them. */
export async function alsoOthers(
  inbox: ListenerDeps['inbox'],
  { campaignId, others }: Place,
  { by, key, filled }: { by: UserId; key: string; filled: Pick<ReturnType<typeof readAnswer>, 'text' | 'canned'> },
): Promise<Sentence | undefined> {
  if (!others) return undefined;
  const { says, of, until } = others;
  const ref = { campaignId, says };
  const answer = choiceOf(filled);
  try {
    if (!answer) return othersHandled(await inbox.handleGroup(ref, by, { of, until }));
    return othersAnswered(of, await inbox.answerGroup(ref, { answer, of, until, key, by }));
  } catch (error) {
    if (error instanceof CampaignError) return othersNot(error.message);
    throw error;
  }
}

function choiceOf({ text, canned }: { text: string; canned: string | undefined }): AnswerChoice | null {
  if (canned !== undefined) return { label: canned };
  return text === '' ? null : { typed: text };
}
