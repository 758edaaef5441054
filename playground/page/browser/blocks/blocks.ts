import type { BlockJson, ElementJson, TextJson } from '../../../slack/block-json.ts';
import { type Child, type Element, h } from '../element.ts';
import type { Reader } from '../reader.ts';
import { actionElement } from './action-elements.ts';
import { inputBlock } from './input-block.ts';
import { mrkdwn, plainText } from './mrkdwn.ts';
import { richTextPart } from './rich-text.ts';
import type { Surface } from './surface.ts';
import { UnknownKind } from './unknown-kind.ts';

/** Block Kit as Slack shows it. Throws UnknownKind for what it does not know. */
export function renderBlocks(blocks: readonly BlockJson[], surface: Surface): Element[] {
  return blocks.map((block) =>
    h(`div.block.block-${block.type}`, { key: block.block_id }, renderBlock(block, surface)),
  );
}

/** A text object, formatted where it is mrkdwn. */
function textObject(text: TextJson | string | undefined, reader: Reader): Child[] {
  if (text === undefined) return [];
  if (typeof text === 'string') return [plainText(text)];
  return text.type === 'mrkdwn' ? mrkdwn(text.text, reader) : [plainText(text.text)];
}

function renderBlock(block: BlockJson, surface: Surface): Child {
  switch (block.type) {
    case 'section':
      return section(block, surface);
    case 'header':
      return h('h3', {}, textObject(block.text, surface.reader));
    case 'divider':
      return h('hr');
    case 'context':
      return (block.elements ?? []).map((element) => contextElement(element, surface));
    case 'actions':
      return (block.elements ?? []).map((element) => actionElement(block, element, surface));
    case 'input':
      return inputBlock(block, surface);
    case 'image':
      return image(block, surface);
    case 'rich_text':
      return (block.elements ?? []).map((part) => richTextPart(part, surface.reader));
    case 'alert':
      return h('p.alert', { role: 'note' }, textObject(block.text, surface.reader));
    case 'table':
    case 'data_table':
      return table(block, surface);
    case 'data_visualization':
      return chart(block);
    case 'container':
      return container(block, surface);
    default:
      throw new UnknownKind('block', block.type);
  }
}

function section(block: BlockJson, surface: Surface): Child {
  const { text, fields = [], accessory } = block;
  return [
    h(
      'div.section-text',
      {},
      text && h('p', {}, textObject(text, surface.reader)),
      fields.length > 0 &&
        h(
          'div.fields',
          {},
          fields.map((field) => h('p', {}, textObject(field, surface.reader))),
        ),
    ),
    accessory && (accessory.type === 'image' ? picture(accessory) : actionElement(block, accessory, surface)),
  ];
}

/** Folds where it may; what a person unfolded stays so while the message is edited. */
function container(block: BlockJson, surface: Surface): Child {
  const { rich_text_title, is_collapsible = false, default_collapsed = false } = block;
  const title = rich_text_title
    ? (rich_text_title.elements ?? []).map((part) => richTextPart(part, surface.reader))
    : textObject(block.title, surface.reader);
  const subtitle = textObject(block.subtitle, surface.reader);
  const head = [h('strong', {}, title), subtitle.length > 0 && h('span.subtitle', {}, subtitle)];
  const children = renderBlocks(block.child_blocks ?? [], surface);
  return is_collapsible
    ? h('details.container', { open: !default_collapsed }, h('summary', {}, head), children)
    : h('div.container', {}, h('div.container-head', {}, head), children);
}

function contextElement(element: ElementJson, { reader }: Surface): Child {
  if (element.type === 'image') return picture(element);
  if (element.type === 'mrkdwn' || element.type === 'plain_text') {
    return h('span', {}, textObject({ type: element.type, text: String(element.text ?? '') }, reader));
  }
  throw new UnknownKind('context element', element.type);
}

function image(block: BlockJson, { reader }: Surface): Child {
  return h('figure', {}, block.title && h('figcaption', {}, textObject(block.title, reader)), picture(block));
}

/** Files of the workspace are shown; nothing is fetched from anywhere else. */
function picture({ slack_file, alt_text = '' }: Pick<BlockJson, 'slack_file' | 'alt_text'>): Child {
  if (slack_file?.id) return h('img', { src: `/files/${slack_file.id}`, alt: alt_text });
  return h('span.picture', { role: 'img', 'aria-label': alt_text }, alt_text);
}

/** Every chart as bars with their numbers: what it says, not how Slack draws it. */
function chart({ title, chart: drawn }: BlockJson): Child {
  const points = [...(drawn?.segments ?? []), ...(drawn?.series ?? []).flatMap(({ data }) => data)];
  const most = Math.max(1, ...points.map(({ value }) => value));
  return h(
    'figure.chart',
    {},
    h('figcaption', {}, typeof title === 'string' ? title : (title?.text ?? '')),
    points.map(({ label, value }) =>
      h(
        'p',
        {},
        `${label} `,
        h('meter', { min: '0', max: String(most), value: String(value), 'aria-label': label }),
        ` ${value}`,
      ),
    ),
    drawn?.axis_config?.x_label && h('p', {}, drawn.axis_config.x_label),
  );
}

function table({ caption, rows = [] }: BlockJson, { reader }: Surface): Child {
  const cell = (one: ElementJson) =>
    one.type === 'rich_text' ? (one.elements ?? []).map((part) => richTextPart(part, reader)) : String(one.text ?? '');
  return h(
    'table',
    {},
    caption && h('caption', {}, caption),
    rows.map((row, index) =>
      h(
        'tr',
        {},
        row.map((one) => h(index === 0 ? 'th' : 'td', {}, cell(one))),
      ),
    ),
  );
}
