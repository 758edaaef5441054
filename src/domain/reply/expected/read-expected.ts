import { withoutSignatures } from '../words/mail-signature.ts';
import { readWords } from '../words/read-words.ts';
import { type AnswerWords, answerWords } from './answer-words.ts';
import type { ExpectedAnswer } from './expected-answer.ts';
import { saidIn, usual } from './known-phrases.ts';
import { createMending } from './mend-slips.ts';
import type { Found, Part } from './part.ts';
import { findParts } from './parts.ts';
import { picturesAgree, signsAsAnswers } from './picture-answers.ts';
import type { Token } from './tokens.ts';

/** by: the author's word, a usual yes or no, or either with a slip of the finger. */
export type Counted = { kind: 'counted'; label: string; by: 'word' | 'usual_word' | 'slip' };

/** Why a person has to read it: no answer, more than one, a question or a pause, something besides, a wish to end. */
export type ForPerson = {
  kind: 'person';
  because: 'no_answer' | 'two_answers' | 'question' | 'more' | 'opt_out';
};

export type ExpectedReading = Counted | ForPerson;

/** Longer texts say more than an answer. */
const longestText = 320;
const mostTokens = 24;

/**
 * Is a text just one of the expected answers, with politeness at most? All else needs a person. The caller has first
 * asked `readReply`: only a text of reading `reply`, without a picture or file beside it, is an answer. Even so a text
 * that may ask for no more texts is never counted here.
 */
export function readExpected(text: string, answers: readonly ExpectedAnswer[]): ExpectedReading {
  const reader = readers.get(answers) ?? expectedReader(answers);
  readers.set(answers, reader);
  return reader(text);
}

/** Making one takes longer than reading a text. */
const readers = new WeakMap<readonly ExpectedAnswer[], (text: string) => ExpectedReading>();

/** The same for many texts of one campaign. */
export function expectedReader(answers: readonly ExpectedAnswer[]): (text: string) => ExpectedReading {
  const words = answerWords(answers);
  // Most texts have no slip.
  let mended: ReturnType<typeof createMending> | undefined;
  return (text) => {
    if (text.length > longestText) return person('more');
    const tokens = saidIn(text);
    if (tokens.length === 0) return person('no_answer');
    if (tokens.some(isPause)) return person('question');
    if (tokens.length > mostTokens || tokens.some(({ kind }) => kind === 'sign')) return person('more');
    const exact = readTokens(tokens, words);
    if (!exact) mended ??= createMending(words);
    const reading = exact ?? slipped(mended?.(tokens), words) ?? person('more');
    return reading.kind === 'counted' && asksForNoTexts(text) ? person('opt_out') : reading;
  };
}

function isPause({ kind, text }: Token): boolean {
  return kind === 'sign' && (text === '?' || text === '…');
}

function slipped(tokens: readonly Token[] | undefined, words: AnswerWords): ExpectedReading | undefined {
  const reading = tokens && readTokens(tokens, words);
  return reading?.kind === 'counted' ? { ...reading, by: 'slip' } : reading;
}

/** Undefined when there is a word that no phrase known here has. */
function readTokens(tokens: readonly Token[], words: AnswerWords): ExpectedReading | undefined {
  const whole = words.own.get(tokens.map(({ text }) => text).join(' '));
  if (whole !== undefined) return { kind: 'counted', label: whole, by: 'word' };
  const found = findParts(tokens, words);
  if (!found) return undefined;
  const answers = answersIn(found, words);
  const [first] = answers;
  if (!first) return person('no_answer');
  if (new Set(answers.map(({ label }) => label)).size > 1 || meaningsOf(answers).size > 1) return person('two_answers');
  if (first.label === undefined) return person('no_answer');
  const [means] = meaningsOf(answers);
  const isPlain = isOneAnswer(answers, found.pictures) && isInOrder(found, answers, means);
  if (!isPlain || !picturesAgree(found.pictures, means)) return person('more');
  return { kind: 'counted', label: first.label, by: answers.some(({ isOwn }) => isOwn) ? 'word' : 'usual_word' };
}

function meaningsOf(answers: readonly Part[]): Set<'yes' | 'no'> {
  return new Set(answers.flatMap(({ means }) => means ?? []));
}

/** "Thanks" as an author's word is only politeness beside another answer. */
function answersIn({ parts, pictures }: Found, words: AnswerWords): Part[] {
  const all = [...parts, ...pictures].filter(({ as }) => as === 'answer');
  if (all.length === 0) return signsAsAnswers(pictures, words);
  const hard = all.filter(({ courtesies }) => courtesies.size === 0);
  const answers = hard.length > 0 ? hard : all;
  return answers.every(({ isOnlyBeside }) => isOnlyBeside) ? [] : answers;
}

/**
 * "1 2", "yes 1" and "👍 2" are two things, though one label has both; "ja ja" and "sure sure" mock, "si oui" is no
 * language.
 */
function isOneAnswer(answers: readonly Part[], pictures: readonly Part[]): boolean {
  const said = answers.filter(({ mood }) => mood === undefined);
  const isFigure = said.some(({ phrase }) => phrase.length === 1 || /\d/.test(phrase));
  if (isFigure && pictures.some(({ mood }) => mood === 'yes' || mood === 'no')) return false;
  if (said.length <= 1) return true;
  if (said.length > mostRepeated || isFigure) return false;
  if (said.every(({ phrase }) => phrase === said[0]!.phrase) && !mayBeRepeated(said[0]!)) return false;
  return said[0]!.languages.some((language) => said.every(({ languages }) => languages.includes(language)));
}

const mostRepeated = 3;

function mayBeRepeated({ phrase, isOwn }: Part): boolean {
  return phrase !== 'ja' && (isOwn || usual.get(phrase)?.as === 'core');
}

/** Each piece of politeness where it belongs, and nothing that turns the answer. */
function isInOrder({ parts }: Found, answers: readonly Part[], means: Part['means']): boolean {
  const first = parts.findIndex((part) => answers.includes(part));
  const isAcknowledged = answers.every(({ isAcknowledgement }) => isAcknowledgement);
  let echoes = 0;
  return parts.every((part, at) => {
    if (answers.includes(part)) return true;
    if (part.as === 'echo') {
      echoes += 1;
      return echoes === 1 && isEchoOf(part, parts.slice(0, at));
    }
    const kinds = part.courtesies;
    if (kinds.has('thanks')) return !isAcknowledged;
    if (kinds.has('request')) return true;
    if (kinds.has('regret') && means === 'no') return true;
    return (kinds.has('greeting') && (at < first || first < 0)) || (kinds.has('closing') && at > first);
  });
}

function isEchoOf(echo: Part, parts: readonly Part[]): boolean {
  const before = parts.findLast(({ as }) => as !== 'courtesy');
  return before?.means === echo.means && echo.languages.some((language) => before?.languages.includes(language));
}

function asksForNoTexts(text: string): boolean {
  return readWords(text) !== 'reply' || readWords(withoutSignatures(text)) !== 'reply';
}

function person(because: ForPerson['because']): ForPerson {
  return { kind: 'person', because };
}
