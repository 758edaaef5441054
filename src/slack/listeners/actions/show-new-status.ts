import type { BlockAction, RespondFn } from '@slack/bolt';
import type { CampaignReport } from '../../../services/reports/reports.ts';
import { privateStatus } from '../../ui/messages/campaign-message.ts';
import { asWritten, type Message } from '../../ui/parts/message.ts';

/** Pressed in an answer that only the person sees: nothing edits that by itself, so the present state replaces it. */
export function showNewStatus(body: BlockAction, respond: RespondFn, report: CampaignReport): Promise<void> {
  return replacePrivate(body, respond, privateStatus(report));
}

export async function replacePrivate(body: BlockAction, respond: RespondFn, message: Message): Promise<void> {
  if (body.container.is_ephemeral !== true) return;
  await respond({ ...message, ...asWritten, response_type: 'ephemeral', replace_original: true });
}
