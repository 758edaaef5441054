import { isAnswerWord } from '../words/answer-words.ts';
import { readableWords } from '../words/opt-out-words.ts';
import { isKeywordAlone, readWords } from '../words/read-words.ts';
import { closingMark, isQuoteMark } from './quote-marks.ts';
import { endingsOfReaction } from './reaction-phrases.ts';

/** Before the text that a phone quotes stand at most so many characters and quotation marks. */
const longestOpening = 90;
const mostMarks = 6;
/** A quotation that nothing closes was cut: by the phone, with dots, or by the network, when it is at least so long. */
const shortestCut = 60;

/**
 * A text that begins as phones report reactions, in one of the languages that are known, and quotes whatever it was:
 * what is said behind the quotation, empty when nothing is. Undefined for any other text.
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
  // An emoji may be a person's as well: then what stands in quotation marks is theirs, too.
  if (!isQuoted(quoted) || (!known && readWords(quoted) === 'opt_out')) return undefined;
  if (close === undefined) return /(\.\.\.|…)\s*$/.test(quoted) || quoted.length >= shortestCut ? '' : undefined;
  const rest = clean.slice(close + 1).trim();
  return /[\p{L}\p{N}?？؟\p{Extended_Pictographic}]/u.test(rest) ? rest : '';
}

/** Where the words at the end of the text begin that close a reaction, when a quotation closes right before them. */
function endingFrom(clean: string, opening: number, ending: string): number | undefined {
  for (let at = clean.length - 1, marks = 0; at > opening && marks < mostMarks; at -= 1) {
    if (!isQuoteMark(clean, at)) continue;
    marks += 1;
    if (readableWords(clean.slice(at + 1)).join(' ') === ending) return at;
  }
  return undefined;
}

/** A keyword in quotation marks is somebody's own. */
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
