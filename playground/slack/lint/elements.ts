import { limits } from './limits.ts';
import {
  anyText,
  choiceOption,
  confirm,
  dispatchConfig,
  imageFields,
  imageSource,
  overflowOption,
  plainOption,
  plainText,
} from './objects.ts';
import { richText } from './rich-text.ts';
import {
  anything,
  boolean,
  both,
  integer,
  isObject,
  list,
  matching,
  object,
  oneOf,
  type Rule,
  string,
} from './rules.ts';

const id = string(limits.id);
const date = matching(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a date as YYYY-MM-DD');
const time = matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time as HH:mm');
const decimal = matching(/^-?\d+(\.\d+)?$/, 'a number written as a string');
const style = oneOf('primary', 'danger');
const placeholder = plainText(limits.placeholder);
const focus_on_load = boolean;
const conversationFilter = object(
  {},
  {
    include: list(oneOf('im', 'mpim', 'private', 'public'), 4),
    exclude_external_shared_channels: boolean,
    exclude_bot_users: boolean,
  },
);

function element(required: Record<string, Rule>, optional: Record<string, Rule>, ...more: Rule[]): Rule {
  return both(object({ type: anything, ...required }, { action_id: id, ...optional }), ...more);
}

const pick = { confirm, focus_on_load, placeholder };
const typed = { dispatch_action_config: dispatchConfig, focus_on_load, placeholder };
const several = { ...pick, max_selected_items: integer(1, 100) };
const ids = list(id, 100, 0);
const options = list(plainOption, limits.optionsPerSelect);
const optionGroups = list(object({ label: plainText(limits.optionText), options }), limits.optionGroups);

const optionsOrGroups: Rule = (value, at, report) => {
  if (isObject(value) && (value.options === undefined) === (value.option_groups === undefined))
    report(at, 'must have exactly one of: options, option_groups');
};

const lengthsAgree: Rule = (value, at, report) => {
  if (!isObject(value)) return;
  const { min_length: min, max_length: max, initial_value: initial } = value;
  if (typeof min === 'number' && typeof max === 'number' && min > max)
    report(at, 'min_length must not exceed max_length');
  if (typeof initial === 'string' && initial.length > (typeof max === 'number' ? max : limits.inputText))
    report(
      `${at}/initial_value`,
      `must be less than ${(typeof max === 'number' ? max : limits.inputText) + 1} characters`,
    );
};

const numbersAgree: Rule = (value, at, report) => {
  if (!isObject(value)) return;
  const { min_value: min, max_value: max, initial_value: initial } = value;
  if (min !== undefined && max !== undefined && Number(min) > Number(max))
    report(at, 'min_value must not exceed max_value');
  for (const [field, one] of Object.entries({ min_value: min, max_value: max, initial_value: initial })) {
    if (value.is_decimal_allowed === false && typeof one === 'string' && one.includes('.'))
      report(`${at}/${field}`, 'must be a whole number when is_decimal_allowed is false');
  }
  if (initial === undefined) return;
  if (min !== undefined && Number(initial) < Number(min))
    report(`${at}/initial_value`, `must be at least ${String(min)}`);
  if (max !== undefined && Number(initial) > Number(max))
    report(`${at}/initial_value`, `must be at most ${String(max)}`);
};

/** Every element Slack knows, with the fields it takes and their limits. */
export const elements: Readonly<Record<string, Rule>> = {
  button: element(
    { text: plainText(limits.buttonText) },
    {
      value: string(limits.buttonValue),
      url: string(limits.url),
      style,
      confirm,
      accessibility_label: string(limits.accessibilityLabel),
    },
  ),
  checkboxes: element(
    { options: list(choiceOption, limits.choices) },
    { initial_options: list(choiceOption, limits.choices), confirm, focus_on_load },
  ),
  radio_buttons: element(
    { options: list(choiceOption, limits.choices) },
    { initial_option: choiceOption, confirm, focus_on_load },
  ),
  overflow: element({ options: list(overflowOption, limits.overflowOptions) }, { confirm }),
  datepicker: element({}, { initial_date: date, ...pick }),
  timepicker: element({}, { initial_time: time, timezone: string(limits.id), ...pick }),
  datetimepicker: element({}, { initial_date_time: integer(1_000_000_000, 9_999_999_999), confirm, focus_on_load }),
  static_select: element(
    {},
    { options, option_groups: optionGroups, initial_option: plainOption, ...pick },
    optionsOrGroups,
  ),
  multi_static_select: element(
    {},
    { options, option_groups: optionGroups, initial_options: list(plainOption, 100), ...several },
    optionsOrGroups,
  ),
  external_select: element({}, { initial_option: plainOption, min_query_length: integer(0, 255), ...pick }),
  multi_external_select: element(
    {},
    { initial_options: list(plainOption, 100), min_query_length: integer(0, 255), ...several },
  ),
  users_select: element({}, { initial_user: id, ...pick }),
  multi_users_select: element({}, { initial_users: ids, ...several }),
  channels_select: element({}, { initial_channel: id, response_url_enabled: boolean, ...pick }),
  multi_channels_select: element({}, { initial_channels: ids, ...several }),
  conversations_select: element(
    {},
    {
      initial_conversation: id,
      default_to_current_conversation: boolean,
      response_url_enabled: boolean,
      filter: conversationFilter,
      ...pick,
    },
  ),
  multi_conversations_select: element(
    {},
    { initial_conversations: ids, default_to_current_conversation: boolean, filter: conversationFilter, ...several },
  ),
  plain_text_input: element(
    {},
    {
      initial_value: string(limits.inputText, 0),
      multiline: boolean,
      min_length: integer(0, limits.inputText),
      max_length: integer(1, limits.inputText),
      ...typed,
    },
    lengthsAgree,
  ),
  number_input: element(
    { is_decimal_allowed: boolean },
    { initial_value: decimal, min_value: decimal, max_value: decimal, ...typed },
    numbersAgree,
  ),
  email_text_input: element({}, { initial_value: string(limits.inputText), ...typed }),
  url_text_input: element({}, { initial_value: string(limits.inputText), ...typed }),
  rich_text_input: element(
    {},
    { initial_value: richText, min_lines: integer(1, 50), max_lines: integer(1, 50), ...typed },
  ),
  file_input: element({}, { filetypes: list(string(limits.id), 100), max_files: integer(1, limits.filesPerInput) }),
  workflow_button: element(
    { text: plainText(limits.buttonText), workflow: anything },
    { style, accessibility_label: string(limits.accessibilityLabel), confirm },
  ),
  feedback_buttons: element({ positive_button: anything, negative_button: anything }, {}),
  icon_button: element(
    { icon: string(limits.id), text: plainText(limits.buttonText) },
    { value: string(limits.buttonValue), confirm, accessibility_label: string(75), visible_to_user_ids: ids },
  ),
  image: both(object({ type: anything, alt_text: string(limits.altText) }, imageFields), imageSource),
  plain_text: anyText(limits.fieldText),
  mrkdwn: anyText(limits.fieldText),
};
