import { isAnswerWord } from '../words/answer-words.ts';
import { withoutHidden } from '../words/folded-letters.ts';
import { withoutSignatures } from '../words/mail-signature.ts';
import { readableWords } from '../words/opt-out-words.ts';
import { readWords } from '../words/read-words.ts';
import { findOwnText, type Repetition } from './find-own-text.ts';
import { ownText } from './own-text.ts';
import { readQuotedReaction } from './quoted-reaction.ts';
import { endingsOfReaction, isReactionToMedia } from './reaction-phrases.ts';
import { isMachineLabel, withoutAttribution } from './reply-headers.ts';

/** At most this many texts of ours, the first ones, are looked for. */
const mostTexts = 12;

/**
 * What a person says besides repeating our texts, as reactions, quoted replies and machines do. Empty when nothing else
 * is said, the text itself when nothing is repeated.
 */
export function withoutQuotations(text: string, ours: readonly string[]): string {
  return besideQuotations(text, ours, (before) => withoutOpening(withoutAttribution(before)));
}

/** The same with the headings of quotations: keeps also lines that only look like one ("Sent: no more, please"). */
export function withHeadings(text: string, ours: readonly string[]): string {
  return besideQuotations(text, ours, (before) => before);
}

function besideQuotations(text: string, ours: readonly string[], shorten: (before: string) => string): string {
  const clean = withoutHidden(text);
  if (isReactionToMedia(clean)) return '';
  const reaction = readQuotedReaction(clean);
  if (reaction === '') return '';

  const repetitions = findOwnText(clean, [...new Set(ours)].slice(0, mostTexts).map(ownText));
  const [first, ...others] = repetitions;
  if (!first) return reaction ?? text;
  const before = clean.slice(0, first.from);
  const after = clean.slice(first.to);
  if (others.length === 0 && isReaction(before, after, first)) return '';

  const pieces = piecesBetween(clean, repetitions);
  const kept = pieces.map((piece, index) => (index === repetitions.length ? piece : shorten(piece)));
  const rest = withoutSignatures(kept.join('\n')).trim();
  return saysNothing(rest) || isMachineLabel(rest) ? '' : rest;
}

function piecesBetween(clean: string, repetitions: readonly Repetition[]): string[] {
  const ends = [0, ...repetitions.map(({ to }) => to)];
  return ends.map((end, index) => clean.slice(end, repetitions[index]?.from ?? clean.length));
}

/** Punctuation and remains of quoting are nothing; a question mark or an emoji may be an answer. */
function saysNothing(rest: string): boolean {
  return !/[\p{L}\p{N}?？؟\p{Extended_Pictographic}]/u.test(rest);
}

/** "Liked" before a quotation is the phone's word, even if a person goes on behind it. */
function withoutOpening(before: string): string {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const words = readableWords(line);
  const isPhones = words.length > 0 && endingsOfReaction(words.join(' ')) !== undefined;
  return isPhones ? before.slice(0, before.length - line.length) : before;
}

/**
 * A reaction as phones report it: in one line with our text, and either a known sentence or, in any language, a few
 * words that no person would mean as an answer.
 */
function isReaction(before: string, after: string, { isMarked }: Repetition): boolean {
  const [opening, ending] = [readableWords(before), readableWords(after)];
  const hasEmoji = /\p{Extended_Pictographic}/u.test(before + after);
  const isKnown = endingsOfReaction(opening.join(' '))?.includes(ending.join(' ')) ?? false;
  if (isKnown && (isMarked || hasEmoji)) return true;
  if (before.trim() === '' && after.trim() === '') return true;

  if (/\n/.test(before.trimStart() + after.trimEnd())) return false;
  if (/[?？؟!！\p{N}]/u.test(withoutSigns(before + after))) return false;
  if (/[.,;]\s*$/.test(before) || /^\s*[.,;]+\s*[^\s.,;]/.test(after)) return false;
  if (!isMarked && !(hasEmoji && opening.join('').length <= 4 && ending.length === 0)) return false;
  if (!isShort(opening) || !isShort(ending) || opening.length + ending.length + Number(hasEmoji) === 0) return false;
  return ![...opening, ...ending].some(isAnswerWord) && readWords(`${before} ${after}`) === 'reply';
}

const mostWords = 7;
const mostLetters = 45;

function isShort(words: readonly string[]): boolean {
  return words.length <= mostWords && words.join('').length <= mostLetters;
}

/** The emoji "‼️" and "❓" are reactions. */
function withoutSigns(text: string): string {
  return text.replace(/[❓❔❗❕]/gu, '');
}
