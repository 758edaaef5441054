import { withoutEnd } from '../plain-text.ts';
import { countDigits, tidyNumber } from './tidy.ts';

/** Nobody writes more around one number. */
const longest = 100;

/**
 * A typed number without what chat programs, address books and sentences put around it: emphasis, links, labels such as
 * "cell:", an extension. Empty when it may be several numbers, or one that a spreadsheet spoiled.
 */
export function typedText(raw: string): string {
  const bare = withoutMarks(raw.slice(0, longest).normalize('NFKC'));
  const linked = bare.replace(/^<(?:tel|sms|smsto|callto):([^|>]*)(?:\|[^>]*)?>$/i, '$1');
  const address = linked.replace(/^(?:tel|sms|smsto|mms|callto|whatsapp): ?([^?;&]*)[?;&].*$/i, '$1');
  const text = withoutMarks(tidyNumber(withoutMarks(withoutLabels(address))))
    .replace(/ ?(?:[,;#x]|ext\.?|extension) ?\d{1,6}$/i, '')
    // "(+1) 201 …": the brackets say nothing.
    .replace(/^\( ?\+ ?([\d ]{1,8})\)?/, '+$1 ')
    .trim();
  return isTwo(text) || isAmount.test(raw.trim()) || isAmount.test(text) ? '' : text;
}

/** "201 555 0123/24" are two desks of one office, "…/0124" two numbers; but "08234/1234" is an area and one number. */
function isTwo(text: string): boolean {
  const tail = /\d ?\/ ?\d{1,4}$/.exec(text);
  return tail !== null && countDigits(text.slice(0, tail.index + 1)) >= 9;
}

const isAmount = /^\W{0,2}\d{7,15}[.,]0{1,4}$/;

/** Without a chat program's bold, italics and code, quotation marks, and the end of a sentence. */
function withoutMarks(text: string): string {
  return withoutEnd(text.trim().replace(/^[\s*_~"'`‘’“”„«»=\p{Cf}]+/u, ''), /[\s*_~"'`‘’“”«»,;:.!\p{Cf}]/u);
}

function withoutLabels(text: string): string {
  return withoutMarks(text.replace(labelBefore, '').replace(labelBehind, ''));
}

const labels =
  'tel|tél|telefono|teléfono|telefon|telephone|téléphone|phone|ph|number|nr|num|cell|cellphone|cell phone|cell number|mobile|mobile phone|mobile number|phone number|mob|m|c|t|p|text|sms|smsto|mms|whatsapp|callto|handy|mobil|portable|móvil|movil|celular|cel|cellulare|telemóvel|iphone|android';
const labelBefore = new RegExp(`^(?:${labels})(?![\\p{L}\\p{N}])[\\s*_~.:#=-]{0,6}(?=[+(\\[\\p{Nd}])`, 'iu');
const labelBehind = new RegExp(`(?<=[\\p{Nd})])[\\s*_~,-]{0,4}[([]?(?<!\\p{L})(?:${labels})[)\\]]?$`, 'iu');
