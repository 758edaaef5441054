import type { WebClient } from '@slack/web-api';
import type { Campaign } from '../../../domain/campaign.ts';
import { CampaignError, FormError, type FormField } from '../../../domain/campaign-error.ts';
import type { UserId } from '../../../domain/ids.ts';
import type { ListSource } from '../../../services/read-list.ts';
import { ifItFails } from '../../errors.ts';
import { showView } from '../../show-view.ts';
import { type CampaignFormContent, campaignFormModal, readCampaignFormView } from '../../ui/modals/campaign-form.ts';
import { previewModal } from '../../ui/modals/preview.ts';
import { readingListModal } from '../../ui/modals/reading-list.ts';
import { type ListenerDeps, type OnSubmit, personOf, submissionKey } from '../listener.ts';
import { sendRejectedLines } from './send-rejected-lines.ts';

/**
 * The author pressed "Preview" in the form. What was typed is checked at once, under the fields; the list takes longer,
 * so the modal says so meanwhile, and comes back with everything typed if the list is no good.
 */
export function submitCampaignForm(deps: ListenerDeps): OnSubmit {
  const { campaigns, senders } = deps;
  return async ({ ack, body, view, client, context }) => {
    const by = personOf(body);
    const form = readCampaignFormView(view);
    const content = await alsoListProblem(campaigns.read(form.input, by), form);

    await ack({ response_action: 'update', view: readingListModal(listName(form)) });
    const current = form.campaignId ? await campaigns.get(form.campaignId) : undefined;
    ifItFails(context, (problem) =>
      campaignFormModal({
        input: form.input,
        pasted: form.pasted,
        senders,
        problem: problem.message,
        ...(current && { campaignId: current.id, currentListSize: current.list.size }),
      }),
    );

    const source = await listSource(deps, form);
    const { campaign, rejected } = current
      ? await campaigns.edit(current.id, { content, source, by })
      : await campaigns.draft({ content, source: source ?? '', by, origin: submissionKey(view) });
    await showPreview(client, { viewId: view.id, by, campaign }, deps);
    if (rejected) await sendRejectedLines(client, by, campaign, rejected, deps.log);
  };
}

async function listSource({ files }: ListenerDeps, { file, pasted }: CampaignFormContent): Promise<ListSource | null> {
  return file ? { fileId: file.id, bytes: await files.open(file) } : pasted || null;
}

/** The list's field is wrong as well: all sentences are said at once. */
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

/** A list comes from one place; an edited campaign may keep the one it has. */
function whyNoList({ file, pasted, campaignId }: CampaignFormContent): CampaignError | undefined {
  if (file && pasted.trim() !== '') {
    return new CampaignError(
      'two_lists',
      'You gave a file and pasted recipients as well. Remove one of the two.',
      'pasted',
    );
  }
  if (file || pasted.trim() !== '' || campaignId) return undefined;
  return new CampaignError('no_list', 'Choose a CSV file, or paste the recipients below.', 'file');
}

function listName({ file, pasted, campaignId }: CampaignFormContent): string {
  if (file) return file.name;
  return pasted.trim() === '' && campaignId ? 'the list it has' : 'the pasted recipients';
}

async function showPreview(
  client: WebClient,
  { viewId, by, campaign }: { viewId: string; by: UserId; campaign: Campaign },
  { campaigns }: ListenerDeps,
): Promise<void> {
  await showView(client, {
    viewId,
    person: by,
    view: previewModal(await campaigns.preview(campaign.id)),
    orSay: `Your draft “${campaign.name}” is saved. Type \`/sms-campaign status ${campaign.id}\` to go on with it.`,
  });
}
