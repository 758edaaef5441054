import type { UploadedFile } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { CampaignError } from '../../../domain/campaign-error.ts';
import type { UserId } from '../../../domain/ids.ts';
import { type ImportedOptOuts, refusedOptOutsCsv } from '../../../services/replies/opt-outs/import-opt-outs.ts';
import { missingScope } from '../../api/slack-failure.ts';
import { directMessage } from '../../ui/messages/direct.ts';
import { importInWords } from '../../ui/messages/opt-outs-imported.ts';
import { problemMessage } from '../../ui/messages/problem.ts';
import { readImportOptOuts } from '../../ui/modals/import-opt-outs.ts';
import { noticeModal } from '../../ui/modals/notice.ts';
import { asWritten } from '../../ui/parts/message.ts';
import { type ListenerDeps, type OnSubmit, personOf } from '../listener.ts';
import { sendFile, whyNoFile } from '../send-file.ts';
import { isDoneSoon } from './is-done-soon.ts';

/**
 * Somebody submitted files of opt-outs. What is wrong with them at once stands under the field; a longer import goes on
 * without the window. The result comes as a direct message in any case.
 */
export function importOptOuts({ optOuts, files }: ListenerDeps): OnSubmit {
  return async ({ ack, body, view, client }) => {
    const by = personOf(body);
    const sources = readImportOptOuts(view).map((file) => ({ name: file.name, bytes: whenRead(files, file) }));
    const work = optOuts.importFiles(sources, by);
    const isQuick = await isDoneSoon(work);
    const says = isQuick ? importInWords(await work) : goesOn;
    await ack({ response_action: 'update', view: noticeModal('Import opt-outs', says) });
    const imported = await work.catch((error: unknown) => tellProblem(client, by, error));
    if (imported) await tellImported(client, by, imported);
  };
}

const goesOn =
  'Trickle reads the files now and opts everybody in them out. You can close this window: the result comes as a direct message. If none comes, import the same files again: nobody counts twice.';

async function* whenRead(files: ListenerDeps['files'], file: UploadedFile): AsyncGenerator<Uint8Array> {
  yield* await files.open(file);
}

/** After the window is done with, a problem has no other place. */
async function tellProblem(client: WebClient, by: UserId, error: unknown): Promise<undefined> {
  if (!(error instanceof CampaignError)) throw error;
  await client.chat.postMessage({ channel: by, ...problemMessage(error.message), ...asWritten });
}

async function tellImported(client: WebClient, by: UserId, imported: ImportedOptOuts): Promise<void> {
  const message = directMessage(importInWords(imported), null);
  if (imported.refused.length === 0) {
    await client.chat.postMessage({ channel: by, ...message, ...asWritten });
    return;
  }
  try {
    await sendFile(client, { to: by, name: 'not-opted-out.csv', content: await refusedOptOutsCsv(imported), message });
  } catch (error) {
    if (!(error instanceof CampaignError) && missingScope(error) === undefined) throw error;
    const told = directMessage(`${importInWords(imported)} ${whyNoFile(error)}`, null);
    await client.chat.postMessage({ channel: by, ...told, ...asWritten });
  }
}
