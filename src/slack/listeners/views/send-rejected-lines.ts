import type { WebClient } from '@slack/web-api';
import type { Campaign } from '../../../domain/campaign.ts';
import type { UserId } from '../../../domain/ids.ts';
import { type ReadList, rejectedCsv } from '../../../domain/list/read-list.ts';
import { sendFile } from '../../files.ts';
import { directMessage } from '../../ui/messages/direct.ts';
import { count } from '../../ui/number-words.ts';

/** The author gets every line that was left out, with the reason, to correct it in their own list. */
export async function sendRejectedLines(
  client: WebClient,
  author: UserId,
  campaign: Campaign,
  read: ReadList,
): Promise<void> {
  const rejected = read.invalid.length + read.duplicates.length + read.marked.length;
  if (rejected === 0) return;
  await sendFile(client, {
    to: author,
    name: `left-out-${campaign.id}.csv`,
    content: rejectedCsv(read),
    message: directMessage(
      `${count(rejected, 'line')} of your list ${rejected === 1 ? 'was' : 'were'} left out. The file says which, and why. Everybody else is in the draft.`,
      campaign,
    ),
  });
}
