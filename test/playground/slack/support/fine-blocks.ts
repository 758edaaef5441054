import { bareButton, bareInput, bars, container, options, table } from './bare-blocks.ts';
import { actions, option, plain, section } from './blocks.ts';

/** Blocks Slack takes, by surface. */
export const fine: [string, 'message' | 'modal' | 'home', object][] = [
  ['a section of 3000 characters', 'message', section('x'.repeat(3000))],
  [
    'a section with fields and a menu',
    'modal',
    { type: 'section', fields: [plain('a')], accessory: { type: 'overflow', options: options(5) } },
  ],
  ['a header', 'home', { type: 'header', text: plain('x'.repeat(150)) }],
  ['25 buttons', 'message', actions(...Array.from({ length: 25 }, () => bareButton()))],
  [
    'a number input in a modal',
    'modal',
    bareInput({ type: 'number_input', is_decimal_allowed: false, min_value: '1', max_value: '9', initial_value: '5' }),
  ],
  ['a date and time in a modal', 'modal', bareInput({ type: 'datetimepicker', initial_date_time: 1_796_000_000 })],
  ['a file input in a modal', 'modal', bareInput({ type: 'file_input', filetypes: ['csv'], max_files: 1 })],
  [
    'an initial option among the options',
    'modal',
    bareInput({ type: 'static_select', options: options(100), initial_option: option('o7') }),
  ],
  [
    'rich text',
    'message',
    { type: 'rich_text', elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'hi' }] }] },
  ],
  ['an image', 'message', { type: 'image', alt_text: 'chart', slack_file: { id: 'F1' } }],
  ['a table in a message', 'message', table],
  ['a bar chart in a message', 'message', bars(20)],
  ['a data table in a message', 'message', { ...table, type: 'data_table', caption: 'Who' }],
  ['an alert in a modal', 'modal', { type: 'alert', level: 'warning', text: plain('Mind') }],
  ['a container with children', 'message', container({ child_blocks: [section('x'), actions(bareButton())] })],
  [
    'a container that is folded, with a title in rich text',
    'message',
    {
      type: 'container',
      rich_text_title: { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [] }] },
      subtitle: plain('x'.repeat(150)),
      is_collapsible: true,
      default_collapsed: true,
      child_blocks: Array.from({ length: 10 }, () => ({ type: 'divider' })),
    },
  ],
];
