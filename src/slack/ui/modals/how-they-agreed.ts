import type { ViewOutput } from '@slack/bolt';
import type { Datepicker, ModalView, PlainTextOption } from '@slack/types';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { FormField } from '../../../domain/campaign-error.ts';
import { consentLimits, HowTheyAgreed } from '../../../domain/consent/consent.ts';
import { type ConsentTexts, howWords, writeConsentTexts } from '../../../domain/consent/consent-texts.ts';
import { views } from '../../ids.ts';
import { limits } from '../../limits.ts';
import { words } from '../parts/button.ts';
import { fieldText, fieldValue, formField, textInput } from '../parts/form-field.ts';
import { readSeenContent, type SeenContent, writeSeenContent } from './seen-content.ts';

/** Asks the author how the people of the list agreed, on top of the preview that was `seen`. */
export function howTheyAgreedModal({ consent }: Pick<Campaign, 'consent'>, seen: SeenContent): ModalView {
  const typed = writeConsentTexts(consent);
  const ways = HowTheyAgreed.options.map((how) => option(how, howWords[how]));
  const classes = [
    option('marketing', 'Marketing'),
    option('informational', 'Informational: no offer, no advertising'),
  ];
  const how = ways.find(({ value }) => value === typed.agreedHow);
  return {
    type: 'modal',
    callback_id: views.howTheyAgreed,
    private_metadata: writeSeenContent(seen),
    title: words('How they agreed', limits.title),
    submit: words('Save', limits.title),
    close: words('Back', limits.title),
    blocks: [
      formField(
        { field: 'agreedHow', label: 'How', hint: 'The approver sees all of this.', optional: true },
        { type: 'static_select', options: ways, ...(how && { initial_option: how }) },
      ),
      formField(
        { field: 'agreedWording', label: 'Wording or link', hint: 'What they agreed to.', optional: true },
        textInput({ initial: typed.agreedWording, multiline: true, max: consentLimits.wording }),
      ),
      formField({ field: 'agreedFrom', label: 'From', optional: true }, day(typed.agreedFrom)),
      formField({ field: 'agreedTo', label: 'To', optional: true }, day(typed.agreedTo)),
      formField(
        { field: 'agreedHolder', label: 'Who holds the proof', optional: true },
        textInput({ initial: typed.agreedHolder, max: consentLimits.holder }),
      ),
      formField(
        { field: 'messageClass', label: 'Sent as' },
        {
          type: 'radio_buttons',
          options: classes,
          initial_option: classes.find(({ value }) => value === typed.messageClass) ?? classes[0]!,
        },
      ),
    ],
  };
}

export function readHowTheyAgreed(view: Pick<ViewOutput, 'state' | 'private_metadata'>): SeenContent & {
  typed: ConsentTexts;
} {
  const chosen = (field: FormField) => fieldValue(view, field)?.selected_option?.value ?? '';
  const picked = (field: FormField) => fieldValue(view, field)?.selected_date ?? '';
  const typed = {
    agreedHow: chosen('agreedHow'),
    agreedWording: fieldText(view, 'agreedWording'),
    agreedFrom: picked('agreedFrom'),
    agreedTo: picked('agreedTo'),
    agreedHolder: fieldText(view, 'agreedHolder'),
    messageClass: chosen('messageClass'),
  };
  return { ...readSeenContent(view), typed };
}

function option(value: string, text: string): PlainTextOption {
  return { text: { type: 'plain_text', text, emoji: false }, value };
}

function day(initial: string): Datepicker {
  return { type: 'datepicker', ...(initial && { initial_date: initial }) };
}
