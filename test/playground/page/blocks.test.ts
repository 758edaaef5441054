import { describe, expect, test } from 'vitest';
import { renderBlocks } from '../../../playground/page/browser/blocks/blocks.ts';
import type { Surface } from '../../../playground/page/browser/blocks/surface.ts';
import { type Element, textOf } from '../../../playground/page/browser/element.ts';
import type { BlockJson } from '../../../playground/slack/block-json.ts';
import { everyMessage } from '../../slack/ui/every/messages.ts';
import { everyModal } from '../../slack/ui/every/modals.ts';

const data = { name: 'Alma', short: 'a reason', text: 'Hello <!channel> *you* & `all`' };

describe('drawing Block Kit', () => {
  test.each(everyModal(data))('draws the modal: %s', (_name, { blocks }) => {
    expect(drawn(blocks)).not.toHaveLength(0);
  });

  test.each(everyMessage(data))('draws the message: %s', (_name, { blocks }) => {
    expect(drawn(blocks)).not.toHaveLength(0);
  });

  test.each([
    ['block', { type: 'video' }],
    ['element of an actions block', { type: 'actions', elements: [{ type: 'workflow_button' }] }],
    ['element of an input', { type: 'input', label: plain('Text'), element: { type: 'rich_text_input' } }],
    ['element of a context', { type: 'context', elements: [{ type: 'button' }] }],
    ['part of rich text', { type: 'rich_text', elements: [{ type: 'rich_text_poem' }] }],
    [
      'leaf of rich text',
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'gif' }] }] },
    ],
  ])('refuses an unknown %s instead of leaving it out', (_what, block) => {
    expect(() => drawn([block])).toThrow(/cannot draw this/);
  });

  test('shows a section with its fields and its accessory', () => {
    const block = {
      type: 'section',
      text: { type: 'mrkdwn', text: '*Spring*' },
      fields: [plain('60 people'), plain('0.45 EUR')],
      accessory: { type: 'button', action_id: 'review', text: plain('Review') },
    };
    expect(words([block])).toBe('Spring60 people0.45 EURReview');
  });

  test('puts a rich-text date into the zone of who reads', () => {
    const leaf = { type: 'date', timestamp: 1_795_446_300, format: '{time} {date_short_pretty}', fallback: '' };
    const block = { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [leaf] }] };
    expect(words([block])).toBe('10:05 AM today');
  });

  test('folds a container that may be folded, and shows any other one', () => {
    const parts = { type: 'container', title: plain('3 people'), subtitle: plain('1 open'), child_blocks: [aHeader] };
    const [folded] = find(drawn([{ ...parts, is_collapsible: true, default_collapsed: true }]), 'details');
    expect([folded?.props.open, folded && textOf(folded)]).toEqual([false, '3 people1 openInside']);
    expect(find(drawn([parts]), 'details')).toEqual([]);
    expect(words([parts])).toBe('3 people1 openInside');
  });

  test('says what a button does when pressed, and asks before where the app wants that', () => {
    const used: unknown[] = [];
    const confirm = { text: plain('Sure?') };
    const block = {
      type: 'actions',
      elements: [{ type: 'button', action_id: 'cancel', text: plain('Cancel'), confirm }],
    };
    const [button] = find(renderBlocks([withId(block)], surface({ use: (...all) => used.push(all) })), 'button');
    Object(button?.props).onclick();
    expect(used).toEqual([[{ blockId: 'b1', actionId: 'cancel' }, undefined, confirm]]);
  });
});

