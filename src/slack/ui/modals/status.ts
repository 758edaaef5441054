import type { ModalView } from '@slack/types';
import { couldSend } from '../../../domain/campaign/campaign-status.ts';
import type { CampaignReport } from '../../../services/reports/reports.ts';
import { views } from '../../ids.ts';
import { asOf, statusMessage } from '../messages/campaign-message.ts';
import { buttons } from '../parts/button.ts';
import { lines, richText } from '../parts/sentence.ts';
import { showRulesButton } from '../sections/rules/place-facts.ts';

/** How a campaign stands, for where Slack lets nobody be told by a message. */
export function statusModal(report: CampaignReport): ModalView {
  const { campaign } = report;
  const row = buttons([couldSend(campaign.status) ? showRulesButton(campaign) : null]);
  return {
    type: 'modal',
    callback_id: views.notice,
    title: { type: 'plain_text', text: 'SMS campaign', emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks: [...statusMessage(report).blocks, richText(lines(asOf(report))), ...(row ? [row] : [])],
  };
}
