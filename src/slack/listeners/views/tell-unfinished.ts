import type { WebClient } from '@slack/web-api';
import type { ListImport } from '../../../domain/campaign/list-import.ts';
import { CampaignError } from '../../../domain/campaign-error.ts';
import type { Log } from '../../../ports/world.ts';
import type { Resuming } from '../../../services/campaigns/importing/resuming.ts';
import { describeError } from '../../api/describe-error.ts';
import type { Files } from '../../api/files.ts';
import { draftSaved } from '../../ui/messages/draft-saved.ts';
import { problemMessage } from '../../ui/messages/problem.ts';
import { asWritten, type Message } from '../../ui/parts/message.ts';
import { sendRejectedLines } from './send-rejected-lines.ts';

type Telling = { campaigns: Resuming; files: Files; client: WebClient; log: Log };

/** Reads the lists again that a former process did not get to the end of, one after the other, and tells their authors. */
export async function tellUnfinished(telling: Telling): Promise<void> {
  for (const one of await telling.campaigns.unfinishedReadings()) {
    await readOn(telling, one).catch((error: unknown) => {
      // Its note is still there: the next start tries again.
      telling.log.error({ by: one.by, ...describeError(error) }, 'A list could not be read again');
    });
  }
}

async function readOn({ campaigns, files, client, log }: Telling, one: ListImport): Promise<void> {
  const tell = (message: Message) => client.chat.postMessage({ channel: one.by, ...message, ...asWritten });
  try {
    const { campaign, rejected } = await campaigns.readAgain(one, files.reopen);
    await tell(draftSaved(campaign));
    if (rejected) await sendRejectedLines(client, one.by, campaign, rejected, log);
  } catch (error) {
    if (!(error instanceof CampaignError)) throw error;
    await tell(problemMessage(`${whatWasNot(one)} ${error.message}`));
  }
}

function whatWasNot({ content: { name } }: ListImport): string {
  return `Trickle was stopped while it read the list of “${name}”, and could not read it again. Nothing of it was saved.`;
}
