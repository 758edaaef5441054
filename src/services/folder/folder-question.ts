import type { Campaign } from '../../domain/campaign/campaign.ts';
import { type Member, whyNotAdminister } from '../../domain/campaign/permissions.ts';
import { CampaignError } from '../../domain/campaign-error.ts';
import type { FolderQuestion } from '../../domain/folder-standing.ts';
import type { Instant } from '../../domain/ids.ts';
import { namesOfAdmins, oneOf } from '../authority.ts';
import type { Deps, ReadingDeps } from '../deps.ts';

/** The question about the data folder, as the forms ask it. */
export type FolderBox = {
  question: FolderQuestion;
  /** The names of those who can answer it; empty: nobody is named. */
  admins: readonly string[];
  /** The campaign's author can answer it, too. */
  authorMayAnswer: boolean;
};

/** The box about the data folder in this campaign's forms; null when nothing is asked. */
export async function folderBox(deps: ReadingDeps, campaign: Campaign): Promise<FolderBox | null> {
  const question = deps.store.folder.question();
  if (!question) return null;
  const author = await deps.people.find(campaign.lastEditedBy);
  const authorMayAnswer = whyNotAdminister(author, deps.settings.roles) === undefined;
  return { question, admins: await namesOfAdmins(deps), authorMayAnswer };
}

/** Nothing is sent before an admin has said that the folder is as it is meant to be. */
export function refuseOpenFolderQuestion({ store }: Pick<Deps, 'store'>): void {
  const question = store.folder.question();
  if (question) throw new CampaignError('folder_question', `${standing[question.kind]} ${tickTheBox}`, 'folder');
}

/** The same where there is no box to tick, before an approved campaign goes on. */
export function refuseUnsoundFolder({ store }: Pick<Deps, 'store'>): void {
  const question = store.folder.question();
  if (question) throw new CampaignError('folder_question', `${standing[question.kind]} ${whoDecides}`);
  if (store.folder.isSound()) return;
  const sentence =
    'Nobody is texted yet: Trickle is asking Slack whether its data folder is the newest one. Try again in a minute.';
  throw new CampaignError('folder_in_doubt', sentence);
}

/** The person answered may have written STOP in a time unknown to this folder. */
export function refuseAnswerFromOlderFolder({ store }: Pick<Deps, 'store'>): void {
  const kind = store.folder.question()?.kind;
  if (store.folder.isInDoubt()) {
    const sentence =
      'Not sent: Trickle is asking Slack whether its data folder is the newest one. Try again in a minute.';
    throw new CampaignError('folder_question', sentence);
  }
  if (kind === undefined || kind === 'new') return;
  const sentence =
    'Not sent: this Trickle’s data folder may be older than the world, so the person may have written STOP since. An admin decides first, with Resume at a paused campaign or in the next Review.';
  throw new CampaignError('folder_question', sentence);
}

/**
 * This person, as they are now, ticked the box: it counts from an admin, once for all, for the question `asked` at that
 * moment, which older boxes do not tell.
 */
export async function vouchForFolder(
  deps: Deps,
  person: Member | undefined,
  asked: boolean | Instant = true,
): Promise<void> {
  const { store, clock, settings, log } = deps;
  const question = store.folder.question();
  if (!question) return;
  const refusal = whyNotAdminister(person, settings.roles);
  if (refusal?.code === 'not_allowed') {
    const sentence = `Only an admin’s tick counts here: ask ${oneOf(await namesOfAdmins(deps))} to press Review.`;
    throw new CampaignError('not_an_admin', sentence, 'folder');
  }
  if (typeof asked === 'string' && asked !== question.at) {
    const sentence =
      'What is asked about the data folder has changed since you opened this window: close it and open it again.';
    throw new CampaignError('folder_question', sentence, 'folder');
  }
  if (refusal || !person) throw new CampaignError(refusal!.code, refusal!.sentence, 'folder');
  await store.folder.vouch(person.id, clock.now().toISOString());
  log.warn({ by: person.id, question: question.kind }, 'An admin says that the data folder is as it is meant to be');
}

const standing = {
  new: 'Trickle’s data folder is new, so it knows no opt-outs.',
  older: 'Trickle’s data folder is older than the world.',
  unknown: 'Nobody can tell whether Trickle’s data folder is the newest one.',
} as const;
const tickTheBox = 'An admin has to tick this box before anybody is texted.';
const whoDecides =
  'Nobody is texted before an admin has decided about that: with Resume where it says so, or with the box in the next Review. Then press this again.';
