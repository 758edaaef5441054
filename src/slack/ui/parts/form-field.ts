import type { ViewOutput, ViewStateValue } from '@slack/bolt';
import type { InputBlock, PlainTextInput } from '@slack/types';
import type { FormField } from '../../../domain/campaign-error.ts';
import { fieldAction, fieldBlocks, freshBlock, isBlockOf } from '../../ids.ts';
import { limits } from '../../limits.ts';
import { cut } from './inert.ts';

/** `shows`: what the window shows just now, where it goes on to something else: the field is empty then. */
type FieldParts = { field: FormField; label: string; hint?: string; optional?: boolean; shows?: string };

/** A labelled field of a form; its element gets the id that `fieldValue` reads it by. */
export function formField(
  { field, label, hint, optional = false, shows }: FieldParts,
  element: InputBlock['element'],
): InputBlock {
  return {
    type: 'input',
    block_id: shows === undefined ? fieldBlocks[field] : freshBlock(field, shows),
    label: { type: 'plain_text', text: label, emoji: false },
    element: { ...element, action_id: fieldAction },
    ...(hint && { hint: { type: 'plain_text', text: hint, emoji: false } }),
    optional,
  };
}

/** A field to type into. Slack refuses an empty initial value on some clients, so it is left out. */
export function textInput(options: {
  initial?: string | undefined;
  placeholder?: string;
  multiline?: boolean;
  max?: number;
}): PlainTextInput {
  const max = options.max ?? limits.inputText;
  return {
    type: 'plain_text_input',
    max_length: max,
    ...(options.multiline && { multiline: true }),
    ...(options.initial && { initial_value: cut(options.initial.toWellFormed(), max) }),
    ...(options.placeholder && { placeholder: { type: 'plain_text', text: options.placeholder, emoji: false } }),
  };
}

/** A number that does not fit is left for the person to fill in: Slack would refuse to open the whole form. */
export function wholeNumber(initial: string, min: number, max: number) {
  const fits = /^\d{1,6}$/.test(initial) && Number(initial) >= min && Number(initial) <= max;
  return {
    type: 'number_input' as const,
    is_decimal_allowed: false,
    min_value: String(min),
    max_value: String(max),
    ...(fits && { initial_value: String(Number(initial)) }),
  };
}

/** What a person left in a field, as Slack sends it; undefined when the view has no such field. */
export function fieldValue(view: Pick<ViewOutput, 'state'>, field: FormField): ViewStateValue | undefined {
  const block = Object.keys(view.state.values).find((id) => isBlockOf(id, field));
  return block === undefined ? undefined : view.state.values[block]?.[fieldAction];
}

export function fieldText(view: Pick<ViewOutput, 'state'>, field: FormField): string {
  return fieldValue(view, field)?.value ?? '';
}
