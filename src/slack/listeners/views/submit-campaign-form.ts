import type { ModalView } from '@slack/types';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { CampaignContent } from '../../../domain/campaign/campaign-form.ts';
import type { ListFrom } from '../../../domain/campaign/result.ts';
import { CampaignError, FormError, type FormField } from '../../../domain/campaign-error.ts';
import type { UserId } from '../../../domain/ids.ts';
import type { LinesLeftOut } from '../../../domain/list/read-list.ts';
import type { Settings } from '../../../services/campaigns/more-settings.ts';
import type { ListSource, ReadingProgress } from '../../../services/list/read-list.ts';
import { ifItFails } from '../../requests/errors.ts';
import { showView } from '../../requests/show-view.ts';
import { draftSaved } from '../../ui/messages/draft-saved.ts';
import { type CampaignFormContent, readCampaignFormView } from '../../ui/modals/campaign-form.ts';
import { previewModal } from '../../ui/modals/preview.ts';
import type { Message } from '../../ui/parts/message.ts';
import { type ListenerDeps, type OnSubmit, personOf, submissionKey } from '../listener.ts';
import { formAgain, formOnChanged } from './form-again.ts';
import { isDoneSoon } from './is-done-soon.ts';
import { createReadingWindow } from './reading-window.ts';
import { sendRejectedLines } from './send-rejected-lines.ts';

/**
 * The author pressed "Preview" in the form. Most lists are read before Slack needs an answer: then each error stands
 * under its field, and nothing typed or chosen is lost. A longer one is reported as being read, and the form comes back
 * with everything typed if the list is no good.
 */
export function submitCampaignForm(deps: ListenerDeps): OnSubmit {
  return async ({ ack, body, view, client, context }) => {
    const by = personOf(body);
    const form = readCampaignFormView(view);
    const edited = form.campaignId ? await deps.campaigns.checkEdit(form.campaignId, by) : undefined;
    const earlier = await deps.campaigns.earlierMessages(by, form.campaignId);
    let settings: Partial<Settings> = {};
    ifItFails(context, (problem, isReplaced) =>
      formAgain(deps, form, problem, { edited, settings, earlier, isReplaced }),
    );
    const content = await alsoListProblem(deps.campaigns.read(form.input, by, form.formKey), form);
    const { answering, leaveOut, pace } = content;
    settings = {
      ...(answering && { answering }),
      ...(leaveOut && { leaveOut }),
      ...(pace && { pace }),
      ...('canary' in content && { canary: content.canary ?? null }),
      ...('notAfter' in content && { notAfter: content.notAfter ?? null }),
    };

    const origin = submissionKey(view);
    const reading = createReadingWindow(client, { viewId: view.id, what: listName(form), id: origin });
    const work = draftOrEdit(deps, form, { content, by, origin, progress: reading.progress });
    const isQuick = await isDoneSoon(work).catch(isStale);
    if (!isQuick) {
      await deps.campaigns.keepReading(origin, by).catch(isReadMeanwhile);
      await ack({ response_action: 'update', view: reading.view() });
      reading.open();
      await work.catch(() => {}).finally(reading.close);
    }

    const show = async (shown: ModalView, orSay: string | Message) =>
      isQuick
        ? ack({ response_action: 'update', view: shown })
        : showView(client, { viewId: view.id, person: by, view: shown, orSay });
    const done = await work.catch(async (error: unknown) => {
      if (!(isStale(error) && form.campaignId && error instanceof CampaignError)) throw error;
      await show(await formOnChanged(deps, form, error, { by, settings }), error.message);
    });
    if (!done) return;
    const { campaign, rejected } = done;
    await show(done.preview, draftSaved(campaign));
    if (rejected) await sendRejectedLines(client, by, campaign, rejected, deps.log);
  };
}

type Done = { campaign: Campaign; rejected: LinesLeftOut | null; preview: ModalView };

