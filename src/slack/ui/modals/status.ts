import type { ModalView } from '@slack/types';
import type { CampaignReport } from '../../../services/reports/reports.ts';
import { views } from '../../ids.ts';
import { asOf, statusMessage } from '../messages/campaign-message.ts';
import { lines, richText } from '../parts/sentence.ts';

/** How a campaign stands, for where Slack lets nobody be told by a message. */
export function statusModal(report: CampaignReport): ModalView {
  return {
    type: 'modal',
    callback_id: views.notice,
    title: { type: 'plain_text', text: 'SMS campaign', emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks: [...statusMessage(report).blocks, richText(lines(asOf(report)))],
  };
}
