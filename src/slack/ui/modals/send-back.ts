import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { contentHash } from '../../../domain/campaign/approval.ts';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { views } from '../../ids.ts';
import { fieldText, formField, textInput } from '../parts/form-field.ts';
import { lines, richText } from '../parts/sentence.ts';
import { readSeenContent, type SeenContent, writeSeenContent } from './seen-content.ts';

/** Asks the approver what has to change in what they have seen. */
export function sendBackModal(campaign: Campaign, seen: string = contentHash(campaign)): ModalView {
  return {
    type: 'modal',
    callback_id: views.sendBack,
    private_metadata: writeSeenContent({ campaignId: campaign.id, contentHash: seen }),
    title: { type: 'plain_text', text: 'Send back', emoji: false },
    submit: { type: 'plain_text', text: 'Send back', emoji: false },
    close: { type: 'plain_text', text: 'Back to review', emoji: false },
    blocks: [
      richText(
        lines([
          { bold: campaign.name },
          ' becomes a draft again. ',
          { person: campaign.lastEditedBy },
          ' is told the reason and can submit it again.',
        ]),
      ),
      formField(
        { field: 'reason', label: 'What has to change?', hint: 'The channel sees it on the review card.' },
        textInput({ multiline: true, max: 300, placeholder: 'The date in the second sentence is wrong.' }),
      ),
    ],
  };
}

export function readSendBackView(view: Pick<ViewOutput, 'state' | 'private_metadata'>): SeenContent & {
  reason: string;
} {
  return { ...readSeenContent(view), reason: fieldText(view, 'reason').trim() };
}
