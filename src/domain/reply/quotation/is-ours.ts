import { isAnswerWord } from '../words/answer-words.ts';
import { readableWords } from '../words/opt-out-words.ts';
import { isKeywordAlone } from '../words/read-words.ts';

/** Shorter repetitions without quotation marks may be chance: "See you then!" */
const fewestUnmarked = 15;
/** A repetition this long is ours, whatever stands around it. */
const fewestAnywhere = 30;
/** Least length with marks, if it begins inside our text or runs on into other words. */
const fewestMarked = 12;
/** At least this many letters beyond the opt-out instruction have to be repeated. */
const fewestOfBody = 8;
/** Without quotation marks a larger share of our text than this makes it ours. */
const mostOfIt = 0.7;

/** What stands behind a repetition: the quotation's end, a break, dots for the rest, the rest of a word. */
export type End = { to: number; isEnd: boolean; isBreak: boolean; isCut: boolean; isInWord: boolean };

/** Letters that a text shares with one of ours. */
export type Found = {
  words: string;
  isFromStart: boolean;
  letters: number;
  /** Its share of our text, up to 1. */
  share: number;
  /** How many of its letters are beyond the opt-out instruction. */
  body: number;
  /** How many such letters our text has. */
  wholeBody: number;
} & End;

/** In quotation marks a short beginning is enough, as phones quote it: “Hi Ada…” */
export function isOursMarked({ words, isFromStart, letters, share, body, isEnd, isInWord }: Found): boolean {
  if (letters >= fewestAnywhere) return isFromStart ? body > 0 || share === 1 : body >= fewestOfBody;
  if (isKeywordAlone(words)) return false;
  if (!isFromStart) return letters >= fewestMarked && body >= fewestOfBody && isEnd;
  if (body === 0 && share < 1) return false;
  if (letters >= fewestMarked) return !isInWord;
  return isEnd && !readableWords(words).every(isAnswerWord);
}

/** Without marks it has to be most of our text, or more than anybody writes by chance, and no mere instruction. */
export function isOursUnmarked({
  words,
  isFromStart,
  letters,
  share,
  body,
  isBreak,
  isCut,
  wholeBody,
}: Found): boolean {
  if (letters < fewestUnmarked || body === 0 || body < Math.min(fewestOfBody, wholeBody)) return false;
  if (letters >= fewestAnywhere) return isFromStart || share > mostOfIt;
  return isBreak && (share > mostOfIt || (isFromStart && isCut)) && !isKeywordAlone(words);
}
