import { isObject } from '../../../playground/slack/lint/rules.ts';

/** Every object inside blocks or a view, in the order in which a person meets them. */
export function parts(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(parts);
  if (!isObject(value)) return [];
  return [value, ...Object.values(value).flatMap(parts)];
}

/** What a person reads: paragraphs joined by line breaks, dates by their fallback. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join('\n');
  if (!isObject(value)) return '';
  if (String(value.type).startsWith('rich_text_') && value.type !== 'rich_text_list') {
    return (Array.isArray(value.elements) ? value.elements : []).map(leafText).join('');
  }
  if (typeof value.text === 'string') return value.text;
  return Object.values(value).map(textOf).filter(Boolean).join('\n');
}

export function buttonLabels(value: unknown): string[] {
  return parts(value)
    .filter(({ type }) => type === 'button')
    .map(({ text }) => textOf(text));
}

export function buttonNamed(value: unknown, label: string): Record<string, unknown> {
  const found = parts(value).find(({ type, text }) => type === 'button' && textOf(text) === label);
  if (!found) throw new Error(`There is no button ${label}.`);
  return found;
}

function leafText(leaf: unknown): string {
  if (!isObject(leaf)) return '';
  if (leaf.type === 'user') return `@${leaf.user_id}`;
  if (leaf.type === 'usergroup') return `@${leaf.usergroup_id}`;
  if (leaf.type === 'channel') return `#${leaf.channel_id}`;
  return String(leaf.text ?? leaf.fallback ?? '');
}
