import type { ViewOutput } from '@slack/bolt';
import type { InputBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { answeringLimits } from '../../../domain/answering/answering.ts';
import { writeAnswering } from '../../../domain/answering/answering-texts.ts';
import { type AnsweringField, answeringLabels } from '../../../domain/answering/lines.ts';
import { Seen } from '../../../domain/campaign/approval.ts';
import { notAfterLabel } from '../../../domain/campaign/not-after.ts';
import { CampaignId, type Instant } from '../../../domain/ids.ts';
import { leaveOutLabel, leaveOutLimits } from '../../../domain/leave-out/leave-out.ts';
import { writeLeaveOut } from '../../../domain/leave-out/read-leave-out.ts';
import {
  type CanaryTexts,
  canaryLabel,
  canaryThenWords,
  mostFirst,
  writeCanary,
} from '../../../domain/pace/canary-texts.ts';
import type { Settings, SettingsTexts } from '../../../services/campaigns/more-settings.ts';
import { views } from '../../ids.ts';
import { limits } from '../../limits.ts';
import { fieldText, fieldValue, formField, textInput, wholeNumber } from '../parts/form-field.ts';
import { plain } from '../parts/message.ts';
import { type CampaignFormContent, OtherList } from './campaign-form.ts';

/** The form below, as far as there is room for it: what is left out stays in the form, whose fields keep their ids. */
const Below = z.object({
  formKey: z.string(),
  campaignId: CampaignId.nullable(),
  seen: Seen.nullable(),
  listFrom: OtherList.optional(),
  messageNo: z.int().optional(),
  input: z.record(z.string(), z.string()),
  pasted: z.string().optional(),
});
export type FormBelow = z.infer<typeof Below>;

type MoreSettingsState = {
  settings: Settings;
  /** The form, with the key that what is entered here is kept under. */
  form: Pick<CampaignFormContent, 'input' | 'pasted' | 'campaignId' | 'seen'> &
    Partial<Pick<CampaignFormContent, 'listFrom' | 'messageNo'>> & { formKey: string };
  /** What was entered here before was kept too long ago. */
  isGone: boolean;
};

type SettingsField = AnsweringField | 'leaveOut';

/** The window of optional settings, on top of the campaign form. */
export function moreSettingsModal({ settings, form, isGone }: MoreSettingsState): ModalView {
  const canary = writeCanary(settings.canary);
  const texts = { ...writeAnswering(settings.answering), leaveOut: writeLeaveOut(settings.leaveOut) };
  return {
    type: 'modal',
    callback_id: views.moreSettings,
    private_metadata: writeBelow(form),
    title: { type: 'plain_text', text: 'More settings', emoji: false },
    submit: { type: 'plain_text', text: 'Done', emoji: false },
    close: { type: 'plain_text', text: 'Back', emoji: false },
    blocks: [
      ...(isGone ? [plain('What you entered here was kept for a week and is gone. Enter it again.')] : []),
      ...fields.map(({ field, hint, placeholder, max }) =>
        formField(
          { field, label: labels[field], hint, optional: true },
          textInput({ initial: texts[field], placeholder, ...(max ? { max } : { multiline: true }) }),
        ),
      ),
      paceField(settings.pace ?? 'fixed'),
      ...canaryFields(canary),
      notAfterField(settings.notAfter),
      plain('Done keeps what you typed here with the form; Back loses it.'),
    ],
  };
}

export function readMoreSettingsView(view: Pick<ViewOutput, 'state' | 'private_metadata'>): {
  typed: SettingsTexts;
  form: FormBelow;
} {
  const typed = Object.fromEntries(fields.map(({ field }) => [field, fieldText(view, field)])) as Omit<
    SettingsTexts,
    keyof CanaryTexts | 'notAfter'
  >;
  const canaryThen = fieldValue(view, 'canaryThen')?.selected_option?.value ?? 'wait';
  const notAfter = String(fieldValue(view, 'notAfter')?.selected_date_time ?? '');
  const pace = fieldValue(view, 'pace')?.selected_option?.value ?? 'fixed';
  return {
    typed: { ...typed, pace, canaryFirst: fieldText(view, 'canaryFirst'), canaryThen, notAfter },
    form: Below.parse(JSON.parse(view.private_metadata)),
  };
}

const { expected, canned, outcomes, columns } = answeringLimits;

const labels: Record<SettingsField, string> = { ...answeringLabels, leaveOut: leaveOutLabel };

const fields: readonly { field: SettingsField; hint: string; placeholder: string; max?: number }[] = [
  {
    field: 'expected',
    hint: `One a line, up to ${expected}: Label: word, word => thank-you. Replies that say just that are counted, and the thank-you, if any, is sent.`,
    placeholder: 'Yes: coming, count me in => See you on Friday!',
  },
  {
    field: 'canned',
    hint: `One a line, up to ${canned}: Label: text. Whoever answers picks it instead of typing; it may use {{first_name|there}}.`,
    placeholder: 'Parking: You can park behind the hall.',
  },
  {
    field: 'outcomes',
    hint: `One a line, up to ${outcomes}: what a conversation can end with, such as Call back. Expected answers are outcomes anyway.`,
    placeholder: 'Wrong number',
  },
  {
    field: 'showColumns',
    hint: `Columns of your list that stand on each reply, up to ${columns}, such as city, member_since.`,
    placeholder: 'city, member_since',
    max: 400,
  },
  {
    field: 'answerWithin',
    hint: 'How long a reply may wait before the channel is reminded, such as 30m or 2h. Empty: 1 hour.',
    placeholder: '1h',
    max: 60,
  },
  {
    field: 'leaveOut',
    hint: `One a line, up to ${leaveOutLimits.rules}: whom of the list not to text. A campaign is named by its name or short id.`,
    placeholder: 'texted in the last 30 days\nin campaign Open evening',
  },
];

/** How many get it before somebody decides about the others, and who may decide. */
function canaryFields({ canaryFirst, canaryThen }: CanaryTexts): InputBlock[] {
  const options = Object.entries(canaryThenWords).map(([value, text]) => ({
    text: { type: 'plain_text' as const, text, emoji: false },
    value,
  }));
  const initial_option = options.find(({ value }) => value === canaryThen) ?? options[0]!;
  return [
    formField(
      {
        field: 'canaryFirst',
        label: canaryLabel,
        hint: 'How many people get it before it waits. Empty: everybody gets it at the pace of the form.',
        optional: true,
      },
      wholeNumber(canaryFirst, 1, mostFirst),
    ),
    formField(
      {
        field: 'canaryThen',
        label: 'Then',
        hint: 'By itself it goes on when few opted out an hour after each text, trying up to 150 people step by step. If many did, or it cannot tell, it waits for you.',
      },
      { type: 'radio_buttons', options, initial_option },
    ),
  ];
}

const paces = { fixed: 'Fixed', team: 'Follow the team' } as const;

function paceField(pace: keyof typeof paces) {
  const option = (value: keyof typeof paces) => ({
    text: { type: 'plain_text' as const, text: paces[value], emoji: false },
    value,
  });
  return formField(
    {
      field: 'pace',
      label: 'Pace',
      hint: 'Follow the team: each batch is as large as its people can answer, and never larger than Batch size. Needs a number in Hold while unanswered replies exceed.',
    },
    { type: 'static_select', options: [option('fixed'), option('team')], initial_option: option(pace) },
  );
}

function notAfterField(notAfter: Instant | null | undefined) {
  const initial = notAfter ? { initial_date_time: Math.floor(Date.parse(notAfter) / 1000) } : {};
  return formField(
    {
      field: 'notAfter',
      label: notAfterLabel,
      hint: 'People wait while it is night, Sunday or a holiday where they are. Whoever still waits at this moment does not get it.',
      optional: true,
    },
    { type: 'datetimepicker', ...initial },
  );
}

/** Leaves out the longest texts when there is no room for them. */
function writeBelow({
  input,
  pasted,
  formKey,
  campaignId,
  seen,
  listFrom,
  messageNo,
}: MoreSettingsState['form']): string {
  const { message: _message, ...short } = input;
  const { name: _name, hours: _hours, ...shortest } = short;
  const always = { formKey, campaignId, seen, ...(listFrom && { listFrom }), ...(messageNo && { messageNo }) };
  const forms: FormBelow[] = [
    { ...always, input, pasted },
    { ...always, input },
    { ...always, input: short },
  ];
  const written = forms.map((form) => JSON.stringify(form)).find((text) => text.length <= limits.metadata);
  return written ?? JSON.stringify({ ...always, input: shortest } satisfies FormBelow);
}