async function draftOrEdit(
  deps: ListenerDeps,
  form: CampaignFormContent,
  reading: { content: CampaignContent; by: UserId; origin: string; progress: ReadingProgress },
): Promise<Done> {
  const { campaigns } = deps;
  const source = listSource(deps, form);
  const { campaign, rejected } = form.campaignId
    ? await campaigns.edit(form.campaignId, { ...reading, source, seen: form.seen ?? seenNothing })
    : await campaigns.draft({ ...reading, source: source ?? otherList(deps, form) });
  return { campaign, rejected, preview: previewModal(await campaigns.show(campaign.id, reading.by)) };
}

/** It was read in the moment in which that was asked. */
function isReadMeanwhile(error: unknown): void {
  if (error instanceof CampaignError && error.code === 'not_reading') return;
  throw error;
}

/** Older forms do not tell what they were opened on: what is stored now may be newer. */
const seenNothing = { contentHash: 'unknown', status: 'draft' } as const;

/** True when somebody else has changed the campaign: the form then comes back for what is there now. */
function isStale(error: unknown): true {
  if (error instanceof CampaignError && error.code === 'stale_edit') return true;
  throw error;
}

/** A file is fetched only when its turn to be read has come. */
function listSource({ files }: ListenerDeps, { files: given, pasted }: CampaignFormContent): ListSource | null {
  if (given.length === 0) return pasted.trim() === '' ? null : pasted;
  const sources = given.map((file) => ({
    fileId: file.id,
    name: file.name ?? file.id,
    bytes: whenRead(() => files.open(file)),
  }));
  return { files: sources };
}

/** A list that the form was opened with. */
function otherList({ files }: ListenerDeps, { listFrom }: CampaignFormContent): ListSource | ListFrom {
  if (!listFrom) return '';
  if (!('fileId' in listFrom)) return listFrom;
  const { fileId, fileName: name } = listFrom;
  return { fileId, name, bytes: whenRead(() => files.reopen(fileId)) };
}

async function* whenRead(open: () => Promise<AsyncIterable<Uint8Array>>): AsyncGenerator<Uint8Array> {
  yield* await open();
}

/** The list's field is wrong as well: all sentences are shown at once. */
async function alsoListProblem<T>(reading: Promise<T>, form: CampaignFormContent): Promise<T> {
  const [read] = await Promise.allSettled([reading]);
  const listProblem = whyNoList(form);
  if (read.status === 'fulfilled' && !listProblem) return read.value;
  if (read.status === 'rejected' && !(read.reason instanceof CampaignError)) throw read.reason;

  const typed: CampaignError | undefined = read.status === 'rejected' ? read.reason : undefined;
  if (typed && !(typed instanceof FormError)) throw typed;
  const problems = new Map<FormField, string>(typed instanceof FormError ? typed.problems : []);
  if (listProblem?.field) problems.set(listProblem.field, listProblem.message);
  throw new FormError(problems);
}

/** A list comes from one place; an edited campaign may keep its own. */
function whyNoList({ files, pasted, campaignId, listFrom }: CampaignFormContent): CampaignError | undefined {
  const hasFile = files.length > 0;
  if (hasFile && pasted.trim() !== '') {
    const sentence = 'You gave a file and pasted recipients as well. Remove one of the two.';
    return new CampaignError('two_lists', sentence, 'pasted');
  }
  if (hasFile || pasted.trim() !== '' || campaignId || listFrom) return undefined;
  return new CampaignError('no_list', 'Choose a CSV file, or paste the recipients below.', 'file');
}

function listName({ files: [file, ...others], pasted, listFrom }: CampaignFormContent): string {
  if (file) return others.length === 0 ? file.name : `your ${others.length + 1} files`;
  if (pasted.trim() !== '') return 'the pasted recipients';
  if (listFrom && 'fileId' in listFrom) return listFrom.fileName;
  return listFrom ? 'the list of the other campaign' : 'the list it has';
}
