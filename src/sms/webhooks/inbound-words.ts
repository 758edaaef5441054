import type { Attachment } from '../../domain/reply/inbound-text.ts';
import { readReply } from '../../domain/reply/opt-out.ts';
import { wordsOfBytes } from './binary-words.ts';
import { attachmentOfKind } from './inbound-kind.ts';

type InboundWords = {
  /** Each text once, in their order, one per line; empty when there is none. */
  text: string;
  attachment?: Attachment;
  /** It contains something that a person may have written or sent. */
  saysSomething: boolean;
};

/**
 * The words of an inbound document of any shape: texts, captions, parts, pressed buttons. A STOP may stand in any of
 * them, so every place with words is read, except ours (a quoted message, an advertisement), the network's, and
 * addresses, ids and file names. Linear in the document's size.
 */
export function readWords(document: unknown): InboundWords {
  const found: Found = { words: new Set(), pressed: new Set(), keyword: '', saysSomething: false, hasText: false };
  visit(document, { name: '', parent: '', depth: 0 }, found);
  const words = [...found.words];
  if (words.length === 0) words.push(...found.pressed);
  // A button's label may differ from its value, and either may be a STOP.
  else words.push(...[...found.pressed].filter((press) => !found.words.has(press) && readReply(press) === 'opt_out'));
  if (words.length === 0 && found.keyword !== '') words.push(found.keyword);

  if (found.attachment === 'reaction' && !words.every(isReactionsEmoji)) delete found.attachment;
  const isNamed = words.length > 0 || found.hasText;
  const attachment = found.attachment ?? (isNamed ? undefined : 'other');
  return {
    text: words.join('\n'),
    saysSomething: found.saysSomething || words.length > 0,
    ...(attachment && { attachment }),
  };
}

type Found = {
  words: Set<string>;
  /** The values of pressed buttons. */
  pressed: Set<string>;
  /** The first word of the text, as the provider repeats it. */
  keyword: string;
  saysSomething: boolean;
  /** There is a text, perhaps an empty one. */
  hasText: boolean;
  attachment?: Attachment;
};

type Place = { name: string; parent: string; depth: number };

const deepest = 12;

function visit(value: unknown, place: Place, found: Found): void {
  if (typeof value === 'string' || typeof value === 'number') take(value, place, found);
  if (typeof value !== 'object' || value === null) return;
  if (place.depth >= deepest) {
    found.saysSomething = true;
    return;
  }
  const depth = place.depth + 1;
  if (Array.isArray(value)) {
    for (const item of value) visit(item, { ...place, depth }, found);
    return;
  }
  found.attachment ??= attachmentOfKind(place.name);
  const isBinary = Object.entries(value).some(
    ([name, kind]) => kinds.test(name) && typeof kind === 'string' && /^binary$/i.test(kind),
  );
  const isSilent = silent.test(place.name);
  for (const [name, field] of Object.entries(value)) {
    const isRead = isSilent ? captions.test(name) : !notTheirs.test(name);
    const bytes = isBinary && bytesOf.test(name) && typeof field === 'string' ? wordsOfBytes(field.trim()) : undefined;
    if (bytes !== undefined) {
      found.hasText = true;
      add(found.words, bytes);
    } else if (isRead) visit(field, { name, parent: place.name, depth }, found);
  }
}

/** Of the network or of us: the price, names, what was quoted, what led them here. */
const notTheirs =
  /^(?:usage|origin|destination|workflow|error|profile|context(?:_?status)?|referral|quoted\w{0,20}|reply_?to\w{0,20}|provider_?message|failover)$/i;
/** Their names and addresses are no words of the person, but what was written below them is. */
const silent = /^(?:location|contacts?|vcard)$/i;
const captions = /^(?:caption|text)$/i;

/** Written or chosen by the person. */
const texts = /^(?:text|body|caption|title|subject)$/i;
/** Words, or addresses and ids. */
const carriers = /^(?:content|message|msg|reply|button|emoji|answer|comment|words)$/i;
const presses = /^(?:button|reply|\w{1,20}_reply|postback|suggestion|choice|selection|option)$/i;
const pressed = /^(?:id|payload|value|data|postback_?data)$/i;
const bytesOf = /^(?:data|body|text|payload)$/i;
const kinds = /^(?:message_?type|type|mime_?type|content_?type)$/i;

function take(given: string | number, { name, parent }: Place, found: Found): void {
  const value = String(given).trim();
  if (typeof given === 'string' && value !== '') found.saysSomething = true;
  if (kinds.test(name)) found.attachment ??= attachmentOfKind(value);
  else if (texts.test(name)) {
    found.hasText ||= /^(?:text|body)$/i.test(name);
    add(found.words, value);
  } else if (carriers.test(name) && !isOpaque(value)) add(found.words, value);
  else if (presses.test(parent) && pressed.test(name) && !isOpaque(value)) add(found.pressed, value);
  else if (name === 'keyword') found.keyword ||= value;
  else if (value !== '') found.attachment ??= attachmentOfKind(name);
}

function add(words: Set<string>, value: string): void {
  if (value !== '') words.add(value);
}

/** An address, an id, a number or bytes rather than words. */
function isOpaque(value: string): boolean {
  return (
    /^(?:https?|ftp|mms|cid|data|blob|file):\S*$/i.test(value) ||
    /^[\d\s().+-]*$/.test(value) ||
    /^[0-9a-f-]{16,}$/i.test(value) ||
    /^[\w.+/=-]{40,}$/.test(value)
  );
}

/** Only signs, as a phone sends them for a reaction; letters and digits are a person's own words. */
export function isReactionsEmoji(text: string): boolean {
  const rest = text.replace(/[\d#*]\ufe0f?\u20e3/g, '').replace(/\p{Extended_Pictographic}/gu, '');
  return !/[\p{L}\p{N}]/u.test(rest);
}
