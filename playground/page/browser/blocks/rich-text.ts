import type { ElementJson } from '../../../slack/block-json.ts';
import { type Child, h } from '../element.ts';
import { emojiNamed, moment, type Reader } from '../reader.ts';
import { UnknownKind } from './unknown-kind.ts';

/** A part of a rich_text block: a paragraph, a list, a quote, preformatted text. */
export function richTextPart(part: ElementJson, reader: Reader): Child {
  const inside = () => (part.elements ?? []).map((leaf) => richTextLeaf(leaf, reader));
  switch (part.type) {
    case 'rich_text_section':
      return h('p', {}, inside());
    case 'rich_text_quote':
      return h('blockquote', {}, inside());
    case 'rich_text_preformatted':
      return h('pre', {}, inside());
    case 'rich_text_list':
      return h(part.style === 'ordered' ? 'ol' : 'ul', {}, listItems(part, reader));
    default:
      throw new UnknownKind('rich text part', part.type);
  }
}

function listItems({ elements = [] }: ElementJson, reader: Reader): Child[] {
  return elements.map((item) => {
    const leaves = (item.elements ?? []).map((leaf) => richTextLeaf(leaf, reader));
    return h('li', {}, leaves);
  });
}

function richTextLeaf(leaf: ElementJson, reader: Reader): Child {
  const name = (id: string | undefined) => reader.names[id ?? ''] ?? id ?? '';
  switch (leaf.type) {
    case 'text':
      return styled(leaf, String(leaf.text ?? ''));
    case 'link':
      return h('a', { href: leaf.url, target: '_blank', rel: 'noreferrer' }, String(leaf.text ?? leaf.url));
    case 'user':
      return h('span.mention', {}, `@${name(leaf.user_id)}`);
    case 'usergroup':
      return h('span.mention', {}, `@${name(leaf.usergroup_id)}`);
    case 'channel':
      return h('span.mention', {}, `#${name(leaf.channel_id)}`);
    case 'broadcast':
      return h('span.mention', {}, `@${leaf.range ?? ''}`);
    case 'emoji':
      return emojiNamed(leaf.name ?? '') ?? `:${leaf.name ?? ''}:`;
    case 'date':
      return h('time', {}, moment(leaf.timestamp ?? 0, leaf.format ?? '{date_pretty} {time}', reader));
    default:
      throw new UnknownKind('rich text leaf', leaf.type);
  }
}

function styled({ style }: ElementJson, text: string): Child {
  const marks = typeof style === 'object' && style !== null ? Object.keys(style) : [];
  const tags = { bold: 'b', italic: 'i', strike: 's', code: 'code' } as const;
  return marks.reduce<Child>((inner, mark) => {
    const tag = tags[mark as keyof typeof tags];
    return tag ? h(tag, {}, inner) : inner;
  }, text);
}
