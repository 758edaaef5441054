import type { WebClient } from '@slack/web-api';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { CampaignError } from '../../../domain/campaign-error.ts';
import type { UserId } from '../../../domain/ids.ts';
import { countLinesLeftOut, type LinesLeftOut, rejectedCsv } from '../../../domain/list/read-list.ts';
import type { Log } from '../../../ports/world.ts';
import { describeError } from '../../api/describe-error.ts';
import { missingScope } from '../../api/slack-failure.ts';
import { directMessage } from '../../ui/messages/direct.ts';
import { asWritten } from '../../ui/parts/message.ts';
import { count } from '../../ui/words/number-words.ts';
import { sendFile, whyNoFile } from '../send-file.ts';

/**
 * Sends the author every line left out, with the reason, to correct in their own list. If the file cannot be sent,
 * tells them how many lines there are, and why it does not come.
 */
export async function sendRejectedLines(
  client: WebClient,
  author: UserId,
  campaign: Campaign,
  read: LinesLeftOut,
  log: Log,
): Promise<void> {
  const rejected = countLinesLeftOut(read);
  if (rejected === 0) return;
  const leftOut = `${count(rejected, 'line')} of your list ${rejected === 1 ? 'was' : 'were'} left out.`;
  const others = 'Everybody else went into the draft.';
  try {
    await sendFile(client, {
      to: author,
      name: `left-out-${campaign.id}.csv`,
      content: await rejectedCsv(read),
      message: directMessage(`${leftOut} The file says which, and why. ${others}`, campaign),
    });
  } catch (error) {
    if (!(error instanceof CampaignError) && missingScope(error) === undefined) throw error;
    log.warn({ campaignId: campaign.id, ...describeError(error) }, 'The lines left out could not be sent as a file');
    const told = directMessage(`${leftOut} ${others} ${whyNoFile(error)}`, campaign);
    await client.chat.postMessage({ channel: author, ...told, ...asWritten });
  }
}
