import type { UploadedFile } from '@slack/bolt';
import { CampaignError } from '../../../domain/campaign-error.ts';
import { inModal } from '../../requests/errors.ts';
import { campaignFormModal, fitsPasted } from '../../ui/modals/campaign-form.ts';
import { type ListenerDeps, type OnMessageShortcut, personOf } from '../listener.ts';
import { typedText } from './typed-text.ts';

/** "Text these people" on a message: the form with its first list as a file, else with what it says as pasted recipients. */
export function textThesePeople({ campaigns, senders }: ListenerDeps): OnMessageShortcut {
  return async ({ ack, client, shortcut, context }) => {
    await ack();
    inModal(context);
    await campaigns.checkAuthor(personOf(shortcut));
    const { message, channel } = shortcut;
    const file = listIn(message.files);
    const pasted = file ? '' : typedText(message.text ?? '');
    if (!file && pasted === '') throw new CampaignError('no_list_there', nothingThere);
    if (!fitsPasted(pasted)) throw new CampaignError('long_list_there', tooLong);
    const view = campaignFormModal({
      input: { channel: channel.id },
      senders,
      ...(file ? { listFrom: { fileId: file.id, fileName: file.name } } : { pasted }),
    });
    await client.views.open({ trigger_id: shortcut.trigger_id, view });
  };
}

const nothingThere = 'This message has no text and no CSV file. Use the shortcut on one that lists people.';
const tooLong =
  'This message is longer than the form’s field. Save its list as a CSV file and upload that in the form: `/sms-campaign` opens it.';

function listIn(files: unknown): UploadedFile | undefined {
  const all: UploadedFile[] = Array.isArray(files) ? files : [];
  return all.find(({ name }) => /\.(csv|tsv|txt)$/i.test(name ?? ''));
}
