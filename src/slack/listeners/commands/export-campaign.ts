import type { RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { UserId } from '../../../domain/ids.ts';
import { directMessage } from '../../ui/messages/direct.ts';
import { count } from '../../ui/words/number-words.ts';
import { type ListenerDeps, privately } from '../listener.ts';
import { sendFile } from '../send-file.ts';

/** Everyone of a campaign with what became of them, as a file for the one who asked. */
export async function sendExport(
  query: string,
  by: UserId,
  args: { client: WebClient; respond: RespondFn },
  { campaigns, reports }: Pick<ListenerDeps, 'campaigns' | 'reports'>,
): Promise<void> {
  const campaign = await campaigns.find(query, by);
  const { name, csv } = await reports.exportCsv(campaign.id, by);
  await sendFile(args.client, {
    to: by,
    name,
    content: csv,
    message: directMessage('Here is everyone on the list, with what became of them:', campaign),
  });
  await args.respond(privately(directMessage('The export is in your direct messages with Trickle.', campaign)));
}

/** Everybody who is not texted, as a file for the admin who asked. */
export async function sendOptOuts(
  by: UserId,
  args: { client: WebClient; respond: RespondFn },
  { optOuts }: Pick<ListenerDeps, 'optOuts'>,
): Promise<void> {
  const { name, csv, people } = await optOuts.exportCsv(by);
  const message = directMessage(`Here are the ${count(people, 'number')} that Trickle does not text:`, null);
  await sendFile(args.client, { to: by, name, content: csv, message });
  await args.respond(privately(directMessage('The opt-outs are in your direct messages with Trickle.', null)));
}
