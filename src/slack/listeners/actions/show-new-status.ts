import type { BlockAction, RespondFn } from '@slack/bolt';
import type { CampaignReport } from '../../../services/reports.ts';
import { asWritten } from '../../ui/message.ts';
import { privateStatus } from '../../ui/messages/campaign-message.ts';

/** What was pressed in an answer that only the person sees: nothing edits that by itself, so it is replaced by how things stand now. */
export async function showNewStatus(body: BlockAction, respond: RespondFn, report: CampaignReport): Promise<void> {
  if (body.container.is_ephemeral !== true) return;
  await respond({ ...privateStatus(report), ...asWritten, response_type: 'ephemeral', replace_original: true });
}
