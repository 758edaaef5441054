import { type BlockJson, type ElementJson, withChildren } from './block-json.ts';
import type { Values } from './state.ts';

type Value = { type: string; [field: string]: unknown };

const fieldOf: Readonly<Record<string, { field: string; initial: keyof ElementJson }>> = {
  plain_text_input: { field: 'value', initial: 'initial_value' },
  number_input: { field: 'value', initial: 'initial_value' },
  email_text_input: { field: 'value', initial: 'initial_value' },
  url_text_input: { field: 'value', initial: 'initial_value' },
  rich_text_input: { field: 'rich_text_value', initial: 'initial_value' },
  datepicker: { field: 'selected_date', initial: 'initial_date' },
  timepicker: { field: 'selected_time', initial: 'initial_time' },
  datetimepicker: { field: 'selected_date_time', initial: 'initial_date_time' },
  static_select: { field: 'selected_option', initial: 'initial_option' },
  external_select: { field: 'selected_option', initial: 'initial_option' },
  radio_buttons: { field: 'selected_option', initial: 'initial_option' },
  checkboxes: { field: 'selected_options', initial: 'initial_options' },
  multi_static_select: { field: 'selected_options', initial: 'initial_options' },
  multi_external_select: { field: 'selected_options', initial: 'initial_options' },
  users_select: { field: 'selected_user', initial: 'initial_user' },
  multi_users_select: { field: 'selected_users', initial: 'initial_users' },
  conversations_select: { field: 'selected_conversation', initial: 'initial_conversation' },
  multi_conversations_select: { field: 'selected_conversations', initial: 'initial_conversations' },
  channels_select: { field: 'selected_channel', initial: 'initial_channel' },
  multi_channels_select: { field: 'selected_channels', initial: 'initial_channels' },
  file_input: { field: 'files', initial: 'initial_value' },
};

/** The field of `state.values` an element's value stands in, or undefined for one without a value. */
export function valueField(type: string): string | undefined {
  return fieldOf[type]?.field;
}

/** Every element that holds a value, with the block it stands in. */
export function statefulElements(blocks: readonly BlockJson[]): { block: BlockJson; element: ElementJson }[] {
  return withChildren(blocks).flatMap((block) => {
    const inside = [block.element, block.accessory, ...(block.type === 'actions' ? (block.elements ?? []) : [])];
    return inside.flatMap((element) => (element && valueField(element.type) ? [{ block, element }] : []));
  });
}

/** The values a view shows: what the person entered before where ids and kind are unchanged, else the initial values. */
export function valuesFor(blocks: readonly BlockJson[], before: Values = {}, currentChannel?: string): Values {
  const values: Values = {};
  for (const { block, element } of statefulElements(blocks)) {
    const id = element.action_id ?? '';
    const kept = before[block.block_id]?.[id];
    const inBlock = values[block.block_id] ?? {};
    inBlock[id] = kept?.type === element.type ? kept : initialValue(element, currentChannel);
    values[block.block_id] = inBlock;
  }
  return values;
}

function initialValue(element: ElementJson, currentChannel?: string): Value {
  const known = fieldOf[element.type];
  if (!known) return { type: element.type };
  const { field, initial } = known;
  const several = field.endsWith('s') && field !== 'files';
  const current = element.default_to_current_conversation ? currentChannel : undefined;
  const start = element[initial] ?? (field === 'selected_conversation' ? current : undefined);
  return { type: element.type, [field]: start ?? (several || field === 'files' ? [] : null) };
}

export function isEmptyValue(value: Value | undefined): boolean {
  const held = value?.[valueField(value.type) ?? ''];
  return held === undefined || held === null || held === '' || (Array.isArray(held) && held.length === 0);
}
