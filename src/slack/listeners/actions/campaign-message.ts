import type { BlockAction, RespondFn } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { CampaignId } from '../../../domain/ids.ts';
import { privateStatus } from '../../ui/messages/campaign-message.ts';
import { cancelledAnswer } from '../../ui/messages/cancel-question.ts';
import { previewModal } from '../../ui/modals/preview.ts';
import { statusModal } from '../../ui/modals/status.ts';
import { readValueOrId } from '../../ui/parts/button-value.ts';
import type { Message } from '../../ui/parts/message.ts';
import { onButton, privately } from '../listener.ts';

/** "Pause" under the campaign's message. */
export const pauseCampaign = onButton(async ({ by, body, action, respond }, { campaigns, reports }) => {
  const id = action.value as CampaignId;
  await campaigns.pause(id, by);
  await replacePrivate(body, respond, privateStatus(await reports.status(id, by)));
});

/** "Resume" under the campaign's message: ends the pause that the message shows, and no later one. */
export const resumeCampaign = onButton(async ({ by, body, action, respond }, { campaigns, reports }) => {
  const value = readValueOrId(action.value, 'pause');
  const [id, at] = 'on' in value ? [value.campaignId, value.at] : [value.id as CampaignId, undefined];
  await campaigns.resume(id, by, at);
  await replacePrivate(body, respond, privateStatus(await reports.status(id, by)));
});

/** "Cancel" under the campaign's message, after Slack asked whether they are sure: ends what the message shows. */
export const cancelCampaign = onButton(async ({ by, body, action, respond }, { campaigns }) => {
  const value = readValueOrId(action.value, 'campaign');
  const [id, seen] = 'on' in value ? [value.campaignId, value.contentHash] : [value.id as CampaignId, undefined];
  const { campaign } = await campaigns.cancel(id, by, seen);
  await replacePrivate(body, respond, cancelledAnswer(campaign));
});

/** Pressed in an answer that only the person sees: nothing edits that by itself, so this takes its place. */
async function replacePrivate(body: BlockAction, respond: RespondFn, message: Message): Promise<void> {
  if (body.container.is_ephemeral === true) await respond({ ...privately(message), replace_original: true });
}

/**
 * "Open" and "Continue": a draft's preview, or how the campaign stands. In a channel and in direct messages with what
 * can be done with it; on the Home tab nobody can be sent a message that only they see.
 */
export const openCampaign = onButton(async ({ by, body, action, client, respond }, { campaigns, reports }) => {
  const { id, status } = await campaigns.open(action.value as CampaignId, by);
  const show = (view: ModalView) => client.views.open({ trigger_id: body.trigger_id, view });
  if (status === 'draft') return show(previewModal(await campaigns.show(id, by)));
  const report = await reports.status(id, by);
  return body.view ? show(statusModal(report)) : respond(privately(privateStatus(report)));
});
