import type { UploadedFile } from '@slack/bolt';
import { CampaignError } from '../../../domain/campaign-error.ts';
import { inModal } from '../../requests/errors.ts';
import { fitsPasted, listEndings } from '../../ui/modals/campaign-form.ts';
import { type ListenerDeps, type OnMessageShortcut, personOf } from '../listener.ts';
import { formFor } from '../views/open-form.ts';
import { typedText } from './typed-text.ts';

/** "Text these people" on a message: the form with its first list as a file, else with what it says as pasted recipients. */
export function textThesePeople(deps: ListenerDeps): OnMessageShortcut {
  return async ({ ack, client, shortcut, context }) => {
    await ack();
    inModal(context);
    const by = personOf(shortcut);
    await deps.campaigns.checkAuthor(by);
    const { message, channel } = shortcut;
    const file = listIn(message.files);
    const pasted = file ? '' : typedText(message.text ?? '');
    if (!file && pasted === '') throw new CampaignError('no_list_there', nothingThere);
    if (!fitsPasted(pasted)) throw new CampaignError('long_list_there', tooLong);
    const view = await formFor(deps, by, {
      input: { channel: channel.id },
      ...(file ? { listFrom: { fileId: file.id, fileName: file.name } } : { pasted }),
    });
    await client.views.open({ trigger_id: shortcut.trigger_id, view });
  };
}

const nothingThere =
  'This message has no text and no CSV file, archive or workbook. Use the shortcut on one that lists people.';
const tooLong =
  'This message is longer than the form’s field. Save its list as a CSV file and upload that in the form: `/sms-campaign` opens it.';

function listIn(files: unknown): UploadedFile | undefined {
  const all: UploadedFile[] = Array.isArray(files) ? files : [];
  return all.find(({ name }) => listEndings.some((ending) => name?.toLowerCase().endsWith(`.${ending}`)));
}
