import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { CampaignId } from '../../../domain/ids.ts';
import { views } from '../../ids.ts';
import { fieldText, formField, textInput } from '../form-field.ts';

/** Asks the author for their own phone number. */
export function testMessageModal(campaignId: CampaignId): ModalView {
  return {
    type: 'modal',
    callback_id: views.testMessage,
    private_metadata: campaignId,
    title: { type: 'plain_text', text: 'Send a test', emoji: false },
    submit: { type: 'plain_text', text: 'Send test', emoji: false },
    close: { type: 'plain_text', text: 'Back', emoji: false },
    blocks: [
      formField(
        {
          field: 'number',
          label: 'Your phone number',
          hint: 'You get one message, as the first person of the list will read it. It costs as much as theirs.',
        },
        textInput({ max: 40, placeholder: '+1 201 555 0123' }),
      ),
    ],
  };
}

export function readTestMessageView(view: Pick<ViewOutput, 'state' | 'private_metadata'>): {
  campaignId: CampaignId;
  to: string;
} {
  return { campaignId: CampaignId.parse(view.private_metadata), to: fieldText(view, 'number').trim() };
}
