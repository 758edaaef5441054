import { isAnswerWord } from '../words/answer-words.ts';
import { readableWords } from '../words/opt-out-words.ts';
import { isKeywordAlone, readWords } from '../words/read-words.ts';
import { closingMark, isQuoteMark } from './quote-marks.ts';
import { endingsOfReaction } from './reaction-phrases.ts';

/** At most this many characters and quotation marks stand before the text that a phone quotes. */
const longestOpening = 90;
const mostMarks = 6;
/** An unclosed quotation was cut by the phone, with dots, or by the network, if it is at least this long. */
const shortestCut = 60;

/**
 * What is said behind the quotation in a text that begins as phones report reactions, in a known language, and quotes
 * anything: empty when nothing is. Undefined for other texts.
 */
export function readQuotedReaction(clean: string): string | undefined {
  let marks = 0;
  for (let at = 0; at < clean.length && at <= longestOpening && marks < mostMarks; at += 1) {
    if (!isQuoteMark(clean, at)) continue;
    marks += 1;
    const rest = restBehind(clean, at);
    if (rest !== undefined) return rest;
  }
  return undefined;
}

function restBehind(clean: string, opening: number): string | undefined {
  const before = clean.slice(0, opening);
  if (/\n/.test(before.trim())) return undefined;
  const known = endingsOfReaction(readableWords(before).join(' '));
  if (!known && !isAndroids(before)) return undefined;
  const endings = known ?? [''];

  for (const ending of endings) {
    if (ending === '') continue;
    const from = endingFrom(clean, opening, ending);
    if (from !== undefined) return isQuoted(clean.slice(opening + 1, from)) ? '' : undefined;
  }
  if (!endings.includes('')) return undefined;
  const close = closingMark(clean, opening);
  const quoted = clean.slice(opening + 1, close ?? clean.length);
  // An emoji may be a person's too: then the words in quotation marks are also theirs.
  if (!isQuoted(quoted) || (!known && readWords(quoted) === 'opt_out')) return undefined;
  if (close === undefined) return /(\.\.\.|…)\s*$/.test(quoted) || quoted.length >= shortestCut ? '' : undefined;
  const rest = clean.slice(close + 1).trim();
  return /[\p{L}\p{N}?？؟\p{Extended_Pictographic}]/u.test(rest) ? rest : '';
}

/** Where a reaction's closing words at the end of the text begin, if a quotation closes right before them. */
function endingFrom(clean: string, opening: number, ending: string): number | undefined {
  for (let at = clean.length - 1, marks = 0; at > opening && marks < mostMarks; at -= 1) {
    if (!isQuoteMark(clean, at)) continue;
    marks += 1;
    if (readableWords(clean.slice(at + 1)).join(' ') === ending) return at;
  }
  return undefined;
}

/** A keyword in quotation marks is a person's own. */
function isQuoted(text: string): boolean {
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text) && !isKeywordAlone(text);
}

/** Google Messages: an emoji, a short word or two of any language, and the quoted text. */
function isAndroids(before: string): boolean {
  if (!/^\s*\p{Extended_Pictographic}/u.test(before)) return false;
  if (/[?？؟!.,;\p{Nd}]/u.test(before)) return false;
  const words = readableWords(before);
  if (words.length > 2 || words.join('').length > 8) return false;
  return words.every((word) => !isAnswerWord(word)) && readWords(before) === 'reply';
}