describe('drawing a form', () => {
  const field = (element: object, more: object = {}) => ({
    type: 'input',
    label: plain('Field'),
    element: { action_id: 'value', ...element },
    ...more,
  });
  const options = [
    { text: plain('One'), value: '1' },
    { text: plain('Two'), value: '2' },
  ];

  test.each([
    ['plain_text_input', { value: 'typed' }, 'input'],
    ['number_input', { value: '50' }, 'input'],
    ['email_text_input', { value: 'a@b.c' }, 'input'],
    ['url_text_input', { value: 'https://a.b' }, 'input'],
    ['datepicker', { selected_date: '2026-11-23' }, 'input'],
    ['timepicker', { selected_time: '10:05' }, 'input'],
    ['datetimepicker', { selected_date_time: 1_795_446_300 }, 'input'],
    ['static_select', { selected_option: options[1] }, 'select'],
    ['users_select', { selected_user: 'U0ADA' }, 'select'],
    ['conversations_select', { selected_conversation: 'C0SMS' }, 'select'],
    ['channels_select', { selected_channel: 'C0SMS' }, 'select'],
  ])('shows what stands in a %s, under its label', (type, value, tag) => {
    const at = surface({ values: { b1: { value: { type, ...value } } } });
    const tree = renderBlocks([withId(field({ type, options }))], at);
    const [control] = find(tree, tag);
    const [label] = find(tree, 'label');
    const held = Object.values(value)[0];
    const expected = type === 'datetimepicker' ? '2026-11-23T10:05' : type === 'static_select' ? '2' : held;
    expect(control?.props.value).toBe(expected);
    expect(label?.props.for).toBe(control?.props.id);
  });

  test.each(['radio_buttons', 'checkboxes'])('marks what is chosen among %s', (type) => {
    const value = type === 'checkboxes' ? { selected_options: [options[1]] } : { selected_option: options[1] };
    const at = surface({ values: { b1: { value: { type, ...value } } } });
    const inputs = find(renderBlocks([withId(field({ type, options }))], at), 'input');
    expect(inputs.map(({ props }) => props.checked)).toEqual([false, true]);
  });

  test('offers a place for a file, and shows the one that was chosen', () => {
    const block = withId(field({ type: 'file_input', filetypes: ['csv'] }));
    const [input] = find(renderBlocks([block], surface({})), 'input');
    expect(input?.props).toMatchObject({ type: 'file', accept: '.csv' });
    const values = { b1: { value: { type: 'file_input', files: [{ name: 'people.csv', size: 4_300 }] } } };
    expect(renderBlocks([block], surface({ values })).map(textOf).join()).toContain('people.csv4.3 KB');
  });

  test('ties an error and a hint to their field', () => {
    const block = withId(field({ type: 'plain_text_input' }, { hint: plain('Be brief.') }));
    const tree = renderBlocks([block], surface({ errors: { b1: 'Too long.' } }));
    const [input] = find(tree, 'input');
    const described = String(input?.props['aria-describedby']).split(' ');
    const texts = find(tree, 'p').filter(({ props }) => described.includes(String(props.id)));
    expect(texts.map(textOf)).toEqual(['Too long.', 'Be brief.']);
    expect(input?.props['aria-invalid']).toBe('true');
  });
});

const aHeader = { type: 'header', block_id: 'inside', text: { type: 'plain_text', text: 'Inside' } };

function drawn(blocks: readonly object[]): Element[] {
  return renderBlocks(
    blocks.map((block, index) => withId(block, `b${index + 1}`)),
    surface({}),
  );
}

function words(blocks: readonly object[]): string {
  return drawn(blocks).map(textOf).join('');
}

function withId(block: object, id = 'b1'): BlockJson {
  return Object.assign({ block_id: id, type: '' }, block);
}

function plain(text: string) {
  return { type: 'plain_text', text };
}

function find(nodes: readonly (Element | string)[], tag: string): Element[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return [];
    return [...(node.tag === tag ? [node] : []), ...find(node.children, tag)];
  });
}

function surface(overrides: Partial<Surface>): Surface {
  return {
    id: 'view',
    reader: {
      names: { U0ADA: 'Ada', C0SMS: 'sms' },
      zone: 'America/New_York',
      nowMs: Date.parse('2026-11-23T15:30:00Z'),
    },
    values: {},
    errors: {},
    choices: { people: [{ id: 'U0ADA', name: 'Ada' }], channels: [{ id: 'C0SMS', name: 'sms' }] },
    openMenu: null,
    toggleMenu: () => {},
    use: () => {},
    enter: () => {},
    typing: () => {},
    pickFiles: () => {},
    ...overrides,
  };
}
