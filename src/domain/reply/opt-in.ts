import { hostileWords, optInWords, politeAnywhere, politeBehind } from './vocabulary/opt-in.ts';
import { withoutSignatures } from './words/mail-signature.ts';
import { phraseAt } from './words/opt-out-phrases.ts';
import { readableWords } from './words/opt-out-words.ts';
import { readWords } from './words/read-words.ts';
import { isRefusal, withoutAccents, writtenWords } from './words/refusal-words.ts';

/** Nobody is polite in more words. */
const mostWords = 20;

/**
 * Only the opt-in word and politeness, perhaps followed by the name of a campaign that the person got. Any other word,
 * sign or emoji may be a refusal, a question or a quotation: people who wrote STOP are not texted again for it.
 */
export function isPlainOptIn(text: string, names: readonly string[] = []): boolean {
  const words = plainWords(text);
  if (!words || words.length > mostWords) return false;
  const ownNames = names.flatMap(nameAsWords);
  const folded = words.map(withoutAccents);
  let isStarted = false;
  for (let at = 0; at < words.length; ) {
    const start = lengthOf(optInPhrases, words, at);
    const length =
      start || lengthOf(anywhere, folded, at) || (isStarted && (lengthOf(behind, folded, at) || nameAt(folded, at)));
    if (!length) return false;
    isStarted ||= start > 0;
    at += length;
  }
  return isStarted;

  function nameAt(folded: readonly string[], at: number): number {
    return ownNames.find((name) => name.every((word, index) => folded[at + index] === word))?.length ?? 0;
  }
}

/** "No START", "START 👎": said to us, and the opposite of an opt-in. */
export function refusesOptIn(text: string): boolean {
  const words = writtenWords(text).slice(0, mostWords + 1);
  if (words.length > mostWords) return false;
  const readable = words.map((word) => readableWords(word).join(' '));
  let [isStarted, isRefused] = [false, hasUnfriendlyEmoji(text)];
  for (let at = 0; at < words.length; ) {
    const phrase = phraseAt(readable, at);
    const refuses = isRefusal(words[at]!);
    if (!refuses && !(phrase && mayStandBeside.has(phrase.meaning))) return false;
    isRefused ||= refuses;
    isStarted ||= phrase?.meaning === 'start';
    at += refuses ? 1 : phrase!.length;
  }
  return isStarted && isRefused;
}

/** As written, in small letters; undefined if there is more than words, full stops, commas and joy. */
function plainWords(text: string): string[] | undefined {
  // The compatible form of "‼" is two exclamation marks, which says less.
  if (hasUnfriendlyEmoji(text)) return undefined;
  const written = text.normalize('NFKC').replace(/[\p{Cf}\p{VS}]/gu, '');
  const said = withoutSignatures(written)
    .replace(friendly, ' ')
    .replace(/:-?\)(?:\s|$)/g, ' ')
    .toLowerCase();
  if (/[.,]\s?[.,]/.test(said) || /(?:^|[^\p{L}])[-'’]|[-'’](?:[^\p{L}]|$)/u.test(said)) return undefined;
  if (!/^[\p{L}\p{M}\p{N}\s.,!、。'’-]*$/u.test(said)) return undefined;
  // "!START" is how programmers write "not": a word has to stand before an exclamation mark and none right behind.
  if (/(?:^|[^\p{L}\p{M}\p{N}!\s])\s*!|![\p{L}\p{M}\p{N}]|\s!\s*[\p{L}\p{M}\p{N}]/u.test(said)) return undefined;
  return writtenWords(said);
}

/** Signs of joy and thanks; all others may mean anything. */
const friendly = /[👍🙏❤😊😀😃😄😁☺🎉✅🙌🤗🥰💚💙💛🧡💜][\u{1f3fb}-\u{1f3ff}]?/gu;

function hasUnfriendlyEmoji(text: string): boolean {
  return /\p{Extended_Pictographic}|[✗✘]/u.test(text.replace(friendly, ''));
}

/** A name that itself refuses or asks for something does so anywhere. */
function nameAsWords(name: string): string[][] {
  const words = writtenWords(name).map(withoutAccents);
  const isHarmless =
    readWords(name) === 'reply' &&
    !words.some((word) => isRefusal(word) || hostile.has(word) || readWords(word) !== 'reply');
  return isHarmless && words.join('').length >= 3 && words.length <= mostWords ? [words] : [];
}

const mayStandBeside: ReadonlySet<string> = new Set(['start', 'polite', 'object']);
const phrasesOf = (list: string): string[] => list.split(',').map((phrase) => phrase.trim().replace(/\s+/g, ' '));
const foldedPhrases = (list: string): ReadonlySet<string> =>
  new Set(phrasesOf(list).map((phrase) => withoutAccents(phrase)));

/** Letter by letter: crossed-out, drawn-out or oddly spelled words may be mockery. */
const optInPhrases: ReadonlySet<string> = new Set(phrasesOf(optInWords));
const anywhere = foldedPhrases(politeAnywhere);
const behind = foldedPhrases(politeBehind);
const hostile = foldedPhrases(hostileWords);
const longestPhrase = 5;

function lengthOf(phrases: ReadonlySet<string>, words: readonly string[], at: number): number {
  for (let length = Math.min(longestPhrase, words.length - at); length > 0; length -= 1) {
    if (phrases.has(words.slice(at, at + length).join(' '))) return length;
  }
  return 0;
}
