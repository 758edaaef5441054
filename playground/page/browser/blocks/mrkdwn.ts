import { type Child, h } from '../element.ts';
import { emojiNamed, moment, type Reader } from '../reader.ts';

/** Slack's own formatting: bold, italic, strike, code, quotes, links, mentions, dates. Anything else is plain text. */
export function mrkdwn(text: string, reader: Reader): Child[] {
  return text.split(/```([\s\S]*?)```/).flatMap((part, index): Child[] => {
    if (index % 2 === 1) return [h('pre', {}, unescaped(part.replace(/^\n|\n$/g, '')))];
    return quotes(part, reader);
  });
}

/** Text without formatting but with emoji by name, as in buttons and titles. */
export function plainText(text: string): string {
  return text.replace(/:([a-z0-9_+-]+):/g, (whole, name: string) => emojiNamed(name) ?? whole);
}

function quotes(text: string, reader: Reader): Child[] {
  const groups = text.split('\n').reduce<{ quoted: boolean; lines: string[] }[]>((all, line) => {
    const quoted = /^(&gt;|>)/.test(line);
    const bare = quoted ? line.replace(/^(&gt;|>) ?/, '') : line;
    const last = all.at(-1);
    if (last?.quoted === quoted) last.lines.push(bare);
    else all.push({ quoted, lines: [bare] });
    return all;
  }, []);
  return groups.flatMap(({ quoted, lines }): Child[] => {
    const inside = spans(lines.join('\n'), reader);
    return quoted ? [h('blockquote', {}, inside)] : inside;
  });
}

const token =
  /<([^<>\n]+)>|`([^`\n]+)`|(?<![\p{L}\p{N}])\*(\S(?:[^*\n]*\S)?)\*|(?<![\p{L}\p{N}])_(\S(?:[^_\n]*\S)?)_|(?<![\p{L}\p{N}])~(\S(?:[^~\n]*\S)?)~/gu;

function spans(text: string, reader: Reader): Child[] {
  const found: Child[] = [];
  let end = 0;
  for (const match of text.matchAll(token)) {
    found.push(words(text.slice(end, match.index)));
    end = match.index + match[0].length;
    const [whole, angle, code, bold, italic, strike] = match;
    if (angle !== undefined) found.push(reference(angle, whole, reader));
    if (code !== undefined) found.push(h('code', {}, unescaped(code)));
    if (bold !== undefined) found.push(h('b', {}, spans(bold, reader)));
    if (italic !== undefined) found.push(h('i', {}, spans(italic, reader)));
    if (strike !== undefined) found.push(h('s', {}, spans(strike, reader)));
  }
  return [...found, words(text.slice(end))];
}

function reference(inside: string, whole: string, reader: Reader): Child {
  const [target = '', label] = inside.split('|');
  const name = (id: string) => reader.names[id] ?? label ?? id;
  if (target.startsWith('@')) return h('span.mention', {}, `@${name(target.slice(1))}`);
  if (target.startsWith('#')) return h('span.mention', {}, `#${name(target.slice(1))}`);
  if (target.startsWith('!subteam^')) return h('span.mention', {}, `@${name(target.slice(9))}`);
  if (target.startsWith('!date^')) {
    const [, seconds = '', format = ''] = target.split('^');
    return h('time', {}, moment(Number(seconds), format, reader));
  }
  if (target.startsWith('!')) return h('span.mention', {}, `@${target.slice(1)}`);
  if (!/^(https?|mailto|tel):/.test(target)) return unescaped(whole);
  return h('a', { href: unescaped(target), target: '_blank', rel: 'noreferrer' }, words(label ?? target));
}

function words(text: string): string {
  return plainText(unescaped(text));
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
