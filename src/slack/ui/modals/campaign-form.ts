import type { UploadedFile, ViewOutput } from '@slack/bolt';
import type { InputBlock, ModalView, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import type { Answering } from '../../../domain/answering/answering.ts';
import { Seen } from '../../../domain/campaign/approval.ts';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { FormInput } from '../../../domain/campaign/campaign-form.ts';
import type { EarlierMessage } from '../../../domain/campaign/earlier-messages.ts';
import { ListFrom } from '../../../domain/campaign/result.ts';
import type { FormField } from '../../../domain/campaign-error.ts';
import { CampaignId, type Instant, type SenderId } from '../../../domain/ids.ts';
import type { LeaveOut } from '../../../domain/leave-out/leave-out.ts';
import { listLimits } from '../../../domain/list/read-list.ts';
import type { Canary } from '../../../domain/pace/canary.ts';
import { formatDuration } from '../../../domain/pace/duration.ts';
import { formatSendingHours } from '../../../domain/pace/sending-hours.ts';
import { fieldBlocks, views } from '../../ids.ts';
import { limits, shown } from '../../limits.ts';
import { fieldText, fieldValue, formField, textInput } from '../parts/form-field.ts';
import { type FormProblem, withProblem } from '../parts/form-problem.ts';
import { cut, oneLine } from '../parts/inert.ts';
import { plain } from '../parts/message.ts';
import { earlierMessagesRow } from '../sections/earlier-messages.ts';
import { moreSettingsRow } from '../sections/more-settings-row.ts';
import { paceFields } from '../sections/pace-fields.ts';
import { people } from '../words/number-words.ts';
import { senderName } from '../words/sender-name.ts';

export const OtherList = z.union([
  ListFrom.extend({ size: z.int().min(0) }),
  z.object({ fileId: z.string(), fileName: z.string() }),
]);
export type OtherList = z.infer<typeof OtherList>;

export type CampaignFormState = {
  /** What is filled in already; what is missing gets its default. */
  input: Partial<FormInput>;
  pasted?: string;
  senders: readonly SenderId[];
  /** The campaign that is edited; without one, a new campaign. */
  campaignId?: CampaignId;
  /** How many people the edited campaign has: leaving both list fields empty keeps them. */
  currentListSize?: number;
  /** Whom a new campaign texts unless a list is given: people of another campaign, or a file that Slack has already. */
  listFrom?: OtherList;
  /** The edited campaign as it was when the form opened: only that one may be replaced by what is typed. */
  seen?: Seen;
  /** How it is answered: what was entered at More settings, else what the edited campaign has. */
  answering?: Answering | undefined;
  /** Whom it leaves out: the same. */
  leaveOut?: LeaveOut | undefined;
  /** On whom it is tried first: the same. */
  canary?: Canary | null | undefined;
  pace?: 'fixed' | 'team' | undefined;
  notAfter?: Instant | null | undefined;
  /** Where what was entered at More settings is kept; null: nothing was. */
  formKey?: string | null;
  /** Texts that may be put into Message. */
  earlier?: readonly EarlierMessage[];
  /** The one that was chosen while Message had words of the person's own, who is asked. */
  offered?: EarlierMessage;
  /** How often Message was filled in for the person: Slack shows that in a field of a new id only. */
  messageNo?: number;
  /** What went wrong after the form had closed: it stands above its field, and the top says so. */
  problem?: FormProblem;
  /** A file had been chosen: Slack does not put it back. */
  hadFile?: boolean;
};

/** Forms opened before what was seen and what is kept stood in them are still open here and there. */
const Metadata = z.object({
  campaignId: CampaignId.nullable(),
  seen: Seen.nullable().default(null),
  formKey: z.string().nullable().default(null),
  listFrom: OtherList.nullable().default(null),
  messageNo: z.int().min(0).default(0),
});

/** How the names of files with lists end: what is in them is looked at anyway. */
export const listEndings = ['csv', 'txt', 'tsv', 'gz', 'zip', 'xlsx'] as const;

export type CampaignFormContent = z.infer<typeof Metadata> & {
  input: FormInput;
  files: readonly UploadedFile[];
  pasted: string;
};

/** The form in which a campaign is written and edited. */
export function campaignFormModal(state: CampaignFormState): ModalView {
  const { input } = state;
  return {
    type: 'modal',
    callback_id: views.campaignForm,
    private_metadata: JSON.stringify({
      campaignId: state.campaignId ?? null,
      seen: state.seen ?? null,
      formKey: state.formKey ?? null,
      listFrom: state.listFrom ?? null,
      messageNo: state.messageNo ?? 0,
    } satisfies z.input<typeof Metadata>),
    title: { type: 'plain_text', text: state.campaignId ? 'Edit SMS campaign' : 'New SMS campaign', emoji: false },
    submit: { type: 'plain_text', text: 'Preview', emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks: withProblem(state.problem, state.hadFile ?? false, [
      nameField(input),
      senderField(input, state.senders),
      ...listFields(state),
      ...earlierMessagesRow(state.earlier ?? [], state.offered),
      messageField(input, state.messageNo ?? 0),
      ...paceFields(input),
      moreSettingsRow(state),
      plain(whatClosingLoses(state)),
    ]),
  };
}

function whatClosingLoses({ campaignId }: CampaignFormState): string {
  return campaignId
    ? 'Closing this window loses what you changed in it: the campaign stays as it was before.'
    : 'There is no draft before you press Preview: closing this window loses what you typed.';
}

/** A campaign as the form shows it for editing: read back, it is the same. */
export function formInputOf(campaign: Campaign): FormInput {
  const { batchSize, everySeconds, holdAbove } = campaign.throttle;
  return {
    name: campaign.name,
    sender: campaign.sender,
    message: campaign.template,
    batchSize: String(batchSize),
    every: formatDuration(everySeconds),
    start: campaign.startAt ? String(Date.parse(campaign.startAt) / 1000) : '',
    hours: formatSendingHours(campaign.hours),
    hold: holdAbove === null ? '' : String(holdAbove),
    channel: campaign.channel,
  };
}

/** Is there room for it in “Or paste recipients”? */
export function fitsPasted(text: string): boolean {
  return text.length <= limits.inputText;
}

export function readCampaignFormView(view: Pick<ViewOutput, 'state' | 'private_metadata'>): CampaignFormContent {
  return {
    input: {
      name: fieldText(view, 'name'),
      sender: fieldValue(view, 'sender')?.selected_option?.value ?? '',
      message: fieldText(view, 'message'),
      batchSize: fieldText(view, 'batchSize'),
      every: fieldText(view, 'every'),
      start: String(fieldValue(view, 'start')?.selected_date_time ?? ''),
      hours: fieldText(view, 'hours'),
      hold: fieldText(view, 'hold'),
      channel: fieldValue(view, 'channel')?.selected_conversation ?? '',
    },
    files: fieldValue(view, 'file')?.files ?? [],
    pasted: fieldText(view, 'pasted'),
    ...Metadata.parse(JSON.parse(view.private_metadata)),
  };
}

/** Sentences by field, as Slack wants them: by block. Fits every form here. */
export function formErrors(problems: ReadonlyMap<FormField, string>): Record<string, string> {
  return Object.fromEntries(
    [...problems].map(([field, sentence]) => [fieldBlocks[field], cut(sentence, shown.sentence)]),
  );
}

function nameField({ name }: Partial<FormInput>): InputBlock {
  return formField(
    { field: 'name', label: 'Campaign name', hint: 'Your team sees it; the recipients do not.' },
    textInput({ initial: name, max: shown.name, placeholder: 'Autumn reunion' }),
  );
}

function senderField({ sender }: Partial<FormInput>, senders: readonly SenderId[]): InputBlock {
  const options = senders.slice(0, limits.optionsPerSelect).map(senderOption);
  const wanted = sender?.replace(/^\+/, '').trim().toLowerCase();
  const initial = options.find(({ value }) => value?.toLowerCase() === wanted) ?? options[0];
  return formField(
    { field: 'sender', label: 'Send from', hint: 'The number or name that the message comes from.' },
    { type: 'static_select', options, ...(initial && { initial_option: initial }) },
  );
}

function senderOption(sender: SenderId): PlainTextOption {
  return { text: { type: 'plain_text', text: senderName(sender), emoji: false }, value: sender };
}

function listFields({ pasted, listFrom, currentListSize }: CampaignFormState): InputBlock[] {
  const kept = keptList(listFrom, currentListSize);
  const keep = kept === undefined ? '' : ` Leave this and the next field empty to ${kept}.`;
  return [
    formField(
      {
        field: 'file',
        label: 'Recipients (CSV file)',
        hint: `One person a line, with a header line such as phone,first_name. Up to ${listLimits.files} files of ${listLimits.megabytes} MB, also as .gz, .zip or .xlsx.${keep}`,
        optional: true,
      },
      { type: 'file_input', filetypes: [...listEndings], max_files: listLimits.files },
    ),
    formField(
      {
        field: 'pasted',
        label: 'Or paste recipients',
        hint: 'One phone number a line, up to 3,000 characters. Upload a file for more.',
        optional: true,
      },
      textInput({ initial: pasted, multiline: true, placeholder: '+1 201 555 0123' }),
    ),
  ];
}

function keptList(listFrom: OtherList | undefined, currentListSize: number | undefined): string | undefined {
  if (listFrom && 'fileId' in listFrom) return `read ${cut(oneLine(listFrom.fileName), shown.name)}`;
  const size = currentListSize ?? listFrom?.size;
  return size === undefined ? undefined : `keep the list of ${people(size)}`;
}

function messageField({ message }: Partial<FormInput>, no: number): InputBlock {
  return formField(
    {
      ...(no > 0 && { shows: String(no) }),
      field: 'message',
      label: 'Message',
      hint: '{{first_name|there}} puts in the first_name column, or “there” where it is empty. Tell people that they can answer STOP: whoever does gets no more messages.',
    },
    textInput({ initial: message, multiline: true, placeholder: 'Hi {{first_name|there}}, … Reply STOP to opt out.' }),
  );
}
