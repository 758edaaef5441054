import type { BlockJson, ElementJson, OptionJson, TextJson } from '../block-json.ts';

/** The name to read for a user, channel or group id. */
export type Naming = (id: string) => string;

/** Blocks as a person reads them, a line or more per block: mentions by name, dates by their fallback, buttons in brackets. */
export function textOfBlocks(blocks: readonly BlockJson[], naming: Naming): string {
  return blocks
    .map((block) => textOfBlock(block, naming))
    .filter((line) => line !== '')
    .join('\n');
}

/** Text with its mentions, dates, links and escapes resolved. */
export function readable(text: string, naming: Naming): string {
  return text
    .replace(/<@([A-Z0-9]+)(\|[^>]*)?>/g, (_whole, id: string) => `@${naming(id)}`)
    .replace(/<#([A-Z0-9]+)(\|[^>]*)?>/g, (_whole, id: string) => `#${naming(id)}`)
    .replace(/<!date\^[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<!subteam\^([A-Z0-9]+)(\|[^>]*)?>/g, (_whole, id: string) => `@${naming(id)}`)
    .replace(/<!(here|channel|everyone)(\|[^>]*)?>/g, '@$1')
    .replace(/<([^@#!][^|>]*)\|([^>]*)>/g, '$2')
    .replace(/<([^@#!][^|>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** The words on one element: a button's text, a select's chosen or first words. */
export function labelOf(element: ElementJson): string {
  return plain(element.text) || element.placeholder?.text || element.alt_text || element.action_id || element.type;
}

export function optionsOf(element: ElementJson): OptionJson[] {
  return element.options ?? element.option_groups?.flatMap((group) => group.options) ?? [];
}

function textOfBlock(block: BlockJson, naming: Naming): string {
  const words = (text: TextJson | string | undefined) => read(text, naming);
  const shown = (element: ElementJson) => textOfElement(element, naming);
  if (block.type === 'divider') return '---';
  if (block.type === 'input') return [words(block.label), words(block.hint)].filter(Boolean).join(': ');
  if (block.type === 'rich_text') return (block.elements ?? []).map((part) => richText(part, naming)).join('\n');
  if (block.type === 'image') return `[image: ${block.alt_text ?? ''}]`;
  if (block.rows) return table(block, naming);
  if (block.chart) return chart(block);
  const parts = [
    block.rich_text_title ? richText(block.rich_text_title, naming) : words(block.title),
    words(block.subtitle),
    words(block.text),
    ...(block.fields ?? []).map((field) => words(field)),
    ...(block.accessory ? [shown(block.accessory)] : []),
    ...(block.elements ? [block.elements.map(shown).join(' ')] : []),
    ...(block.child_blocks ? [textOfBlocks(block.child_blocks, naming)] : []),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function textOfElement(element: ElementJson, naming: Naming): string {
  if (element.type === 'plain_text' || element.type === 'mrkdwn') return read(element as TextJson, naming);
  if (element.type === 'image') return `[image: ${element.alt_text ?? ''}]`;
  const options = optionsOf(element).map((option) => option.text.text);
  if (options.length > 0) return `[${element.placeholder?.text ?? element.type}: ${options.join(' | ')}]`;
  return `[${labelOf(element)}]`;
}

function richText(part: ElementJson, naming: Naming): string {
  const inner = part.elements ?? [];
  if (part.type === 'rich_text_list') return inner.map((item) => `• ${richText(item, naming)}`).join('\n');
  if (inner.length > 0) return inner.map((leaf) => richText(leaf, naming)).join('');
  if (part.type === 'user') return `@${naming(part.user_id ?? '')}`;
  if (part.type === 'usergroup') return `@${naming(part.usergroup_id ?? '')}`;
  if (part.type === 'channel') return `#${naming(part.channel_id ?? '')}`;
  if (part.type === 'broadcast') return `@${part.range ?? ''}`;
  if (part.type === 'emoji') return `:${part.name ?? ''}:`;
  if (part.type === 'date') return part.fallback ?? String(part.timestamp);
  return plain(part.text) || (part.url ?? '');
}

function table(block: BlockJson, naming: Naming): string {
  const cell = (one: ElementJson) => (one.type === 'rich_text' ? richText(one, naming) : plain(one.text));
  const rows = (block.rows ?? []).map((row) => row.map(cell).join(' | '));
  return [block.caption ?? '', ...rows].filter(Boolean).join('\n');
}

function chart({ title, chart: drawn }: BlockJson): string {
  const points = [...(drawn?.segments ?? []), ...(drawn?.series ?? []).flatMap(({ data }) => data)];
  return [`[chart: ${plain(title)}]`, ...points.map(({ label, value }) => `${label} ${value}`)].join('\n');
}

function read(text: TextJson | string | undefined, naming: Naming): string {
  if (text === undefined) return '';
  if (typeof text === 'string') return readable(text, naming);
  return text.type === 'plain_text' ? text.text : readable(text.text, naming);
}

function plain(text: TextJson | string | undefined): string {
  return typeof text === 'string' ? text : (text?.text ?? '');
}
