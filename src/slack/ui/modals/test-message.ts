import type { ViewOutput } from '@slack/bolt';
import type { InputBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { CampaignId, ConversationId, type PhoneNumber } from '../../../domain/ids.ts';
import { formatPhoneNumber, maskPhoneNumber } from '../../../domain/phone/phone-number.ts';
import { views } from '../../ids.ts';
import { fieldText, formField, textInput } from '../form-field.ts';

/** Asks the author for their own phone number; once it is known, it stands there. */
export function testMessageModal(campaignId: CampaignId, known?: PhoneNumber): ModalView {
  const field = formField(
    {
      field: 'number',
      label: 'Your phone number',
      hint: known
        ? 'You get one message, as the first person of the list will read it. It costs as much as theirs.'
        : 'The first time, it gets a code that you type here. Then you get one message, as the first person of the list will read it. Each text costs as much as theirs.',
    },
    textInput({ max: 40, placeholder: '+1 201 555 0123', initial: known && formatPhoneNumber(known) }),
  );
  return modal(views.testMessage, { campaignId }, 'Send test', field);
}

/** Asks for the code that was texted: whoever can read it has the phone. */
export function testCodeModal(campaignId: CampaignId, phone: ConversationId, number: PhoneNumber): ModalView {
  const field = formField(
    {
      field: 'code',
      label: 'Code',
      hint: `It was texted to ${maskPhoneNumber(number)} and holds for 10 minutes. The test follows at once, and this phone is not asked again.`,
    },
    textInput({ max: 20, placeholder: '123456' }),
  );
  return modal(views.testCode, { campaignId, phone }, 'Send test', field);
}

/** What either of the two says. */
export function readTestMessageView(view: Pick<ViewOutput, 'state' | 'private_metadata'>): {
  campaignId: CampaignId;
  to: string | { phone: ConversationId };
  code?: string;
} {
  const { campaignId, phone } = About.parse(JSON.parse(view.private_metadata));
  if (phone === undefined) return { campaignId, to: fieldText(view, 'number').trim() };
  return { campaignId, to: { phone }, code: fieldText(view, 'code').trim() };
}

const About = z.object({ campaignId: CampaignId, phone: ConversationId.optional() });

function modal(callback: string, about: z.infer<typeof About>, submit: string, field: InputBlock): ModalView {
  return {
    type: 'modal',
    callback_id: callback,
    private_metadata: JSON.stringify(about),
    title: { type: 'plain_text', text: 'Send a test', emoji: false },
    submit: { type: 'plain_text', text: submit, emoji: false },
    close: { type: 'plain_text', text: 'Back', emoji: false },
    blocks: [field],
  };
}
