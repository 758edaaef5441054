import { chart } from './charts.ts';
import { elements } from './elements.ts';
import { limits } from './limits.ts';
import { anyText, imageFields, imageSource, mrkdwn, plainText } from './objects.ts';
import { richText } from './rich-text.ts';
import { anything, boolean, both, byType, integer, isObject, list, object, oneOf, type Rule, string } from './rules.ts';

const selects = [
  'static_select',
  'users_select',
  'conversations_select',
  'channels_select',
  'external_select',
  'multi_static_select',
  'multi_users_select',
  'multi_conversations_select',
  'multi_channels_select',
  'multi_external_select',
];
const choices = ['checkboxes', 'radio_buttons', 'datepicker', 'timepicker'];
const inActions = [
  'button',
  'overflow',
  'datetimepicker',
  'rich_text_input',
  'workflow_button',
  ...choices,
  ...selects,
];
const inAccessory = ['button', 'overflow', 'image', 'workflow_button', ...choices, ...selects];
const inInput = [
  'plain_text_input',
  'number_input',
  'email_text_input',
  'url_text_input',
  'rich_text_input',
  'file_input',
  'datetimepicker',
  ...choices,
  ...selects,
];

function block(required: Record<string, Rule>, optional: Record<string, Rule> = {}, ...more: Rule[]): Rule {
  return both(object({ type: anything, ...required }, { block_id: string(limits.id), ...optional }), ...more);
}

function these(types: readonly string[]): Rule {
  return byType(Object.fromEntries(types.map((type) => [type, elements[type] ?? anything])));
}

const textOrFields: Rule = (value, at, report) => {
  if (isObject(value) && value.text === undefined && value.fields === undefined)
    report(at, 'missing required field: text or fields');
};

const dispatchable: Rule = (value, at, report) => {
  if (!isObject(value) || !isObject(value.element)) return;
  if (value.dispatch_action === true && value.element.type === 'file_input')
    report(`${at}/dispatch_action`, 'is not supported with file_input');
};

const responseUrlElsewhere: Rule = (value, at, report) => {
  if (!isObject(value)) return;
  const parts = Array.isArray(value.elements) ? value.elements : [value.accessory];
  for (const part of parts) {
    if (isObject(part) && part.response_url_enabled !== undefined)
      report(at, 'response_url_enabled is only available in the input blocks of modals');
  }
};

const rawNumber = object({ type: anything, value: anything, text: string(limits.sectionText, 0) });
const rawText = object({ type: anything, text: string(limits.sectionText, 0) });
const cell = byType({ raw_text: rawText, raw_number: rawNumber, rich_text: richText });
const rows = (max: number): Rule => list(list(cell, limits.tableColumns), max);

/** What the SDK's type of a container lets it hold; of these a local Slack knows no `file`. */
const inContainer = [
  'actions',
  'context',
  'divider',
  'header',
  'image',
  'input',
  'rich_text',
  'section',
  'table',
  'video',
];

const titled: Rule = (value, at, report) => {
  if (!isObject(value)) return;
  if (value.title === undefined && value.rich_text_title === undefined)
    report(at, 'missing required field: title or rich_text_title');
  if (value.default_collapsed === true && value.is_collapsible !== true)
    report(`${at}/default_collapsed`, 'requires is_collapsible');
};

const card = block(
  {},
  {
    hero_image: these(['image']),
    icon: these(['image']),
    title: mrkdwn(limits.cardTitle),
    subtitle: mrkdwn(limits.cardTitle),
    body: mrkdwn(limits.cardBody),
    actions: list(these(['button']), limits.cardActions),
  },
);

const taskCard = block(
  {
    task_id: string(limits.id),
    title: string(limits.sectionText),
    status: oneOf('pending', 'in_progress', 'complete', 'error'),
  },
  { details: richText, output: richText, sources: list(anything, 100) },
);

/** Every block Slack knows, with the fields it takes, the elements it may hold and their limits. */
export const blocks: Readonly<Record<string, Rule>> = {
  actions: block({ elements: list(these(inActions), limits.actions) }, {}, responseUrlElsewhere),
  alert: block({ text: anyText(limits.alertText) }, { level: oneOf('default', 'info', 'warning', 'error', 'success') }),
  card,
  carousel: block({ elements: list(byType({ card }), limits.carouselCards) }),
  container: block(
    { child_blocks: list((child, at, report) => inside(child, at, report), limits.containerBlocks) },
    {
      title: plainText(limits.cardTitle),
      rich_text_title: byType({ rich_text: richText }),
      subtitle: anyText(limits.cardTitle),
      width: oneOf('narrow', 'standard', 'wide', 'full'),
      icon: these(['image']),
      is_collapsible: boolean,
      default_collapsed: boolean,
      has_header_divider: boolean,
    },
    titled,
  ),
  context: block({ elements: list(these(['image', 'plain_text', 'mrkdwn']), limits.context) }),
  context_actions: block({ elements: list(these(['feedback_buttons', 'icon_button']), limits.contextActions) }),
  data_table: block(
    { caption: string(limits.sectionText), rows: rows(limits.tableRows + 1) },
    { page_size: integer(1, 100), row_header_column_index: integer(0, limits.tableColumns - 1) },
  ),
  data_visualization: block({ title: string(limits.chartTitle), chart }),
  divider: block({}),
  header: block({ text: plainText(limits.header) }, { level: integer(1, 6) }),
  image: block({ alt_text: string(limits.altText) }, { title: plainText(limits.altText), ...imageFields }, imageSource),
  input: block(
    { label: plainText(limits.label), element: these(inInput) },
    { hint: plainText(limits.hint), optional: boolean, dispatch_action: boolean },
    dispatchable,
  ),
  markdown: block({ text: string(limits.markdownPerMessage) }),
  plan: block(
    { title: string(limits.sectionText) },
    { tasks: list(byType({ task_card: taskCard }), limits.blocksPerMessage) },
  ),
  rich_text: richText,
  section: block(
    {},
    {
      text: anyText(limits.sectionText),
      fields: list(anyText(limits.fieldText), limits.fields),
      accessory: these(inAccessory),
      expand: boolean,
    },
    textOrFields,
    responseUrlElsewhere,
  ),
  table: block({ rows: rows(limits.tableRows) }, { column_settings: list(anything, limits.tableColumns) }),
  task_card: taskCard,
  video: block(
    {
      video_url: string(limits.url),
      thumbnail_url: string(limits.url),
      alt_text: string(limits.altText),
      title: plainText(200),
    },
    {
      title_url: string(limits.url),
      author_name: string(50),
      provider_name: string(50),
      provider_icon_url: string(limits.url),
      description: plainText(200),
    },
  ),
};

const inside = byType(Object.fromEntries(inContainer.flatMap((type) => (blocks[type] ? [[type, blocks[type]]] : []))));
