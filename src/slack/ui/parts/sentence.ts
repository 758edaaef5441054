import type {
  RichTextBlock,
  RichTextElement,
  RichTextList,
  RichTextPreformatted,
  RichTextQuote,
  RichTextSection,
} from '@slack/types';
import { type Moment, momentInWords } from '../../../domain/moment.ts';
import { limits } from '../../limits.ts';
import { escapeText, inert } from './inert.ts';

/** A piece of a sentence. Words are data: they never become a mention, a link or formatting. */
export type Piece =
  | string
  | { bold: string }
  | { code: string }
  | { person: string }
  /** A user group, all of whose members are called. */
  | { group: string }
  | { channel: string }
  /** Words that lead to a post of ours; without an address they are only words. */
  | { words: string; link: string | undefined }
  /** A moment on the clock of this zone, which is named: everybody reads the same. */
  | Moment;

export type Sentence = readonly Piece[];

type RichTextPart = RichTextSection | RichTextList | RichTextQuote | RichTextPreformatted;

export function richText(...parts: readonly (RichTextPart | null)[]): RichTextBlock {
  return { type: 'rich_text', elements: parts.filter((part) => part !== null) };
}

/** A field of one line: its name, and what stands in it. */
export function fact(name: string, ...is: Sentence): Sentence {
  return [{ bold: `${name}:` }, ' ', ...is];
}

/** Sentences below each other, one a line. */
export function lines(...sentences: readonly Sentence[]): RichTextSection {
  const elements = sentences.flatMap((sentence, index) => [...(index > 0 ? [words('\n')] : []), ...leaves(sentence)]);
  return { type: 'rich_text_section', elements };
}

export function bullets(sentences: readonly Sentence[]): RichTextList {
  return { type: 'rich_text_list', style: 'bullet', elements: sentences.map((sentence) => lines(sentence)) };
}

/** A text that somebody else wrote, set apart from ours. */
export function quote(text: string): RichTextQuote {
  return { type: 'rich_text_quote', elements: [words(inert(text) || '(no text)')] };
}

/** A sentence as it is written in code or by a service: what stands between backticks is shown as something to type. */
export function readSentence(text: string): Sentence {
  return text.split(/`([^`\n]+)`/).map((part, index) => (index % 2 === 1 ? { code: part } : part));
}

/** The same sentences for notifications and screen readers, escaped for Slack's `text`. */
export function asText(sentences: readonly Sentence[]): string {
  const text = sentences.map((sentence) => sentence.map(pieceText).join('')).reduce(andThen, '');
  if (text.length <= limits.messageText) return text;
  // Never ends within an escape such as `&amp;` or within a mention.
  return `${withoutHalfEscape(text.slice(0, limits.messageText - 1).replace(/[\uD800-\uDBFF]$/, ''))}…`;
}

/** What stands on a line of its own needs no full stop there, but here. */
function andThen(before: string, next: string): string {
  if (before === '') return next;
  return `${before}${/[\p{L}\p{N})]$/u.test(before) ? '.' : ''} ${next}`;
}

function withoutHalfEscape(text: string): string {
  const at = Math.max(text.lastIndexOf('&'), text.lastIndexOf('<'));
  return at < 0 || /[;>\s]/.test(text.slice(at)) ? text : text.slice(0, at);
}

function leaves(sentence: Sentence): RichTextElement[] {
  return sentence.map(leaf).filter((element) => element.type !== 'text' || element.text !== '');
}

function leaf(piece: Piece): RichTextElement {
  if (typeof piece === 'string') return words(piece);
  if ('bold' in piece) return { ...words(piece.bold), style: { bold: true } };
  if ('code' in piece) return { ...words(piece.code), style: { code: true } };
  if ('person' in piece) return isSlackId(piece.person) ? { type: 'user', user_id: piece.person } : words(piece.person);
  if ('group' in piece) {
    return isSlackId(piece.group) ? { type: 'usergroup', usergroup_id: piece.group } : words(piece.group);
  }
  if ('channel' in piece) {
    return isSlackId(piece.channel) ? { type: 'channel', channel_id: piece.channel } : words(piece.channel);
  }
  if ('link' in piece)
    return isAddress(piece.link) ? { ...words(piece.words), type: 'link', url: piece.link } : words(piece.words);
  return words(momentInWords(piece));
}

function words(text: string): { type: 'text'; text: string } {
  return { type: 'text', text: inert(text) };
}

function pieceText(piece: Piece): string {
  if (typeof piece === 'string') return escapeText(piece);
  if ('bold' in piece) return escapeText(piece.bold);
  if ('code' in piece) return escapeText(piece.code);
  if ('person' in piece) return isSlackId(piece.person) ? `<@${piece.person}>` : escapeText(piece.person);
  if ('group' in piece) return isSlackId(piece.group) ? `<!subteam^${piece.group}>` : escapeText(piece.group);
  if ('channel' in piece) return isSlackId(piece.channel) ? `<#${piece.channel}>` : escapeText(piece.channel);
  if ('link' in piece) return escapeText(piece.words);
  return escapeText(momentInWords(piece));
}

function isAddress(link: string | undefined): link is string {
  return link !== undefined && /^https?:\/\//.test(link) && URL.canParse(link);
}

function isSlackId(id: string): boolean {
  return /^[UWCGDS][A-Z0-9]{1,40}$/.test(id);
}
