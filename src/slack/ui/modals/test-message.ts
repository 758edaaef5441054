import type { ViewOutput } from '@slack/bolt';
import type { InputBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { CampaignId, ConversationId, type PhoneNumber } from '../../../domain/ids.ts';
import { formatPhoneNumber, maskPhoneNumber } from '../../../domain/phone/phone-number.ts';
import { views } from '../../ids.ts';
import { fieldText, formField, textInput } from '../parts/form-field.ts';
import type { SeenContent } from './seen-content.ts';

/** Asks the author for their own phone number; once it is known, it stands there. */
export function testMessageModal(seen: SeenContent, known?: PhoneNumber): ModalView {
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
  return modal(views.testMessage, seen, 'Send test', field);
}

/** Asks for the code that was texted: whoever can read it has the phone. */
export function testCodeModal(about: About, number: PhoneNumber): ModalView {
  const field = formField(
    {
      field: 'code',
      label: 'Code',
      hint: `It was texted to ${maskPhoneNumber(number)} and is valid for 10 minutes. The test follows at once, and this phone is not asked again.`,
    },
    textInput({ max: 20, placeholder: '123456' }),
  );
  return modal(views.testCode, about, 'Send test', field);
}

/** What either of the two says. */
export function readTestMessageView(view: Pick<ViewOutput, 'state' | 'private_metadata'>): {
  campaignId: CampaignId;
  contentHash?: string;
  to: string | { phone: ConversationId };
  code?: string;
} {
  const { phone, ...about } = About.parse(JSON.parse(view.private_metadata));
  const seen = { campaignId: about.campaignId, ...(about.contentHash && { contentHash: about.contentHash }) };
  if (phone === undefined) return { ...seen, to: fieldText(view, 'number').trim() };
  return { ...seen, to: { phone }, code: fieldText(view, 'code').trim() };
}

/** What was seen when the test was asked for: windows of before know only the campaign. */
const About = z.object({
  campaignId: CampaignId,
  contentHash: z.string().optional(),
  phone: ConversationId.optional(),
});
type About = z.infer<typeof About>;

function modal(callback: string, about: About, submit: string, field: InputBlock): ModalView {
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
