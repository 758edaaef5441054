import type { ViewOutput } from '@slack/bolt';
import type { KnownBlock, PlainTextOption } from '@slack/types';
import { longestAnswer, nothingForeseen, outcomesOf } from '../../../domain/answering/answering.ts';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { TheirRow } from '../../../services/replies/their-row.ts';
import { limits } from '../../limits.ts';
import { words } from '../parts/button.ts';
import { fieldText, fieldValue, formField, textInput } from '../parts/form-field.ts';

const none = '-';

type AnswerFields = {
  campaign: Campaign | null;
  row: Pick<TheirRow, 'canned'> | null;
  /** Where the text goes. */
  hint: string;
  typed: string | undefined;
  /** The label of the button that sends it. */
  submit: string;
  /** One press on a canned answer is offered as well. */
  hasButtons: boolean;
  /** The cursor stands in it when the window opens. */
  isFirst?: boolean;
  /** See `formField`. */
  shows?: string;
};

/** **Your answer**, **Canned answer** and **Outcome**, of which the campaign has something to choose. */
export function answerFields({
  campaign,
  row,
  hint,
  typed,
  submit,
  hasButtons,
  isFirst,
  ...shows
}: AnswerFields): KnownBlock[] {
  const outcomes = outcomesOf(campaign?.answering ?? nothingForeseen).map((label) => ({ label }));
  const canned = row?.canned ?? [];
  const needs = whatIsNeeded(canned.length > 0, outcomes.length > 0);
  const answer = formField(
    {
      field: 'reply',
      label: 'Your answer',
      hint: [needs, hint].filter((one) => one !== '').join(' '),
      optional: needs !== '',
      ...shows,
    },
    {
      ...textInput({ multiline: true, max: longestAnswer, initial: typed }),
      ...(isFirst && { focus_on_load: true }),
    },
  );
  const leaves = `${submit} sends it${hasButtons ? '; the buttons above send at once' : ''}.`;
  return [
    answer,
    ...choice({ field: 'cannedAnswer', label: 'Canned answer', hint: leaves, ...shows }, canned),
    ...choice({ field: 'outcome', label: 'Outcome', ...shows }, outcomes),
  ];
}

/** Slack writes “(optional)” behind each label, though nothing at all is refused. */
function whatIsNeeded(hasCanned: boolean, hasOutcomes: boolean): string {
  if (hasCanned && hasOutcomes) return 'Write an answer, choose one, or only set an outcome.';
  if (hasCanned) return 'Write an answer or choose one.';
  return hasOutcomes ? 'Write an answer, or only set an outcome.' : '';
}

/** Slack lets nobody take back a choice, so there is one of nothing. */
function choice(
  field: { field: 'cannedAnswer' | 'outcome'; label: string; hint?: string; shows?: string },
  offered: readonly { label: string; text?: string }[],
): KnownBlock[] {
  if (offered.length === 0) return [];
  const options = offered.slice(0, limits.optionsPerSelect - 1).map(
    ({ label, text }): PlainTextOption => ({
      text: words(label, limits.buttonText),
      value: label,
      ...(text && { description: words(text, limits.buttonText) }),
    }),
  );
  const nothing: PlainTextOption = { text: words('None', limits.buttonText), value: none };
  return [formField({ ...field, optional: true }, { type: 'static_select', options: [nothing, ...options] })];
}

/** What the agent filled in and chose. */
export function readAnswer(view: Pick<ViewOutput, 'state'>): {
  text: string;
  canned: string | undefined;
  outcome: string | undefined;
} {
  const chosen = (field: 'cannedAnswer' | 'outcome') => {
    const value = fieldValue(view, field)?.selected_option?.value;
    return value === none ? undefined : value;
  };
  return { text: fieldText(view, 'reply').trim(), canned: chosen('cannedAnswer'), outcome: chosen('outcome') };
}
