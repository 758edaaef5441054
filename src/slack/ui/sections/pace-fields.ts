import type { InputBlock } from '@slack/types';
import { type FormInput, presets } from '../../../domain/campaign/campaign-form.ts';
import { formField, textInput, wholeNumber } from '../parts/form-field.ts';

/** The fields of the campaign form that say how fast, when and where: each has a default. */
export function paceFields(input: Partial<FormInput>): InputBlock[] {
  return [
    batchSizeField(input),
    everyField(input),
    startField(input),
    hoursField(input),
    holdField(input),
    channelField(input),
  ];
}

export function batchSizeField({ batchSize }: Partial<FormInput>): InputBlock {
  return formField(
    { field: 'batchSize', label: 'Batch size', hint: 'How many people get the message in one batch.' },
    wholeNumber(batchSize ?? '50', 1, 100_000),
  );
}

export function everyField({ every }: Partial<FormInput>): InputBlock {
  return formField(
    {
      field: 'every',
      label: 'Every',
      hint: 'The time from one batch to the next, such as 30s, 5m or 1h. The shortest is 1 second.',
    },
    textInput({ initial: every || '5m', max: 60 }),
  );
}

function startField({ start }: Partial<FormInput>): InputBlock {
  const at = /^\d{10}$/.test(start ?? '') ? Number(start) : undefined;
  return formField(
    {
      field: 'start',
      label: 'Start (now or a date)',
      hint: 'Leave it empty to start as soon as it is approved.',
      optional: true,
    },
    { type: 'datetimepicker', ...(at !== undefined && { initial_date_time: at }) },
  );
}

export function hoursField({ hours }: Partial<FormInput>): InputBlock {
  return formField(
    {
      field: 'hours',
      label: 'Sending hours',
      hint: 'Messages leave only then, such as 09:00-20:00 or Mon-Fri 09:00-18:00 (Europe/Berlin). Write “any time” for no limit.',
    },
    textInput({ initial: hours || presets.hours, max: 200 }),
  );
}

export function holdField({ hold }: Partial<FormInput>): InputBlock {
  return formField(
    {
      field: 'hold',
      label: 'Hold while unanswered replies exceed',
      hint: 'When more replies than this are unanswered in the channel, of all its campaigns, the next batch waits until three quarters of this number are, or fewer. Leave it empty to never wait.',
      optional: true,
    },
    wholeNumber(hold ?? presets.hold, 0, 10_000),
  );
}

function channelField({ channel }: Partial<FormInput>): InputBlock {
  // Slack refuses an initial conversation that the filter leaves out, such as the direct message the command came from.
  const initial = /^[CG]/.test(channel ?? '')
    ? { initial_conversation: channel }
    : { default_to_current_conversation: true };
  return formField(
    {
      field: 'channel',
      label: 'Post in channel',
      hint: 'Progress and replies appear here. Trickle has to be a member of a private channel: invite it first.',
    },
    {
      type: 'conversations_select',
      filter: { include: ['public', 'private'], exclude_bot_users: true },
      ...initial,
    },
  );
}
